import { unique, type Report } from '../unique.js';
import { servicePath, type WorldScim, type WorldScimService } from './world.js';

/** What the schema cannot say of SCIM services: paths that are free, names that exist, names that must not come twice. */
export function scimProblems(services: WorldScim, report: Report): void {
  unique(services, '/scim', 'path', ({ path }) => servicePath(path), report);
  services.forEach((service, at) => {
    const path = servicePath(service.path);
    if (path === '' || path === '/_sandbox' || path.startsWith('/_sandbox/')) {
      report(
        `/scim/${at}/path`,
        `${service.path} cannot be the path of a service: name one of its own, like /scim/v2/corp`,
      );
    }
    checkService(service, `/scim/${at}`, report);
  });
}

function checkService(service: WorldScimService, pointer: string, report: Report): void {
  const { users = [], groups = [], capabilities = {} } = service;
  unique(users, `${pointer}/users`, 'user name', ({ userName }) => userName.toLowerCase(), report);
  if (capabilities.uniqueGroupNames !== false) {
    const hint = ' (capability uniqueGroupNames: false allows it)';
    unique(groups, `${pointer}/groups`, 'name', ({ displayName }) => displayName.toLowerCase(), report, hint);
  } else {
    const unnamed = groups.filter(({ id }) => id === undefined);
    const hint = ' (give groups of one name their own ids)';
    unique(unnamed, `${pointer}/groups`, 'name', ({ displayName }) => displayName.toLowerCase(), report, hint);
  }
  const withId = [...users, ...groups].filter(({ id }) => id !== undefined);
  unique(withId, `${pointer}/users`, 'id', ({ id }) => id ?? '', report);

  const known = new Set(users.map(({ userName }) => userName.toLowerCase()));
  groups.forEach(({ members = [] }, at) => {
    members.forEach((userName, member) => {
      if (known.has(userName.toLowerCase())) return;
      report(`${pointer}/groups/${at}/members/${member}`, `${userName} is not a user`);
    });
  });
}
