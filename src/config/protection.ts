/** `protect`: what a plan may not remove without a guard's tripping. */
import { compareText, type Json, type JsonObject } from '../core/json.js';
import type { Protection } from '../core/resource.js';
import { listEmails } from './expand-members.js';
import { objectAt } from './json-access.js';
import { joinPointer } from './pointer.js';

/** People are protected by name: who is listed nowhere any more is so, too. */
export function protectionOf(document: JsonObject, organization: string): Protection {
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const direct = objectAt(config, 'members');
  const lists = protectedKeys(objectAt(config, 'memberLists'));
  const people = [
    ...protectedKeys(objectAt(document, 'people')),
    ...protectedKeys(direct),
    // An entry of somebody's own wins over lists.
    ...lists.flatMap((list) => listEmails(document, list)).filter((email) => !Object.hasOwn(direct, email)),
  ];
  return { everything: isProtected(config), people: [...new Set(people)].sort(compareText) };
}

/** Pointers of protected entries other than people; a domain protects its SSO connection, too. */
export function protectedPointers(document: JsonObject, organization: string): readonly string[] {
  const pointer = joinPointer('/organizations', organization);
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const authentication = objectAt(config, 'authentication');
  const below = (name: string): string => joinPointer(pointer, 'authentication', name);
  const keyed = (entries: JsonObject, at: string): readonly string[] =>
    protectedKeys(entries).map((name) => joinPointer(at, name));
  return [
    ...keyed(objectAt(config, 'teams'), joinPointer(pointer, 'teams')),
    ...keyed(objectAt(authentication, 'domains'), below('domains')).flatMap((domain) => [domain, `${domain}/sso`]),
    ...keyed(objectAt(authentication, 'roleMappings'), below('roleMappings')),
    ...(isProtected(objectAt(authentication, 'bypassLink')) ? [below('bypassLink')] : []),
  ];
}

function protectedKeys(entries: JsonObject): readonly string[] {
  return Object.entries(entries).flatMap(([key, entry]) => (isProtected(entry) ? [key] : []));
}

function isProtected(entry: Json): boolean {
  return typeof entry === 'object' && entry !== null && 'protect' in entry && entry.protect === true;
}
