import { isJsonObject } from '../core/json.js';
import { type ErrorText } from './api-error.js';
import { type Redact } from './redact.js';
import { type Decoded } from './response-body.js';
import { vendorText } from './vendor-text.js';

export interface AnswerWithId {
  readonly headers: Headers;
  readonly body: Decoded;
  readonly errorText: ErrorText | undefined;
  readonly redact: Redact;
}

/** The vendor's id for a request, for its support: from the body, else from a header. */
export function requestIdOf({ headers, body, errorText, redact }: AnswerWithId): string | undefined {
  const json = body.kind === 'json' ? body.value : undefined;
  const own = json === undefined ? undefined : errorText?.(json).requestId;
  const usual = isJsonObject(json) && typeof json['requestId'] === 'string' ? json['requestId'] : undefined;
  const id = [own, usual, ...headerNames.map((name) => headers.get(name))].find((value) => !!value);
  return id === undefined || id === null ? undefined : vendorText(redact(vendorText(id)), 100);
}

const headerNames = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'x-trace-id'];
