/** Resolves the workspaces and deployments that the YAML names against those that exist. */
import leven from 'leven';
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf } from '../../core/diff.js';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { ProviderContext } from '../../core/provider.js';
import type { DesiredResource } from '../../core/resource.js';
import type { AstroFacts, NameIndex } from './facts.js';
import { pointerTo } from '../../core/pointer.js';
import { sortKeys } from './workspace-access.js';

export function resolveNames(
  resources: readonly DesiredResource[],
  context: ProviderContext<AstroFacts>,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const workspaces = context.live.facts.workspaces;
  if (workspaces === undefined) return { resources, diagnostics };
  const resolved = resources.map((resource) => {
    const report: Report = (path, summary, hint) => {
      const source = context.locate(pointerTo(resource.pointer, ...path));
      diagnostics.push({
        severity: 'error',
        code: 'unknown-name',
        summary,
        hint,
        address: resource.address,
        ...(source !== undefined && { source }),
      });
    };
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

type Report = (path: readonly string[], summary: string, hint: string) => void;

function resolveWorkspaces(written: JsonObject, workspaces: NameIndex, facts: AstroFacts, report: Report): JsonObject {
  const byName = lookUpAll(written, workspaces, ['workspaces'], 'workspace', report);
  return sortKeys(
    Object.fromEntries(
      Object.entries(byName).map(([name, entry]) => {
        const grant = objectOf(entry);
        const deployments = facts.deployments?.inWorkspace.get(workspaces.idOf.get(name) ?? '');
        if (grant['deployments'] === undefined) return [name, grant];
        const path = ['workspaces', name, 'deployments'];
        const inner = objectOf(grant['deployments']);
        const resolved = lookUpAll(inner, deployments ?? nothing, path, 'deployment', report);
        return [name, { ...grant, deployments: sortKeys(resolved) }];
      }),
    ),
  );
}

const nothing: NameIndex = { idOf: new Map(), nameOf: new Map(), ambiguous: new Set() };

/** Keys become the names that live uses; `id` picks one and disappears. */
function lookUpAll(
  written: JsonObject,
  names: NameIndex,
  path: readonly string[],
  what: string,
  report: Report,
): Record<string, Json> {
  const result: [string, Json][] = [];
  for (const [name, entry] of Object.entries(written)) {
    const { id, ...grant } = isJsonObject(entry) ? entry : { id: undefined };
    const value = isJsonObject(entry) ? grant : entry;
    const at = [...path, name];
    if (typeof id === 'string') {
      const known = names.nameOf.get(id);
      if (known === undefined)
        report(at, `There is no ${what} with the id ${id}.`, 'Check the id in the vendor’s console.');
      else result.push([known, value]);
    } else if (names.ambiguous.has(name)) {
      const ids = [...names.idOf].filter(([key]) => key.startsWith(`${name} (`)).map(([, each]) => each);
      report(at, `Several ${what}s are named "${name}".`, `Say which with id: one of ${ids.join(', ')}.`);
    } else if (!names.idOf.has(name)) {
      report(at, `There is no ${what} "${name}".`, nearestHint(name, [...names.idOf.keys()], what));
    } else {
      result.push([name, value]);
    }
  }
  return Object.fromEntries(result);
}

function nearestHint(name: string, known: readonly string[], what: string): string {
  const near = known
    .map((candidate) => ({ candidate, distance: leven(candidate.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near !== undefined && near.distance <= Math.max(2, name.length / 3)) return `Did you mean "${near.candidate}"?`;
  if (known.length === 0) return `No ${what} is visible to this token.`;
  return `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}.`;
}
