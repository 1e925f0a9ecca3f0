/** `unlisted` with its defaults: what is live but not listed is reported, and what was provisioned is not removed. */
import type { Json, JsonObject } from '../core/json.js';
import type { UnlistedPolicy } from '../core/resource.js';
import { collectionKeys, type CollectionKey } from '../core/shape.js';
import { textAt } from './json-access.js';

export function resolveUnlisted(unlisted: JsonObject): Readonly<Record<CollectionKey, UnlistedPolicy>> {
  const policies = collectionKeys.map((key): [CollectionKey, UnlistedPolicy] => [key, policyOf(unlisted[key])]);
  return Object.fromEntries(policies) as Record<CollectionKey, UnlistedPolicy>;
}

function policyOf(value: Json | undefined): UnlistedPolicy {
  const word = typeof value === 'string' ? value : textAt(value, 'policy');
  const policy = word === 'keep' || word === 'remove' ? word : 'report';
  const includeProvisioned = typeof value === 'object' && (value as JsonObject)['includeProvisioned'] === true;
  return { policy, includeProvisioned };
}
