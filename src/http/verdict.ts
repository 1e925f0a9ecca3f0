/** Decides what an attempt means: a response for the caller, or an error and whether it is of a kind to repeat. */
import { type ApiError } from '../errors.js';
import { isRedirect, notJsonError, redirectError, tooLargeError } from './answer-error.js';
import { apiError, statusInWords, type ErrorText } from './api-error.js';
import { type Attempt } from './attempt.js';
import { connectionError } from './connection-error.js';
import { type Redact } from './redact.js';
import { requestIdOf } from './request-id.js';
import { decodeBody } from './response-body.js';
import { type Failure } from './retry.js';

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when empty, and for an accepted status other than 2xx whose body is not JSON. */
  readonly body: unknown;
  readonly requestId: string | undefined;
}

export type Verdict =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  /** Repeating cannot help. */
  | { readonly kind: 'fatal'; readonly error: ApiError }
  /** May be repeated, as the request's retry mode allows; `why` is short and has nothing that the vendor wrote. */
  | { readonly kind: 'failed'; readonly error: ApiError; readonly failure: Failure; readonly why: string };

export interface About {
  readonly vendor: string;
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly attempts: number;
  readonly redact: Redact;
  readonly errorText: ErrorText | undefined;
  /** The next step where the answer is a refusal, if it is not the usual one. */
  readonly hint: string | undefined;
}

export function judge(sent: Attempt, accept: readonly number[], about: About): Verdict {
  if (sent.kind === 'interrupted') {
    return fatal(connectionError({ ...about, reason: 'interrupted while it was under way', code: undefined }));
  }
  if (sent.kind === 'lost') {
    const reason = about.redact(sent.reason);
    const error = connectionError({ ...about, reason, code: sent.code });
    return { kind: 'failed', error, failure: { kind: 'connection' }, why: `no answer: ${reason}` };
  }
  const { status, headers } = sent.response;
  const body = sent.kind === 'answer' ? decodeBody(sent.bytes) : ({ kind: 'empty' } as const);
  const requestId = requestIdOf({ ...about, headers, body });
  const answer = { ...about, status, headers, requestId };
  if (sent.kind === 'too-large') return fatal(tooLargeError(answer));
  const isSuccess = status >= 200 && status <= 299;
  if (isSuccess && body.kind === 'other') return fatal(notJsonError(answer, body.text));
  const value = body.kind === 'json' ? body.value : undefined;
  const meant = isSuccess ? status : (about.errorText?.(value).status ?? status);
  if (isSuccess || accept.includes(meant)) {
    return { kind: 'response', response: { status, headers, body: value, requestId } };
  }
  if (isRedirect(sent.response)) return fatal(redirectError(answer));
  const error = apiError({ ...answer, meant, body });
  return { kind: 'failed', error, failure: { kind: 'status', status: meant, headers }, why: statusInWords(status) };
}

function fatal(error: ApiError): Verdict {
  return { kind: 'fatal', error };
}
