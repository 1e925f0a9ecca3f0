import { type Answer, type Call } from './call.js';
import { type Entity, type Kind } from './directory.js';
import { type ListQuery } from './list-query.js';
import { pageOf } from './page.js';
import { complete, present } from './present.js';
import { equalityOf, matches, type Filter } from './protocol/filter.js';
import { type Resource } from './protocol/schemas.js';
import { sortResources } from './protocol/sort.js';
import { supportedFilter, withoutValues } from './supported-filter.js';

const listUrn = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

interface Hit extends Entity {
  readonly kind: Kind;
}

/** A ListResponse: of users, of groups, or of both for a search from the root. No hits are an empty list, never a 404. */
export function listResources(call: Call, kinds: readonly Kind[], query: ListQuery): Answer {
  const { capabilities } = call.service;
  const hits = sorted(call, kinds, query, filtered(call, kinds, query.filter));
  const { items, envelope } = pageOf(call, query, kinds.join(), hits);
  const resources = items.map((hit) => present(call, hit.kind, hit, query));
  const hidden = envelope['totalResults'] === 0 && capabilities.omitEmptyResources;
  return { status: 200, body: { schemas: [listUrn], ...envelope, ...(!hidden && { Resources: resources }) } };
}

export const listResponse = (resources: readonly unknown[]): Readonly<Record<string, unknown>> => ({
  schemas: [listUrn],
  totalResults: resources.length,
  itemsPerPage: resources.length,
  startIndex: 1,
  Resources: resources,
});

function filtered(call: Call, kinds: readonly Kind[], text: string | undefined): readonly Hit[] {
  const { directory, types, capabilities } = call.service;
  const all = (kind: Kind, entities: readonly Entity[]) =>
    entities.map(({ id, resource, created, lastModified }): Hit => ({ kind, id, resource, created, lastModified }));
  if (text === undefined) return kinds.flatMap((kind) => all(kind, directory.list(kind)));
  const filter = supportedFilter(
    text,
    kinds.map((kind) => types[kind]),
    capabilities,
  );
  const form = formFor(withoutValues(text));
  return kinds.flatMap((kind) =>
    all(kind, candidates(call, kind, filter)).filter((hit) => matches(filter, form(call, hit))),
  );
}

/** Those that a filter can find: by an index where it has one, as the lookups of identity providers do. */
function candidates({ service }: Call, kind: Kind, filter: Filter): readonly Entity[] {
  for (const [attribute, value] of equalityOf(filter) ?? []) {
    const found = service.directory.find(kind, attribute.split(':').at(-1) ?? attribute, value);
    if (found !== undefined) return found;
  }
  return service.directory.list(kind);
}

/** As much of a resource as a text mentions; members are looked through even where they are hidden from answers. */
function formFor(mentioned: string): (call: Call, hit: Hit) => Resource {
  const references = /members|groups/.test(mentioned);
  if (!references && !/meta|schemas|urn:/.test(mentioned)) return (_call, { resource }) => resource;
  return (call, hit) => {
    const { schema, extensions } = call.service.types[hit.kind];
    const used = extensions.filter(({ id }) => hit.resource[id] !== undefined);
    const whole = complete(call, hit.kind, hit, { references, asShown: false });
    return { ...whole, schemas: [schema.id, ...used.map(({ id }) => id)] };
  };
}

function sorted(call: Call, kinds: readonly Kind[], query: ListQuery, hits: readonly Hit[]): readonly Hit[] {
  const { capabilities, types } = call.service;
  if (query.sortBy === undefined || !capabilities.sort) return hits;
  const form = formFor(query.sortBy.toLowerCase());
  const byForm = new Map(hits.map((hit): [Resource, Hit] => [form(call, hit), hit]));
  const of = kinds.map((kind) => types[kind]);
  return sortResources([...byForm.keys()], query.sortBy, query.sortOrder, of).flatMap((key) => byForm.get(key) ?? []);
}
