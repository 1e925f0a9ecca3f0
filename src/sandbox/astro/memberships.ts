import { type Invite, type User } from './records.js';
import { type Store } from '../store.js';
import { type Call } from './route.js';

/** Takes a person out of an organization, and with them their team memberships and invites. */
export function removeUser(store: Store, user: User): void {
  for (const member of [...store.where('member', 'user', user.organizationId, user.id)]) store.delete('member', member);
  for (const invite of [...store.where('invite', 'user', user.organizationId, user.id)]) store.delete('invite', invite);
  store.delete('user', user);
}

export const isLive = ({ clock }: Pick<Call, 'clock'>, invite: Invite): boolean =>
  Date.parse(invite.expiresAt) > clock.now();
