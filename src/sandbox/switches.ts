import { astroSwitchTable } from './astro/switch-table.js';
import { atlasSwitchTable } from './atlas/switch-table.js';
import { type Amount, type Choice } from './switch-entry.js';

/**
 * What no public source settles about the vendor, one switch each, with the behaviour we assume until somebody knows.
 * Where two readings are possible the default is the one that is harder on a client, so that nothing passes here by luck.
 * A world sets them under `switches`; `PUT /_sandbox/switches` changes them while the sandbox runs.
 */
export const switchTable = { ...astroSwitchTable, ...atlasSwitchTable } satisfies Record<string, Choice | Amount>;

export type SwitchName = keyof typeof switchTable;
type ValueOf<Entry> = Entry extends { values: readonly (infer Value)[] } ? Value : number;
export type Switches = { readonly [Name in SwitchName]: ValueOf<(typeof switchTable)[Name]> };
export type SwitchSettings = Partial<Switches>;

/** The defaults with what a world or a control has set on top. */
export function settleSwitches(settings: SwitchSettings): Switches {
  const defaults = Object.fromEntries(Object.entries(switchTable).map(([name, entry]) => [name, entry.default]));
  return { ...defaults, ...settings } as Switches;
}

/** Problems of settings that did not come through the world schema; empty when all are fine. */
export function switchProblems(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const entry: Choice | Amount | undefined = Object.hasOwn(switchTable, name)
      ? switchTable[name as SwitchName]
      : undefined;
    if (entry === undefined) return [`there is no switch ${name}`];
    if ('values' in entry) {
      return typeof value === 'string' && entry.values.includes(value)
        ? []
        : [`${name} must be one of ${entry.values.join(', ')}`];
    }
    const fits = Number.isInteger(value) && Number(value) >= entry.minimum && Number(value) <= entry.maximum;
    return fits ? [] : [`${name} must be a whole number from ${entry.minimum} to ${entry.maximum}`];
  });
}
