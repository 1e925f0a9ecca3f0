/** The environment variables that the configuration reads secrets from. */
import type { JsonObject } from '../core/json.js';
import { objectAt, textAt } from './json-access.js';

export function secretVariables(document: JsonObject): ReadonlySet<string> {
  const holders = [
    ...Object.values(objectAt(document, 'providers')),
    ...Object.values(objectAt(document, 'identityProviders')).map((provider) => objectAt(provider, 'astro')),
  ];
  const fields = holders.flatMap((holder) =>
    typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? Object.values(holder as JsonObject) : [],
  );
  return new Set(fields.flatMap((field) => textAt(field, 'env') ?? []));
}
