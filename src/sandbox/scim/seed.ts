import { namedUuid } from '../ids.js';
import { type AnyRow } from '../records.js';
import { type Stamp } from '../stamp.js';
import { defaultCapabilities } from './capabilities.js';
import { servicePath, type WorldScim, type WorldScimService } from './world.js';

/** The rows of a (valid) world's SCIM services. Ids that the world does not give follow from names, so they are stable. */
export const seedScim = (services: WorldScim, stamp: Stamp): AnyRow[] =>
  services.flatMap((service) => seedService(service, stamp()));

function seedService({ path, capabilities = {}, users = [], groups = [] }: WorldScimService, now: string): AnyRow[] {
  const organizationId = servicePath(path);
  const settled = { ...defaultCapabilities, ...capabilities };
  const rows: AnyRow[] = [{ kind: 'scimService', row: { organizationId, id: organizationId, capabilities: settled } }];
  const stamps = { created: now, lastModified: now, version: 1 };
  const ids = new Map<string, string>();
  users.forEach((user, at) => {
    const { id = namedUuid('scimUser', organizationId, user.userName.toLowerCase()), active = true, ...rest } = user;
    const userName = settled.lowerCaseUserNames ? user.userName.toLowerCase() : user.userName;
    ids.set(user.userName.toLowerCase(), id);
    const resource = { id, ...rest, userName, active };
    rows.push({ kind: 'scimUser', row: { organizationId, id, resource, serial: at - users.length, ...stamps } });
  });
  groups.forEach(({ members = [], id: given, ...group }, at) => {
    const id = given ?? namedUuid('scimGroup', organizationId, group.displayName.toLowerCase());
    rows.push({
      kind: 'scimGroup',
      row: { organizationId, id, resource: { id, ...group }, serial: at - groups.length, ...stamps },
    });
    for (const userName of members) {
      const memberId = ids.get(userName.toLowerCase()) ?? userName;
      rows.push({
        kind: 'scimMember',
        row: { organizationId, id: `${id}/${memberId}`, groupId: id, memberId },
      });
    }
  });
  return rows;
}
