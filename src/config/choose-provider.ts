/** Which connection an organization uses: the one it names, or the only one of its type. */
import type { Json, JsonObject } from '../core/json.js';
import { objectAt, textAt } from './json-access.js';

/** What `type` may say; another word is a mistake that the schema reports, and no reason to look for a connection. */
export const vendorTypes: ReadonlySet<string> = new Set(['astro', 'atlas', 'scim']);

/** The named one; without a name all that would do, of which there should be one. */
export function providerCandidates(document: JsonObject, organization: Json): readonly string[] {
  const named = textAt(organization, 'provider');
  if (named !== undefined) return [named];
  const type = textAt(organization, 'type');
  return Object.entries(objectAt(document, 'providers')).flatMap(([name, provider]) =>
    textAt(provider, 'type') === type ? [name] : [],
  );
}
