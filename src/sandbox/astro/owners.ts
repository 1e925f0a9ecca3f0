import { type User } from './records.js';
import { invalid } from './api-error.js';
import { type OrganizationCall } from './route.js';

/** What the rule about owners looks at. */
export type OwnerContext = Pick<OrganizationCall, 'store' | 'organization' | 'switches'>;

/**
 * The organization keeps at least one owner (product docs; how the server enforces it is a switch). Only ACTIVE people
 * count: nobody else can log in to act as one. Call it before somebody stops being an owner.
 */
export function keepAnOwner({ store, organization, switches }: OwnerContext, leaving: readonly User[]): void {
  if (switches.lastOwner === 'allowed') return;
  const isOwner = (user: User): boolean =>
    user.organizationRole === 'ORGANIZATION_OWNER' ||
    (switches.ownerThroughTeam === 'counts' &&
      store
        .where('member', 'user', organization.id, user.id)
        .some(({ teamId }) => store.get('team', organization.id, teamId)?.organizationRole === 'ORGANIZATION_OWNER'));
  const gone = new Set(leaving.filter((user) => user.status === 'ACTIVE' && isOwner(user)).map(({ id }) => id));
  if (gone.size === 0) return;
  const stays = store
    .list('user', organization.id)
    .some((user) => user.status === 'ACTIVE' && !gone.has(user.id) && isOwner(user));
  if (!stays) throw invalid(`organization ${organization.id} must have at least one ORGANIZATION_OWNER`);
}
