/** E-mail addresses as a service takes them: only whole, so those that stay are sent as they were. */
import { isJsonObject, type JsonObject, textOf } from '../../core/json.js';
import { booleanOf } from './loose.js';
import { withoutMarkers } from './whole-resource.js';

/** `wanted` in lower case; `live` as read. */
export function emailsAfter(
  wanted: readonly string[],
  live: readonly JsonObject[],
  userName: string,
): readonly JsonObject[] {
  const left = new Set(wanted);
  const kept = live.flatMap((email) => {
    const plain = withoutMarkers(email);
    return wanted.includes(valueOf(email)) && isJsonObject(plain) && left.delete(valueOf(email)) ? [plain] : [];
  });
  const added = wanted.filter((email) => left.has(email));
  // There was none, or the primary one goes: somebody must be reachable. Otherwise what is primary stays so.
  const needsPrimary = !kept.some(isPrimary) && (live.length === 0 || live.some(isPrimary));
  const primary = needsPrimary ? (added.find((email) => email === userName) ?? added[0]) : undefined;
  return [...kept, ...added.map((value) => ({ value, type: 'work', ...(value === primary && { primary: true }) }))];
}

function valueOf(email: JsonObject): string {
  return textOf(email['value']).toLowerCase();
}

function isPrimary({ primary }: JsonObject): boolean {
  return booleanOf(primary) === true;
}
