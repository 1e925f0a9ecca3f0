/** Resolves the projects that the YAML names against those that exist. */
import leven from 'leven';
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf, textList } from '../../core/diff.js';
import { compareText, type Json, type JsonObject } from '../../core/json.js';
import { pointerTo } from '../../core/pointer.js';
import type { ProviderContext } from '../../core/provider.js';
import type { DesiredResource } from '../../core/resource.js';
import type { AtlasFacts, NameIndex } from './facts.js';

export function resolveNames(
  resources: readonly DesiredResource[],
  context: ProviderContext<AtlasFacts>,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const projects = context.live.facts.projects;
  const resolved = resources.map((resource) => {
    const written = resource.attributes['projects'];
    if (written === undefined) return resource;
    const report: Report = (name, summary, hint) => {
      const source = context.locate(pointerTo(resource.pointer, 'projects', name));
      diagnostics.push({
        severity: 'error',
        code: 'unknown-name',
        summary,
        hint,
        address: resource.address,
        ...(source !== undefined && { source }),
      });
    };
    const attribute = projectRoles(objectOf(written), projects, report);
    return { ...resource, attributes: { ...resource.attributes, projects: attribute } };
  });
  return { resources: resolved, diagnostics };
}

type Report = (name: string, summary: string, hint: string) => void;

/** Keys become the names that live uses; `id` picks one and disappears. */
function projectRoles(written: JsonObject, projects: NameIndex | undefined, report: Report): JsonObject {
  const entries = Object.entries(written).flatMap(([name, entry]): [string, Json][] => {
    const { id, roles } = Array.isArray(entry) ? { id: undefined, roles: entry as readonly Json[] } : objectOf(entry);
    const list = [...new Set(textList(roles))].sort(compareText);
    const known = projects === undefined ? name : lookUp(name, id, projects, report);
    return known === undefined ? [] : [[known, list]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

function lookUp(name: string, id: Json | undefined, projects: NameIndex, report: Report): string | undefined {
  if (typeof id === 'string') {
    const known = projects.nameOf.get(id);
    if (known === undefined)
      report(name, `There is no project with the id ${id} in this organization.`, 'Check the id in the Atlas console.');
    return known;
  }
  if (projects.ambiguous.has(name)) {
    const ids = [...projects.idOf].filter(([key]) => key.startsWith(`${name} (`)).map(([, each]) => each);
    report(name, `Several projects are named "${name}".`, `Say which with id: one of ${ids.join(', ')}.`);
    return undefined;
  }
  if (projects.idOf.has(name)) return name;
  report(name, `There is no project "${name}" in this organization.`, nearestHint(name, [...projects.idOf.keys()]));
  return undefined;
}

function nearestHint(name: string, known: readonly string[]): string {
  const [near] = known
    .map((candidate) => ({ candidate, distance: leven(candidate.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (near !== undefined && near.distance <= Math.max(2, name.length / 3)) return `Did you mean "${near.candidate}"?`;
  if (known.length === 0) return 'The organization has no project; make one first.';
  return `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}.`;
}
