import { seedAtlas } from './atlas/seed.js';
import { seedAstro } from './astro/seed.js';
import { seedScim } from './scim/seed.js';
import { type Stamp } from './stamp.js';
import { type AnyRow } from './records.js';
import { storeFormat } from './store.js';
import { settleSwitches } from './switches.js';
import { worldProblems } from './validate-world.js';
import { WorldError } from './world-error.js';
import { type World } from './world.js';

/** All rows of a world, or a WorldError. The world itself is kept too: a reset seeds from it again. */
export function seed(value: unknown, stamp: Stamp): AnyRow[] {
  const problems = worldProblems(value);
  if (problems.length > 0) {
    throw new WorldError(problems.map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`)));
  }
  const world = value as World;
  const dns: Record<string, boolean> = {};
  for (const { domains = [] } of world.astro?.organizations ?? []) {
    for (const { name, status = 'VERIFIED', dns: there } of domains) {
      if (there !== undefined || status === 'VERIFIED') dns[name.toLowerCase()] = there ?? true;
    }
  }
  const setting = (id: string, kept: unknown): AnyRow => ({
    kind: 'setting',
    row: { organizationId: '', id, value: kept },
  });
  return [
    setting('format', storeFormat),
    setting('world', world),
    setting('dns', dns),
    setting('switches', world.switches ?? {}),
    ...seedAstro(world.astro ?? {}, settleSwitches(world.switches ?? {}), stamp),
    ...seedAtlas(world.atlas ?? {}, stamp),
    ...seedScim(world.scim ?? [], stamp),
  ];
}
