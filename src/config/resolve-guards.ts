/** Guards as they hold for one organization: its own, then those at the top, then the defaults, field by field. */
import { defaultGuards, defaultMinOwners, defaultRemovalLimit } from '../core/guards/default-guards.js';
import { compareText, type JsonObject } from '../core/json.js';
import {
  removalScopes,
  type GuardSettings,
  type Protection,
  type RemovalLimit,
  type RemovalScope,
} from '../core/resource.js';
import { hasKey, listAt, objectAt } from './json-access.js';

export function resolveGuards(top: JsonObject, own: JsonObject, protect: Protection): GuardSettings {
  const both = [own, top];
  const limits = removalScopes.map((scope): [RemovalScope, RemovalLimit] => {
    const layers = both.map((guards) => objectAt(objectAt(guards, 'maxRemovals'), scope));
    return [
      scope,
      {
        percent: firstNumber(layers, 'percent') ?? defaultRemovalLimit.percent,
        atLeast: firstNumber(layers, 'atLeast') ?? defaultRemovalLimit.atLeast,
      },
    ];
  });
  const maxNewOwners = firstNumber(both, 'maxNewOwners');
  return {
    minOwners: firstNumber(both, 'minOwners') ?? defaultMinOwners,
    requiredOwners: firstPeople(both, 'requiredOwners') ?? defaultGuards.requiredOwners,
    ...(maxNewOwners !== undefined && { maxNewOwners }),
    denyWeakerLogin: firstFlag(both, 'denyWeakerLogin') ?? defaultGuards.denyWeakerLogin,
    requireSelf: firstFlag(both, 'requireSelf') ?? defaultGuards.requireSelf,
    protect,
    maxRemovals: Object.fromEntries(limits) as Record<RemovalScope, RemovalLimit>,
  };
}

function firstNumber(layers: readonly JsonObject[], key: string): number | undefined {
  return layers.map((layer) => layer[key]).find((value) => typeof value === 'number');
}

function firstFlag(layers: readonly JsonObject[], key: string): boolean | undefined {
  return layers.map((layer) => layer[key]).find((value) => typeof value === 'boolean');
}

function firstPeople(layers: readonly JsonObject[], key: string): readonly string[] | undefined {
  const layer = layers.find((each) => hasKey(each, key));
  if (layer === undefined) return undefined;
  const people = listAt(layer, key).flatMap((person) => (typeof person === 'string' ? [person.toLowerCase()] : []));
  return [...new Set(people)].sort(compareText);
}
