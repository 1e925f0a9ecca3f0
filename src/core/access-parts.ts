/** What vendors' rules about access answer with, and look things up in. */
import type { AccessAssumption, AccessReason, Entrance, Passage, StateResource, Verdict } from './access.js';
import { textList } from './diff.js';

type About = Pick<AccessReason, 'address'> | undefined;

export function reason(text: string, about?: About): AccessReason {
  return { text, address: about?.address };
}

/** Where no identity provider is asked. */
export function passage(
  verdict: Verdict,
  text: string,
  about?: About,
  assumptions: readonly AccessAssumption[] = [],
): Passage {
  return { verdict, identityProvider: undefined, reasons: [reason(text, about)], assumptions };
}

/** Nobody enters, or whether they do is not known. */
export function noEntrance(
  verdict: Exclude<Verdict, 'yes'>,
  why: AccessReason,
  assumptions: readonly AccessAssumption[] = [],
): Entrance {
  return { verdict, path: undefined, roles: [], possibleRoles: [], reasons: [why], assumptions };
}

/** By name. */
export function byName(resources: readonly StateResource[], kind: string): ReadonlyMap<string, StateResource> {
  return new Map(resources.filter((resource) => resource.kind === kind).map((found) => [found.name, found]));
}

/** The teams that each person is in. */
export function teamsByPerson(teams: readonly StateResource[]): ReadonlyMap<string, readonly StateResource[]> {
  const byPerson = new Map<string, StateResource[]>();
  for (const team of teams) {
    for (const person of textList(team.attributes['members'])) {
      const mine = byPerson.get(person);
      if (mine === undefined) byPerson.set(person, [team]);
      else mine.push(team);
    }
  }
  return byPerson;
}
