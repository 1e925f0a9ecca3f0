/** From everything that gives somebody roles to what they can do: by place, the most privileged first. */
import type { AccessRole, RoleSource } from './access.js';
import { compareText } from './json.js';

export interface RoleGrant extends RoleSource {
  readonly place: string;
  readonly role: string;
}

/**
 * `ranksOf` lists the roles of a place that hold each other, most privileged first: of those only the first that is given
 * counts. A role that is not listed (a custom one, or where all add up) counts beside them.
 */
export function effectiveRoles(
  grants: readonly RoleGrant[],
  ranksOf: (place: string) => readonly string[],
): readonly AccessRole[] {
  const places = new Map<string, Map<string, RoleSource[]>>();
  for (const { place, role, path, address } of grants) {
    const roles = places.get(place) ?? new Map<string, RoleSource[]>();
    const sources = roles.get(role) ?? [];
    sources.push({ path, address });
    places.set(place, roles.set(role, sources));
  }
  return [...places]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([place, roles]) => {
      const ranks = ranksOf(place);
      const strongest = ranks.find((role) => roles.has(role));
      return [...roles]
        .filter(([role]) => role === strongest || !ranks.includes(role))
        .sort(([a], [b]) => compareText(a, b))
        .map(([role, sources]) => ({ place, role, sources: [...sources].sort(bySource) }));
    });
}

function bySource(a: RoleSource, b: RoleSource): number {
  return compareText(a.path, b.path) || compareText(a.address ?? '', b.address ?? '');
}
