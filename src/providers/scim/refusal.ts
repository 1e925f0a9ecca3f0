/** What a SCIM service says when it refuses (RFC 7644, section 3.12). */
import { isJsonObject } from '../../core/json.js';
import { ApiError, AuthError } from '../../errors.js';
import type { HttpResponse } from '../../http/client.js';
import { vendorText } from '../../http/vendor-text.js';

export function errorText(body: unknown): { message?: string } {
  if (!isJsonObject(body)) return {};
  const type = scimTypeOf(body);
  const detail = textIn(body['detail']);
  const message = [detail, type === undefined ? undefined : `(${type})`].filter((part) => part !== undefined).join(' ');
  return message === '' ? {} : { message };
}

/** The detail error keyword, such as `invalidFilter`; undefined where the answer has none. */
export function scimTypeOf(body: unknown): string | undefined {
  return isJsonObject(body) ? textIn(body['scimType']) : undefined;
}

/** The error for an answer whose status was accepted in order to look at it, and that turned out to be a refusal. */
export function refusal(
  vendor: string,
  method: string,
  path: string,
  { status, body, requestId }: HttpResponse,
): ApiError {
  const said = errorText(body).message;
  const details = {
    method,
    path,
    status,
    ...(requestId !== undefined && { requestId }),
    hint: 'Check the base URL of the connection, and that the service supports what is asked of it.',
  };
  const text =
    `${vendor} answered ${status} to ${method} ${vendorText(path, 300)}` +
    (said === undefined ? '' : `: ${vendorText(said)}`);
  return status === 401 ? new AuthError(text, details) : new ApiError(text, details);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
