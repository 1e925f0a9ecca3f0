/** Resolves the projects that the YAML names against those that exist. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf, textList } from '../../core/diff.js';
import { compareText, type Json, type JsonObject } from '../../core/json.js';
import { createReportName, lookUpName, type NameWords, type ReportName } from '../../core/look-up-name.js';
import type { NameIndex } from '../../core/name-index.js';
import type { ProviderContext } from '../../core/provider.js';
import type { DesiredResource } from '../../core/resource.js';
import type { AtlasFacts } from './facts.js';

export function resolveNames(
  resources: readonly DesiredResource[],
  context: ProviderContext<AtlasFacts>,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const projects = context.live.facts.projects;
  const resolved = resources.map((resource) => {
    const written = resource.attributes['projects'];
    if (written === undefined) return resource;
    const report = createReportName(resource, context.locate, diagnostics);
    const attribute = projectRoles(objectOf(written), projects, report);
    return { ...resource, attributes: { ...resource.attributes, projects: attribute } };
  });
  return { resources: resolved, diagnostics };
}

const words: NameWords = {
  what: 'project',
  where: ' in this organization',
  console: 'the Atlas console',
  whenNone: 'The organization has no project; make one first.',
};

/** Keys become the names that live uses; `id` picks one and disappears. */
function projectRoles(written: JsonObject, projects: NameIndex | undefined, report: ReportName): JsonObject {
  const entries = Object.entries(written).flatMap(([name, entry]): [string, Json][] => {
    const { id, roles } = Array.isArray(entry) ? { id: undefined, roles: entry as readonly Json[] } : objectOf(entry);
    const list = [...new Set(textList(roles))].sort(compareText);
    const known =
      projects === undefined
        ? name
        : lookUpName(name, id, projects, words, (summary, hint) => {
            report(['projects', name], summary, hint);
          });
    return known === undefined ? [] : [[known, list]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}
