import { denied, type LoginOutcome } from '../login-outcome.js';
import { type Store } from '../store.js';
import { type ScimService } from './records.js';

/** A service behind SCIM lets in who is there and active, however they prove who they are. */
export function scimLogin(store: Store, service: ScimService, userName: string, method: string): LoginOutcome {
  const user = store.where('scimUser', 'userName', service.id, userName.toLowerCase())[0];
  if (user === undefined) return denied(`${userName} is not a user of ${service.id}`);
  if (user.resource['active'] !== true) return denied(`${userName} is inactive`);
  return { allowed: true, reason: `${userName} is an active user`, via: method, provisioned: false, roles: [] };
}
