import { type Store } from '../store.js';
import { keyed, sortKeys, type View } from '../view.js';
import { type ScimResource, type ScimService } from './records.js';

/** The standalone SCIM services of the state, by path: users by user name, groups by name, members by user name. */
export const scimView = (store: Store): View =>
  sortKeys(
    Object.fromEntries([...store.all('scimService')].map((service) => [service.id, serviceView(store, service)])),
  );

function serviceView(store: Store, { id: path, capabilities }: ScimService): View {
  const name = (memberId: string): string => {
    const user = store.get('scimUser', path, memberId);
    if (user !== undefined) return text(user, 'userName');
    const group = store.get('scimGroup', path, memberId);
    return group === undefined ? memberId : text(group, 'displayName');
  };
  const view = ({ resource, created, lastModified, version }: ScimResource): View =>
    sortKeys({ ...resource, created, lastModified, version });
  return {
    capabilities: sortKeys({ ...capabilities }),
    users: keyed(store.list('scimUser', path), (user) => text(user, 'userName').toLowerCase(), view),
    groups: keyed(
      store.list('scimGroup', path),
      (group) => text(group, 'displayName'),
      (group) => ({
        ...view(group),
        members: store
          .where('scimMember', 'group', path, group.id)
          .map(({ memberId }) => name(memberId))
          .sort(),
      }),
    ),
  };
}

const text = ({ resource, id }: ScimResource, attribute: string): string => {
  const value = resource[attribute];
  return typeof value === 'string' ? value : id;
};
