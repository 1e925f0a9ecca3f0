/** Pairs groups with the teams of the configuration: display names compare without case (RFC 7643, section 4.2). */
import type { DesiredResource } from '../../core/resource.js';

export interface TeamNames {
  /** The group's name as the configuration spells it; as the service spells it where the configuration has none. */
  spelled(displayName: string): string;
  /** Teams of that name, now or before. */
  of(displayName: string): readonly DesiredResource[];
}

export function createTeamNames(resources: readonly DesiredResource[]): TeamNames {
  const exact = new Set<string>();
  const spelling = new Map<string, string>();
  const teams = new Map<string, DesiredResource[]>();
  for (const team of resources.filter(({ kind }) => kind === 'team')) {
    for (const name of [team.name, ...team.previously]) {
      const key = name.toLowerCase();
      exact.add(name);
      if (!spelling.has(key)) spelling.set(key, name);
      teams.set(key, [...(teams.get(key) ?? []), team]);
    }
  }
  return {
    spelled: (displayName) =>
      exact.has(displayName) ? displayName : (spelling.get(displayName.toLowerCase()) ?? displayName),
    of: (displayName) => teams.get(displayName.toLowerCase()) ?? [],
  };
}
