/**
 * Who may get into a service behind SCIM: whoever is there and `active` (RFC 7643, section 4.1.1), however they prove who
 * they are. What a group gives to its members the protocol does not say, so it is named and no more.
 */
import type { AccessRole, AccessRules, AccessView, StateResource } from '../../core/access.js';
import { byName, noEntrance, teamsByPerson } from '../../core/access-parts.js';
import { effectiveRoles } from '../../core/access-roles.js';
import { compareText } from '../../core/json.js';
import type { ScimFacts } from './facts.js';

export const scimAccess: AccessRules<ScimFacts> = {
  methods: [{ name: 'any' }],
  open: ({ live, resources }): AccessView => {
    const members = byName(resources, 'member');
    const all = resources.filter(({ kind }) => kind === 'team');
    const teams = teamsByPerson(all);
    // Anybody may be in a group that does not show for sure whom it has.
    const hidden = all.filter(({ remoteId }) => remoteId !== undefined && live.facts.hidden.has(remoteId));
    return {
      people: [...members.keys()].sort(compareText),
      domains: [],
      passage: () => ({ verdict: 'yes', identityProvider: undefined, reasons: [], assumptions: [] }),
      entrance: ({ person }) => {
        const member = members.get(person.toLowerCase());
        if (member === undefined) {
          const coverage = live.coverage['members'];
          return coverage?.complete === false
            ? noEntrance('unknown', {
                text: `the people were not read completely: ${coverage.reason}`,
                address: undefined,
              })
            : noEntrance('no', { text: `${person} is not a user of the service`, address: undefined });
        }
        const { address, attributes, name } = member;
        if (attributes['active'] === false) return noEntrance('no', { text: `${name} is inactive`, address });
        const own = teams.get(name) ?? [];
        const perhaps = hidden.filter((team) => !own.includes(team));
        return {
          verdict: 'yes',
          path: 'member',
          roles: rolesOf(own),
          possibleRoles: rolesOf(perhaps),
          reasons: [{ text: `${name} is an active user`, address }],
          assumptions: [],
        };
      },
    };
  },
};

function rolesOf(teams: readonly StateResource[]): readonly AccessRole[] {
  return effectiveRoles(
    teams.map(({ name, address }) => ({ place: '', role: name, path: `team ${name}`, address })),
    () => [],
  );
}
