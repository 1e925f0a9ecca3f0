/** Guards that a configuration sets weaker than they are by default: a reviewer is told before anything else. */
import type { Diagnostic } from '../diagnostics.js';
import { pointerTo } from '../pointer.js';
import { removalScopes, type DesiredOrganization, type GuardSettings, type Locate } from '../resource.js';
import { defaultGuards, defaultMinOwners, defaultRemovalLimit } from './default-guards.js';

interface Setting {
  /** Below `guards`. */
  readonly path: readonly string[];
  readonly value: number | boolean;
  readonly normal: number | boolean;
  readonly isWeaker: boolean;
}

/** What stands at the top of the configuration is said once for all organizations. */
export function weakerGuards(
  { name, pointer, guards }: Pick<DesiredOrganization, 'name' | 'pointer' | 'guards'>,
  locate: Locate,
): readonly Diagnostic[] {
  return settingsOf(guards)
    .filter(({ isWeaker }) => isWeaker)
    .flatMap(({ path, value, normal }): readonly Diagnostic[] => {
      const own = locate(pointerTo(pointer, 'guards', ...path));
      const source = own ?? locate(pointerTo('', 'guards', ...path));
      if (source === undefined) return [];
      const whose = own === undefined ? '' : `${name}: `;
      const summary = `${whose}guards.${path.join('.')} is ${value}, weaker than the default ${normal}.`;
      return [{ severity: 'warning', code: 'weaker-guard', summary, source }];
    });
}

function settingsOf({ minOwners, maxRemovals, requireSelf }: GuardSettings): readonly Setting[] {
  return [
    {
      path: ['minOwners'],
      value: minOwners,
      normal: defaultMinOwners,
      isWeaker: minOwners < defaultMinOwners,
    },
    {
      path: ['requireSelf'],
      value: requireSelf,
      normal: defaultGuards.requireSelf,
      isWeaker: !requireSelf,
    },
    ...removalScopes.flatMap((scope) =>
      (['percent', 'atLeast'] as const).map((field): Setting => ({
        path: ['maxRemovals', scope, field],
        value: maxRemovals[scope][field],
        normal: defaultRemovalLimit[field],
        isWeaker: maxRemovals[scope][field] > defaultRemovalLimit[field],
      })),
    ),
  ];
}
