import { anyObject, flag, list, object, oneOf, optional, text } from '../shape.js';
import { badRequest, notFound, refused } from './api-error.js';
import { isProperName, readOnly } from './field-shapes.js';
import { page, selfLinks } from './paging.js';
import { organizationOf, projectOf } from './permissions.js';
import { type AtlasProject } from './records.js';
import { Reply } from './respond.js';
import { newId, now, param, readBody, type Call, type Route } from './route.js';
import { versions } from './versions.js';

function show(call: Call, { organizationId: orgId, id, name, created }: AtlasProject): Record<string, unknown> {
  const links = selfLinks(call, `/groups/${id}`);
  return { clusterCount: 0, created, id, links, name, orgId, tags: [], withDefaultAlertsSettings: true };
}

const visible = (call: Call): AtlasProject[] =>
  [...call.store.all('atlasOrganization')]
    .filter(({ id }) => call.subject.rolesIn(id) !== undefined)
    .flatMap(({ id }) => call.store.list('atlasProject', id));

/** Filters by the beginning of the name, in any case. */
export function named<T extends { readonly name: string }>(call: Call, rows: readonly T[]): readonly T[] {
  const wanted = call.query.get('name')?.toLowerCase();
  return wanted === undefined ? rows : rows.filter(({ name }) => name.toLowerCase().startsWith(wanted));
}

function create(call: Call): Reply {
  const given = readBody(
    call,
    object({
      id: readOnly(),
      links: readOnly(),
      created: readOnly(),
      clusterCount: readOnly(),
      name: text(),
      orgId: text(),
      regionUsageRestrictions: optional(oneOf(['COMMERCIAL_FEDRAMP_REGIONS_ONLY', 'GOV_REGIONS_ONLY'])),
      tags: optional(list(anyObject())),
      withDefaultAlertsSettings: optional(flag()),
    }),
  );
  const { id: organizationId } = organizationOf(call, 'owner', given.orgId);
  if (!isProperName(given.name)) throw refused(`${given.name} is not a name for a project.`);
  if (call.store.where('atlasProject', 'name', organizationId, given.name).length > 0) {
    throw badRequest('GROUP_ALREADY_EXISTS', `A project of the name ${given.name} exists already.`, given.name);
  }
  const project = { organizationId, id: newId(call), name: given.name, created: now(call) };
  call.store.put('atlasProject', project);
  return new Reply(201, show(call, project));
}

const family = { versions: versions.v20230101, set: 'organizations' } as const;

/** Projects, which paths call groups. */
export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs/{orgId}/groups',
    versions: versions.v20230101,
    set: 'organization',
    handle: (call) => {
      const { id } = organizationOf(call, 'member');
      return page(call, named(call, call.store.list('atlasProject', id)), (row) => show(call, row));
    },
  },
  { method: 'GET', path: '/groups', ...family, handle: (call) => page(call, visible(call), (row) => show(call, row)) },
  { method: 'POST', path: '/groups', ...family, handle: create },
  { method: 'GET', path: '/groups/{groupId}', ...family, handle: (call) => show(call, projectOf(call, 'member')) },
  {
    method: 'GET',
    path: '/groups/byName/{groupName}',
    ...family,
    handle: (call) => {
      const name = param(call, 'groupName');
      const project = visible(call).find((row) => row.name === name);
      if (project === undefined) throw notFound('GROUP_NOT_FOUND', `There is no project of the name ${name}.`, name);
      return show(call, project);
    },
  },
];
