/** Guards as they hold for one organization: its own, then those at the top, then the defaults, field by field. */
import type { JsonObject } from '../core/json.js';
import { removalScopes, type GuardSettings, type RemovalLimit, type RemovalScope } from '../core/resource.js';
import { objectAt } from './json-access.js';

const defaultMinOwners = 1;
const defaultLimit: RemovalLimit = { percent: 25, atLeast: 5 };

export function resolveGuards(top: JsonObject, own: JsonObject): GuardSettings {
  const limits = removalScopes.map((scope): [RemovalScope, RemovalLimit] => {
    const layers = [own, top].map((guards) => objectAt(objectAt(guards, 'maxRemovals'), scope));
    return [
      scope,
      {
        percent: firstNumber(layers, 'percent') ?? defaultLimit.percent,
        atLeast: firstNumber(layers, 'atLeast') ?? defaultLimit.atLeast,
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
