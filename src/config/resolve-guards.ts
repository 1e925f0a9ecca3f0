/** Guards as they hold for one organization: its own, then those at the top, then the defaults, field by field. */
import { defaultMinOwners, defaultRemovalLimit } from '../core/guards/default-guards.js';
import type { JsonObject } from '../core/json.js';
import { removalScopes, type GuardSettings, type RemovalLimit, type RemovalScope } from '../core/resource.js';
import { objectAt } from './json-access.js';

export function resolveGuards(top: JsonObject, own: JsonObject): GuardSettings {
  const limits = removalScopes.map((scope): [RemovalScope, RemovalLimit] => {
    const layers = [own, top].map((guards) => objectAt(objectAt(guards, 'maxRemovals'), scope));
    return [
      scope,
      {
        percent: firstNumber(layers, 'percent') ?? defaultRemovalLimit.percent,
        atLeast: firstNumber(layers, 'atLeast') ?? defaultRemovalLimit.atLeast,
      },
    ];
  });
  return {
    minOwners: firstNumber([own, top], 'minOwners') ?? defaultMinOwners,
    maxRemovals: Object.fromEntries(limits) as Record<RemovalScope, RemovalLimit>,
  };
}

function firstNumber(layers: readonly JsonObject[], key: string): number | undefined {
  return layers.map((layer) => layer[key]).find((value) => typeof value === 'number');
}
