/** Attributes of people that a service does not have: wanted, they would be missing for ever. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { DesiredOrganization, DesiredResource } from '../../core/resource.js';
import type { ScimClient } from './client.js';
import { userSchema } from './schemas.js';
import type { WireUser } from './wire.js';

export interface Unsupported {
  readonly attributes: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The schemas are asked only about attributes that are wanted and that nobody has. */
export async function findUnsupported(
  client: ScimClient,
  organization: DesiredOrganization,
  users: ReadonlyMap<string, WireUser>,
): Promise<Unsupported> {
  const suspects = Object.entries(carries)
    .map(([attribute, isCarriedBy]) => ({ attribute, isCarriedBy, wanted: wanting(organization, attribute) }))
    .filter(({ isCarriedBy, wanted }) => wanted.length > 0 && ![...users.values()].some(isCarriedBy));
  const listed = users.size === 0 || suspects.length === 0 ? undefined : (await client.schemas())?.get(userSchema);
  if (listed === undefined) return { attributes: new Set(), diagnostics: [] };
  const missing = suspects.filter(
    ({ attribute }) =>
      !listed.has(attribute.toLowerCase()) &&
      // Common attributes belong to no schema (RFC 7643, section 3.1), so most services do not list them.
      (attribute !== 'externalId' || listed.has('id')),
  );
  return {
    attributes: new Set(missing.map(({ attribute }) => attribute)),
    diagnostics: missing.flatMap(({ attribute, wanted }) => warning(organization, attribute, wanted)),
  };
}

const carries: Readonly<Record<string, (user: WireUser) => boolean>> = {
  displayName: ({ displayName }) => displayName !== undefined,
  externalId: ({ externalId }) => externalId !== undefined,
  emails: ({ emails }) => emails.length > 0,
  name: ({ name }) => Object.keys(name).length > 0,
};

function wanting({ resources }: DesiredOrganization, attribute: string): readonly DesiredResource[] {
  return resources.filter(
    ({ kind, state, attributes }) => kind === 'member' && state === 'present' && attributes[attribute] !== undefined,
  );
}

/** At the first person; the others are counted. */
function warning(
  { name }: DesiredOrganization,
  attribute: string,
  [first, ...others]: readonly DesiredResource[],
): readonly Diagnostic[] {
  if (first === undefined) return [];
  const whose = others.length === 0 ? '' : ` (nor that of ${others.length} more)`;
  return [
    {
      severity: 'warning',
      code: 'scim-attribute-unsupported',
      summary: `The directory ${name} does not store ${attribute}, so that of ${first.name}${whose} is left out.`,
      detail: `The service's User schema has no attribute ${attribute}, and nobody in the directory has one.`,
      hint: `Remove ${attribute} from the configuration of these people.`,
      address: first.address,
      ...(first.source !== undefined && { source: first.source }),
    },
  ];
}
