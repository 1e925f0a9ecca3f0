/** Atlas's error codes. The code says what happened; the status of some answers says something else. */
import { isJsonObject } from '../../core/json.js';

/** What these codes mean, as the status that would have said so. */
const meanings: Readonly<Record<string, number>> = {
  // "Slow down", said with 400.
  RATE_LIMITED: 429,
  RATE_LIMITED_IP: 429,
  INVITATIONS_RATE_LIMITED_IP: 429,
  RATE_LIMITED_TOKEN_BUCKET: 429,
  // In maintenance: nothing was done, and it will be possible again.
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: 429,
  // "No permission", said with 401: the credential itself is fine.
  USER_UNAUTHORIZED: 403,
  NOT_ORG_OWNER: 403,
  USER_CANNOT_ACCESS_ORG: 403,
  NOT_IN_GROUP: 403,
  // "Not now", said with 404: it is still there.
  CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT: 409,
  CANNOT_ADD_PENDING_USER: 409,
  // "There is no such place to look in": whatever should be gone from it was perhaps never asked for.
  ORG_NOT_FOUND: 400,
  INVALID_ORG_ID: 400,
};

export interface AtlasErrorText {
  readonly message?: string;
  readonly status?: number;
}

export function errorText(body: unknown): AtlasErrorText {
  if (!isJsonObject(body)) return {};
  const code = textIn(body['errorCode']);
  const message = [textIn(body['detail']) ?? textIn(body['reason']), ...fieldTexts(body['badRequestDetail'])].filter(
    (text) => text !== undefined,
  );
  const said = message.join('; ');
  return {
    ...(said !== '' || code !== undefined ? { message: code === undefined ? said : `${said} (${code})`.trim() } : {}),
    ...(code !== undefined && meanings[code] !== undefined && { status: meanings[code] }),
  };
}

const goneCodes: ReadonlySet<string> = new Set([
  'RESOURCE_NOT_FOUND',
  'IDENTITY_PROVIDER_DOES_NOT_EXIST',
  'TEAM_NOT_FOUND',
  'TEAM_NOT_IN_ORG',
  'TEAM_NOT_IN_GROUP',
  'GROUP_NOT_FOUND',
  'USER_NOT_FOUND',
  'USERNAME_NOT_FOUND',
  'USER_NOT_IN_ORG',
  'USER_NOT_IN_TEAM',
]);

/** Whether a 404 says that what was to go is gone; with another code it says something else. */
export function saysGone(body: unknown): boolean {
  const code = isJsonObject(body) ? textIn(body['errorCode']) : undefined;
  return code === undefined || goneCodes.has(code);
}

export function hasCode(body: unknown, code: string): boolean {
  return isJsonObject(body) && body['errorCode'] === code;
}

function fieldTexts(detail: unknown): readonly string[] {
  const fields = isJsonObject(detail) ? detail['fields'] : undefined;
  if (!Array.isArray(fields)) return [];
  return fields
    .filter(isJsonObject)
    .map(({ field, description }) => `${textIn(field) ?? '?'}: ${textIn(description) ?? ''}`);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
