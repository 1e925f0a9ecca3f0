/** Resolves the workspaces and deployments that the YAML names against those that exist. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf } from '../../core/diff.js';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import { createReportName, lookUpName, type NameWords, type ReportName } from '../../core/look-up-name.js';
import { emptyNameIndex, type NameIndex } from '../../core/name-index.js';
import type { ProviderContext } from '../../core/provider.js';
import type { DesiredResource } from '../../core/resource.js';
import type { AstroFacts } from './facts.js';
import { sortKeys } from './workspace-access.js';

export function resolveNames(
  resources: readonly DesiredResource[],
  context: ProviderContext<AstroFacts>,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const workspaces = context.live.facts.workspaces;
  if (workspaces === undefined) return { resources, diagnostics };
  const resolved = resources.map((resource) => {
    const report = createReportName(resource, context.locate, diagnostics);
    const { jit } = resource.attributes;
    if (resource.kind === 'sso') {
      if (jit === undefined || !isJsonObject(jit) || jit['workspaces'] === undefined) return resource;
      const names = lookUpAll(objectOf(jit['workspaces']), workspaces, ['jit', 'workspaces'], 'workspace', report);
      return { ...resource, attributes: { ...resource.attributes, jit: { ...jit, workspaces: names } } };
    }
    if (resource.attributes['workspaces'] === undefined) return resource;
    const access = resolveWorkspaces(
      objectOf(resource.attributes['workspaces']),
      workspaces,
      context.live.facts,
      report,
    );
    return { ...resource, attributes: { ...resource.attributes, workspaces: access } };
  });
  return { resources: resolved, diagnostics };
}

function resolveWorkspaces(
  written: JsonObject,
  workspaces: NameIndex,
  facts: AstroFacts,
  report: ReportName,
): JsonObject {
  const byName = lookUpAll(written, workspaces, ['workspaces'], 'workspace', report);
  return sortKeys(
    Object.fromEntries(
      Object.entries(byName).map(([name, entry]) => {
        const grant = objectOf(entry);
        const deployments = facts.deployments?.inWorkspace.get(workspaces.idOf.get(name) ?? '');
        if (grant['deployments'] === undefined) return [name, grant];
        const path = ['workspaces', name, 'deployments'];
        const inner = objectOf(grant['deployments']);
        const resolved = lookUpAll(inner, deployments ?? emptyNameIndex, path, 'deployment', report);
        return [name, { ...grant, deployments: sortKeys(resolved) }];
      }),
    ),
  );
}

/** Keys become the names that live uses; `id` picks one and disappears. */
function lookUpAll(
  written: JsonObject,
  names: NameIndex,
  path: readonly string[],
  what: string,
  report: ReportName,
): Record<string, Json> {
  const result: [string, Json][] = [];
  for (const [name, entry] of Object.entries(written)) {
    const { id, ...grant } = isJsonObject(entry) ? entry : { id: undefined };
    const value = isJsonObject(entry) ? grant : entry;
    const known = lookUpName(name, id, names, wordsFor(what), (summary, hint) => {
      report([...path, name], summary, hint);
    });
    if (known !== undefined) result.push([known, value]);
  }
  return Object.fromEntries(result);
}

function wordsFor(what: string): NameWords {
  return { what, where: '', console: 'the vendor’s console', whenNone: `No ${what} is visible to this token.` };
}
