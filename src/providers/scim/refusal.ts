/** What a SCIM service says when it refuses (RFC 7644, section 3.12). */
import { isJsonObject } from '../../core/json.js';
import type { ApiError } from '../../errors.js';

export function errorText(body: unknown): { message?: string } {
  if (!isJsonObject(body)) return {};
  const type = scimTypeOf(body);
  const detail = textIn(body['detail']);
  const message = [detail, type === undefined ? undefined : `(${type})`].filter((part) => part !== undefined).join(' ');
  return message === '' ? {} : { message };
}

/** The detail error keyword, such as `invalidFilter`; undefined where the answer has none. */
function scimTypeOf(body: unknown): string | undefined {
  return isJsonObject(body) ? textIn(body['scimType']) : undefined;
}

/** Whether a refusal has this keyword: `errorText` puts it behind the detail, where secrets are already hidden. */
export function saysScimType({ status, message }: ApiError, type: string): boolean {
  return status === 400 && message.includes(`(${type})`);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
