/** Turns an answer that is not a success into an error a person can act on. */
import { ApiError, AuthError } from '../errors.js';
import { isJsonObject } from '../core/json.js';
import { type Redact } from './redact.js';
import { type Decoded } from './response-body.js';
import { vendorText } from './vendor-text.js';

/** What a vendor's error body says; a vendor whose bodies differ from the usual shape gives its own reader. */
export type ErrorText = (body: unknown) => {
  message?: string;
  requestId?: string;
  /** What the answer means where its own status misleads: 429 for "slow down", 403 for "no permission" in a 401. */
  status?: number;
};

export interface RefusedRequest {
  readonly vendor: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** As `ErrorText` has it; decides what kind of error it is. */
  readonly meant: number;
  readonly headers: Headers;
  readonly body: Decoded;
  readonly attempts: number;
  readonly errorText: ErrorText | undefined;
  readonly requestId: string | undefined;
  readonly redact: Redact;
  /** Instead of the usual next step. */
  readonly hint: string | undefined;
}

export function apiError(refused: RefusedRequest): ApiError {
  const { vendor, method, path, status, meant, body, attempts, requestId, redact } = refused;
  const said = redact(saidBy(body, refused));
  const text =
    `${vendor} answered ${statusInWords(status)} to ${method} ${path}` +
    (attempts > 1 ? ` after ${attempts} attempts` : '') +
    (said === '' ? '' : `: ${vendorText(said, maxSaid)}`) +
    (requestId === undefined ? '' : ` (request id ${requestId})`);
  const details = {
    method,
    path,
    status: meant,
    hint: refused.hint ?? hintFor(meant, vendor),
    ...(requestId === undefined ? {} : { requestId }),
  };
  return meant === 401 ? new AuthError(text, details) : new ApiError(text, details);
}

export function statusInWords(status: number): string {
  // Loaded for an error only: nothing else here needs `node:http`, which every start would pay for.
  const words = process.getBuiltinModule('node:http').STATUS_CODES[status];
  return words === undefined ? `status ${status}` : `${status} ${words}`;
}

const maxSaid = 500;

/** Longer than what is shown, so that redaction sees a token whole before the text is cut. */
const maxUncut = 10_000;

function saidBy(body: Decoded, { errorText, headers }: RefusedRequest): string {
  if (body.kind === 'empty') return '';
  if (body.kind === 'other') {
    if (/^\s*</.test(body.text))
      return 'an HTML or XML page, probably from a proxy or gateway rather than the API itself';
    return vendorText(body.text, maxUncut);
  }
  const own = errorText?.(body.value).message ?? usualMessage(body.value) ?? '';
  const fields = fieldErrors(body.value);
  const type = headers.get('content-type') ?? '';
  if (own === '' && fields === '') return `no message (${vendorText(type, 60) || 'no content type'})`;
  return vendorText(own === '' || fields === '' ? own + fields : `${own} [${fields}]`, maxUncut);
}

/** The fields that JSON APIs commonly put their text in. */
function usualMessage(body: unknown): string | undefined {
  if (!isJsonObject(body)) return textOf(body);
  const { error } = body;
  return (
    textOf(body['message']) ??
    textOf(body['detail']) ??
    textOf(body['error_description']) ??
    (isJsonObject(error) ? textOf(error['message']) : textOf(error))
  );
}

function fieldErrors(body: unknown): string {
  const list = isJsonObject(body) ? body['fieldErrors'] : undefined;
  if (!Array.isArray(list)) return '';
  return list
    .slice(0, 20)
    .filter(isJsonObject)
    .map((item) => [textOf(item['field']), textOf(item['message'])].filter((part) => part !== undefined).join(': '))
    .filter((part) => part !== '')
    .join('; ');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function hintFor(status: number, vendor: string): string {
  if (status === 401) return `Check that the variable or file the provider names holds a current ${vendor} token.`;
  if (status === 403) return `Give the token a role in ${vendor} that allows this, or use one that has it.`;
  if (status === 404) return 'Check the id in the configuration, and that the token belongs to that organization.';
  if (status === 409 || status === 412) return 'Plan again: something changed in the meantime.';
  if (status === 429) return 'Wait a few minutes, then run again; something else may be using the same token.';
  if (status >= 500) return `Run again later; if it stays, give the request id to ${vendor} support.`;
  return 'Change what the message names in the configuration, then plan again.';
}
