/** What a service says it can do, member by member. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.js';
import { serviceFromWire, type ScimService } from '../../../src/providers/scim/capabilities.js';
import { directory, fullConfig, scimError, startService, user } from './read-service.js';

const assumed: ScimService = {
  patch: true,
  bulk: undefined,
  filter: true,
  etag: false,
  pageSize: 100,
  maxResults: undefined,
  cursor: 'none',
};

describe('the service provider configuration', () => {
  it.each<[string, Json | undefined, Partial<ScimService>]>([
    ['absent', undefined, {}],
    ['empty', {}, {}],
    ['no object', 'hello', {}],
    ['a text for a member', { patch: 'no idea', filter: 7, etag: [], bulk: null }, {}],
    ['no PATCH', { patch: { supported: false } }, { patch: false }],
    ['booleans as texts', { patch: { supported: 'False' }, etag: { supported: 'true' } }, { patch: false, etag: true }],
    ['booleans without an object', { patch: false, filter: 'false' }, { patch: false, filter: false }],
    ['one wrong member says nothing of the others', { patch: 3, filter: { supported: false } }, { filter: false }],
    ['a page size', { filter: { supported: true, maxResults: 200 } }, { pageSize: 200, maxResults: 200 }],
    ['a page size as text', { filter: { maxResults: '50' } }, { pageSize: 50, maxResults: 50 }],
    ['a huge page size', { filter: { maxResults: 100_000 } }, { pageSize: 1000, maxResults: 100_000 }],
    ['no page size of zero', { filter: { supported: false, maxResults: 0 } }, { filter: false }],
    [
      'the smaller of two',
      { filter: { maxResults: 500 }, pagination: { maxPageSize: 40 } },
      { pageSize: 40, maxResults: 40 },
    ],
    ['a list of one', { Resources: [{ patch: { supported: false } }] }, { patch: false }],
    [
      'Bulk',
      { bulk: { supported: true, maxOperations: 10, maxPayloadSize: 5000 } },
      { bulk: { maxOperations: 10, maxPayloadSize: 5000 } },
    ],
    ['Bulk without limits', { bulk: { supported: true } }, { bulk: { maxOperations: 100, maxPayloadSize: 1_048_576 } }],
    ['Bulk of one operation', { bulk: { supported: true, maxOperations: 1 } }, {}],
    ['Bulk of no bytes', { bulk: { supported: true, maxPayloadSize: 0 } }, {}],
    ['Bulk that is off', { bulk: { supported: false, maxOperations: 10, maxPayloadSize: 10 } }, {}],
    ['cursors beside indexes', { pagination: { cursor: true, index: true } }, {}],
    ['cursors only', { pagination: { cursor: true, index: false } }, { cursor: 'asked' }],
    [
      'cursors by default',
      { pagination: { cursor: 'true', defaultPaginationMethod: 'Cursor' } },
      { cursor: 'default' },
    ],
    ['no cursors', { pagination: { cursor: false, index: false } }, {}],
  ])('%s', (_, config, differs) => {
    expect(serviceFromWire(config)).toEqual({ ...assumed, ...differs });
  });

  it.each([400, 401, 403, 404, 500, 501])('goes on with what is usual after %i', async (status) => {
    const { read, requests } = startService({
      users: [user('alice')],
      intercept: ({ path }) => (path === '/ServiceProviderConfig' ? scimError(status) : undefined),
    });
    const { facts } = await read(directory({ members: { alice: {} } }));
    expect(facts.capabilities).toEqual({ patch: true, bulk: undefined, filter: true, etag: false });
    expect(requests.filter((request) => request.startsWith('GET /Users'))).toEqual([
      'GET /Users?startIndex=1&count=100',
    ]);
  });

  it('goes on where a page of HTML is in its place', async () => {
    const { read } = startService({
      users: [user('alice')],
      intercept: ({ path }) => (path === '/ServiceProviderConfig' ? new Response('<html>Hi</html>') : undefined),
    });
    expect((await read(directory({ members: { alice: {} } }))).facts.users.size).toBe(1);
  });

  it('is asked for once by a connection', async () => {
    const { read, requests } = startService({ config: fullConfig, users: [user('alice')] });
    await read(directory({ members: { alice: {} } }));
    await read(directory({ members: { alice: {} } }));
    expect(requests.filter((request) => request.includes('ServiceProviderConfig'))).toHaveLength(1);
  });
});
