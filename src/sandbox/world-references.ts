import { astroProblems } from './astro/world-references.js';
import { atlasProblems } from './atlas/world-references.js';
import { scimProblems } from './scim/world-references.js';
import { type Report } from './unique.js';
import { type WorldProblem } from './validate-world.js';
import { type World } from './world.js';

/** What the schema cannot say: names that must exist, and names that must not come twice. */
export function referenceProblems(world: World): WorldProblem[] {
  const problems: WorldProblem[] = [];
  const report: Report = (pointer, message) => problems.push({ pointer, message });
  atlasProblems(world.atlas ?? {}, report);
  astroProblems(world.astro ?? {}, report);
  scimProblems(world.scim ?? [], report);
  return problems;
}
