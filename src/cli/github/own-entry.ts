/**
 * Which comments and issues are the action's own. Anybody can paste the hidden marker, so it counts only at the very
 * beginning of what the token's own account wrote; nobody else's words are ever changed or trusted.
 */
import { isJsonObject, textOf, type JsonObject } from '../../core/json.js';
import { ApiError } from '../../errors.js';

export interface OwnEntry {
  /** Of a comment its id, of an issue its number. */
  readonly number: number;
  readonly body: string;
  readonly url: string;
  /** Who wrote it, as GitHub says. */
  readonly author: string;
}

export function isOwn(entry: JsonObject, marker: string, author: string): boolean {
  const user = isJsonObject(entry['user']) ? entry['user'] : {};
  // Nobody can register a login with brackets; the type is checked all the same.
  const isKind = !author.endsWith('[bot]') || user['type'] === 'Bot';
  const isAuthor = textOf(user['login']).toLowerCase() === author.toLowerCase() && isKind;
  return isAuthor && textOf(entry['body']).startsWith(marker);
}

export function entryOf(entry: JsonObject, key: 'id' | 'number'): OwnEntry {
  const number = entry[key];
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new ApiError(`GitHub answered with an entry that has no ${key}.`, { method: 'GET', path: '' });
  }
  const user = isJsonObject(entry['user']) ? entry['user'] : {};
  return { number, body: textOf(entry['body']), url: textOf(entry['html_url']), author: textOf(user['login']) };
}

/** But for line ends, and for when it was planned: a plan that is the same an hour later is no news. */
export function isSameText(live: string, wanted: string): boolean {
  return comparable(live) === comparable(wanted);
}

function comparable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/, as of `[^`\n]*`\.<\/sub>/, '.</sub>')
    .trimEnd();
}
