import { type Answer, type Call } from './call.js';
import { type Capabilities } from './capabilities.js';
import { listResponse } from './list-resources.js';
import { type ResourceType, type Schema } from './protocol/schemas.js';
import { ScimError } from './protocol/scim-error.js';

const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** The three endpoints that say what the service is (RFC 7644 section 4). They only read, and cannot be filtered. */
export function discover(call: Call, endpoint: string, id: string | undefined): Answer {
  if (call.query.has('filter')) throw new ScimError(403, `${endpoint} cannot be filtered.`);
  if (endpoint === 'ServiceProviderConfig' && id === undefined) return { status: 200, body: providerConfig(call) };
  const { User, Group } = call.service.types;
  const all =
    endpoint === 'ResourceTypes'
      ? [User, Group].map((type) => resourceType(call, type))
      : [User.schema, ...User.extensions, Group.schema, ...Group.extensions].map((each) => schema(call, each));
  if (id === undefined) return { status: 200, body: listResponse(all) };
  const found = all.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (found === undefined || endpoint === 'ServiceProviderConfig')
    throw new ScimError(404, `${endpoint} has no ${id}.`);
  return { status: 200, body: found };
}

const meta = ({ base }: Call, resourceType: string, path: string) => ({
  meta: { resourceType, location: `${base}/${path}` },
});

function resourceType(call: Call, { name, endpoint, schema: { id, description }, extensions }: ResourceType) {
  const schemaExtensions = extensions.map((extension) => ({ schema: extension.id, required: false }));
  return {
    schemas: [`${core}:ResourceType`],
    id: name,
    name,
    description,
    endpoint,
    schema: id,
    ...(schemaExtensions.length > 0 && { schemaExtensions }),
    ...meta(call, 'ResourceType', `ResourceTypes/${name}`),
  };
}

const schema = (call: Call, { id, name, description, attributes }: Schema) => ({
  schemas: [`${core}:Schema`],
  id,
  name,
  description,
  attributes,
  ...meta(call, 'Schema', `Schemas/${id}`),
});

/** What the service can do. A sparse one says only that, as many do: a client must not take a missing member for the rest. */
function providerConfig(call: Call): Readonly<Record<string, unknown>> {
  const { capabilities } = call.service;
  if (capabilities.serviceProviderConfig === 'absent') throw new ScimError(404, 'ServiceProviderConfig not found.');
  const sparse = capabilities.serviceProviderConfig === 'sparse';
  const features = Object.entries(featuresOf(capabilities)).filter(([, { supported }]) => supported || !sparse);
  return {
    schemas: [`${core}:ServiceProviderConfig`],
    ...Object.fromEntries(features),
    ...pagination(capabilities),
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token in the Authorization header (RFC 6750).',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    ...meta(call, 'ServiceProviderConfig', 'ServiceProviderConfig'),
  };
}

interface Feature {
  readonly supported: boolean;
}

function featuresOf(capabilities: Capabilities): Readonly<Record<string, Feature>> {
  const { patch, bulk, filter, sort, etag, maxResults, bulkMaxOperations, bulkMaxPayloadSize } = capabilities;
  return {
    patch: { supported: patch },
    bulk: {
      supported: bulk,
      ...{ maxOperations: bulk ? bulkMaxOperations : 0, maxPayloadSize: bulk ? bulkMaxPayloadSize : 0 },
    },
    filter: { supported: filter, ...{ maxResults } },
    changePassword: { supported: false },
    sort: { supported: sort },
    etag: { supported: etag },
  };
}

function pagination({ cursor, paging, maxResults, cursorTimeout }: Capabilities): Readonly<Record<string, unknown>> {
  if (!cursor && paging === 'index') return {};
  return {
    pagination: {
      cursor: true,
      index: paging === 'index',
      defaultPaginationMethod: paging,
      defaultPageSize: maxResults,
      maxPageSize: maxResults,
      cursorTimeout,
    },
  };
}
