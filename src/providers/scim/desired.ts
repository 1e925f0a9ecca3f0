/** From a SCIM directory in YAML to desired resources. Offline: nothing in it has to be resolved by name. */
import { createMakeResource, organizationOf, pick } from '../../core/desired-resources.js';
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf, textList } from '../../core/diff.js';
import { compareText, type JsonObject } from '../../core/json.js';
import type { OrganizationInput, TeamInput } from '../../core/organization-input.js';
import type { DesiredOrganization, Locate } from '../../core/resource.js';
import { nameFields } from './kinds.js';

export function desiredOrganization(
  input: OrganizationInput,
  locate: Locate,
): { readonly organization: DesiredOrganization; readonly diagnostics: readonly Diagnostic[] } {
  const make = createMakeResource(input, locate);
  const listed = new Set(input.members.filter(({ state }) => state === 'present').map(({ email }) => email));
  const resources = [
    ...input.members.map(({ email, state, settings, pointer }) =>
      make('member', email, pointer, {
        state,
        attributes: state === 'absent' ? {} : memberAttributes(settings),
      }),
    ),
    ...input.teams.map((team) =>
      make('team', team.name, team.pointer, {
        state: team.state,
        previously: team.previously,
        attributes: team.state === 'absent' ? {} : teamAttributes(team),
        dependsOn: (team.members ?? [])
          .filter((person) => listed.has(person))
          .map((person) => formatAddress(input.name, 'member', person)),
      }),
    ),
  ];
  const removePeople = input.config['removePeople'] === 'delete' ? 'delete' : 'deactivate';
  return { organization: organizationOf(input, resources, { removePeople }), diagnostics: [] };
}

/** Listed means active, unless the YAML says otherwise. */
function memberAttributes(settings: JsonObject): JsonObject {
  const name = pick(objectOf(settings['name']), nameFields);
  const emails = settings['emails'];
  return {
    active: settings['active'] !== false,
    ...pick(settings, ['displayName', 'externalId']),
    ...(Object.keys(name).length > 0 && { name }),
    ...(emails !== undefined && {
      emails: [...new Set(textList(emails).map((email) => email.toLowerCase()))].sort(compareText),
    }),
  };
}

function teamAttributes({ settings, members }: TeamInput): JsonObject {
  return { ...pick(settings, ['externalId']), ...(members !== undefined && { members }) };
}
