import { flag, object, optional, text } from '../shape.js';
import { badRequest } from './api-error.js';
import { isProperName, readOnly } from './field-shapes.js';
import { page, selfLinks } from './paging.js';
import { organizationOf } from './permissions.js';
import { named } from './projects.js';
import { type AtlasOrganization } from './records.js';
import { readBody, type Call, type Route } from './route.js';
import { versions } from './versions.js';

function show(call: Call, { id, name, skipDefaultAlertsSettings }: AtlasOrganization): Record<string, unknown> {
  return { id, isDeleted: false, links: selfLinks(call, `/orgs/${id}`), name, skipDefaultAlertsSettings };
}

function list(call: Call): unknown {
  const rows = [...call.store.all('atlasOrganization')].filter(({ id }) => call.subject.rolesIn(id) !== undefined);
  return page(call, named(call, rows), (row) => show(call, row));
}

function update(call: Call): unknown {
  const before = organizationOf(call, 'owner');
  const shape = object({
    id: readOnly(),
    isDeleted: readOnly(),
    links: readOnly(),
    name: text(),
    skipDefaultAlertsSettings: optional(flag()),
  });
  const { name, skipDefaultAlertsSettings = before.skipDefaultAlertsSettings } = readBody(call, shape);
  if (!isProperName(name)) throw badRequest('INVALID_ORG_NAME', `${name} is not a name for an organization.`, name);
  const organization = { ...before, name, skipDefaultAlertsSettings };
  call.store.put('atlasOrganization', organization);
  return show(call, organization);
}

const family = { versions: versions.v20230101, set: 'organization' } as const;

/** Organizations that the caller can see. Creating and deleting them is not part of the sandbox. */
export const organizationRoutes: readonly Route[] = [
  { method: 'GET', path: '/orgs', versions: versions.v20230101, set: 'organizations', handle: list },
  { method: 'GET', path: '/orgs/{orgId}', ...family, handle: (call) => show(call, organizationOf(call, 'member')) },
  { method: 'PATCH', path: '/orgs/{orgId}', ...family, handle: update },
];
