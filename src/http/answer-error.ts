/** Errors about answers that are no plain refusal: redirects, bodies that are not JSON, bodies that are too large. */
import { ApiError } from '../errors.js';
import { statusInWords } from './api-error.js';
import { type Redact } from './redact.js';
import { maxBodyBytes } from './response-body.js';
import { vendorText } from './vendor-text.js';

export interface OddAnswer {
  readonly vendor: string;
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly redact: Redact;
}

export function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
}

/** Names the host of the target only: the rest of such an address may hold a session or a token. */
export function redirectError(answer: OddAnswer): ApiError {
  const { url } = answer;
  const location = answer.headers.get('location');
  const target =
    location !== null && URL.canParse(location, url.href) ? new URL(location, url).host : 'an address not given';
  return odd(
    answer,
    `redirected ${answer.method} ${answer.path} to ${answer.redact(vendorText(target, 200))}; redirects are refused so that a token reaches no other host`,
    'Set the endpoint to the address that serves the API itself.',
  );
}

export function notJsonError(answer: OddAnswer, text: string): ApiError {
  const type = vendorText(answer.headers.get('content-type') ?? '', 60) || 'no content type';
  const start = vendorText(answer.redact(vendorText(text, 2_000)), 80);
  return odd(
    answer,
    `answered ${statusInWords(answer.status)} to ${answer.method} ${answer.path} with something that is not JSON (${type}): ${start}`,
    'Check the endpoint: a proxy, a gateway or a login page may be answering in its place.',
  );
}

export function tooLargeError(answer: OddAnswer): ApiError {
  return odd(
    answer,
    `sent more than ${Math.floor(maxBodyBytes / 1024 / 1024)} MB in answer to ${answer.method} ${answer.path}`,
    'Check the endpoint: no page of this API is that large.',
  );
}

function odd({ vendor, method, path, status, requestId }: OddAnswer, what: string, hint: string): ApiError {
  const id = requestId === undefined ? '' : ` (request id ${requestId})`;
  return new ApiError(`${vendor} ${what}${id}`, {
    method,
    path,
    status,
    hint,
    ...(requestId === undefined ? {} : { requestId }),
  });
}
