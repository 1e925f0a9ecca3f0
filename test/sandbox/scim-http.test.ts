/** What every SCIM answer has, whatever it is about: media type, error body, token, methods, discovery. */
import { describe, expect, it } from 'vitest';
import { corp, message, scimClient, scimWorld, startScim, urn, user, users, type Json } from './scim-support.js';
import { pick, start } from './support.js';

const error = (status: number, scimType?: string): Json => ({
  schemas: [message('Error')],
  status: String(status),
  ...(scimType === undefined ? {} : { scimType }),
  detail: expect.any(String) as string,
});

describe('a refusal', () => {
  const cases: [what: string, method: string, path: string, body: unknown, status: number, scimType?: string][] = [
    ['an unknown endpoint', 'GET', '/Robots', undefined, 404],
    ['an unknown path below a user', 'GET', '/Users/x/y', undefined, 404],
    ['an unknown user', 'GET', '/Users/none', undefined, 404],
    ['an unknown group', 'DELETE', '/Groups/none', undefined, 404],
    ['a PUT that would create', 'PUT', '/Users/none', user('new'), 404],
    ['a broken escape', 'GET', '/Users/%E0%A4%A', undefined, 404],
    ['no JSON', 'POST', '/Users', '{', 400, 'invalidSyntax'],
    ['no body', 'POST', '/Users', '', 400, 'invalidSyntax'],
    ['a list as the body', 'POST', '/Users', '[]', 400, 'invalidSyntax'],
    ['nesting without end', 'POST', '/Users', '['.repeat(100_000), 400, 'invalidSyntax'],
    ['a user without a name', 'POST', '/Users', { schemas: [urn('User')] }, 400, 'invalidValue'],
    ['no search', 'POST', '/.search', '', 400, 'invalidSyntax'],
    ['the person behind the token', 'GET', '/Me', undefined, 501],
    ['a bulk where there is none', 'POST', '/Bulk', { Operations: [] }, 501],
    ['both projections', 'GET', '/Users?attributes=id&excludedAttributes=name', undefined, 400, 'invalidValue'],
    ['a filter that is none', 'GET', '/Users?filter=userName', undefined, 400, 'invalidFilter'],
    ['a filter on discovery', 'GET', '/Schemas?filter=id%20pr', undefined, 403],
    ['a word for a number', 'GET', '/Users?count=many', undefined, 400, 'invalidValue'],
    ['a wrong order', 'GET', '/Users?sortBy=userName&sortOrder=up', undefined, 400, 'invalidValue'],
  ];
  it.each(cases)('of %s has the error body', async (_what, method, path, body, status, scimType) => {
    const { client } = await startScim();
    const headers = { authorization: 'Bearer scim-development' };
    const answer = await client.send(method, corp + path, body, headers);
    expect([answer.status, answer.body]).toEqual([status, error(status, scimType)]);
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
  });

  it.each([
    ['PUT', '/Users', 'GET, POST'],
    ['POST', '/Users/x', 'GET, PUT, PATCH, DELETE'],
    ['GET', '/.search', 'POST'],
    ['GET', '/Users/.search', 'POST'],
    ['GET', '/Bulk', 'POST'],
    ['POST', '/ServiceProviderConfig', 'GET'],
    ['DELETE', '/Schemas', 'GET'],
    ['PATCH', '/ResourceTypes/User', 'GET'],
  ])('of the method %s on %s names those that are allowed', async (method, path, allowed) => {
    const { client } = await startScim();
    const answer = await client.send(method, corp + path, undefined, { authorization: 'Bearer scim-development' });
    expect([answer.status, answer.body, answer.headers.get('allow')]).toEqual([405, error(405), allowed]);
  });

  it.each(['', 'Bearer', 'Bearer wrong', 'Basic c2NpbQ==', 'Bearer scim-development2', 'Bearer scim developmentt'])(
    'of the credential "%s" is a challenge, even for what does not exist',
    async (authorization) => {
      const { client } = await startScim();
      for (const path of ['/Users', '/Robots', '/ServiceProviderConfig']) {
        const answer = await client.send('GET', corp + path, undefined, { authorization });
        expect([answer.status, answer.body]).toEqual([401, error(401)]);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
    },
  );

  it('of another media type is 415; the two of SCIM are taken', async () => {
    const scim = await startScim();
    const types = ['text/plain', 'application/xml', 'application/jsonx', ''];
    for (const type of types) {
      expect((await scim.post('/Users', user('x'), { 'content-type': type })).body).toEqual(error(415));
    }
    expect((await scim.post('/Users', user('a'), { 'content-type': 'application/json' })).status).toBe(201);
    expect(
      (await scim.post('/Users', user('b'), { 'content-type': 'application/scim+json; charset=utf-8' })).status,
    ).toBe(201);
  });
});

it('answers in its own media type whatever is asked for, ignores unknown parameters, and serves HEAD', async () => {
  const scim = await startScim();
  const answer = await scim.get('/Users?aadOptscim062020&whatever=1', { accept: 'text/html' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/scim+json']);
  expect(answer.body['totalResults']).toBe(users.length);
  const headers = { authorization: 'Bearer scim-development' };
  const head = await scim.client.send('HEAD', `${corp}/Users/`, undefined, headers);
  expect([head.status, head.body]).toEqual([200, {}]);
});

describe('paths', () => {
  it('of a service beat those of an Astro organization, and of two the longer one', async () => {
    const inner = { path: `${corp}/inner`, users: [{ userName: 'inner' }] };
    const shadow = { path: '/scim/v2/clm3x0acme000000000000001/', users: [{ userName: 'shadow' }] };
    const client = await start({ ...scimWorld(), scim: [...(scimWorld()['scim'] as Json[]), inner, shadow] });
    const names = async (path: string): Promise<unknown> =>
      pick((await scimClient(client, path).get('/Users')).body, 'Resources', 0, 'userName');
    expect(await names(corp)).toBe('alice@acme.com');
    expect(await names(inner.path)).toBe('inner');
    expect(await names('/scim/v2/clm3x0acme000000000000001')).toBe('shadow');
    expect((await scimClient(client, `${corp}oration`).get('/Users')).status).toBe(401);
  });
});

describe('discovery', () => {
  it('says what the service can do', async () => {
    const scim = await startScim({
      bulk: true,
      bulkMaxOperations: 7,
      bulkMaxPayloadSize: 9000,
      cursor: true,
      maxResults: 3,
    });
    expect((await scim.get('/ServiceProviderConfig')).body).toEqual({
      schemas: [urn('ServiceProviderConfig')],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 7, maxPayloadSize: 9000 },
      filter: { supported: true, maxResults: 3 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 3,
        maxPageSize: 3,
        cursorTimeout: 600,
      },
      authenticationSchemes: [expect.objectContaining({ type: 'oauthbearertoken', primary: true })],
      meta: {
        resourceType: 'ServiceProviderConfig',
        location: `http://127.0.0.1${corp}/ServiceProviderConfig`,
      },
    });
  });

  it('may leave out what is not supported, or be missing', async () => {
    const sparse = await startScim({ serviceProviderConfig: 'sparse', etag: false, sort: false, maxResults: 50 });
    const { body } = await sparse.get('/ServiceProviderConfig');
    expect(Object.keys(body)).toEqual(['schemas', 'patch', 'filter', 'authenticationSchemes', 'meta']);
    expect((await (await startScim({ serviceProviderConfig: 'absent' })).get('/ServiceProviderConfig')).body).toEqual(
      error(404),
    );
  });

  it('lists resource types and schemas, whole and one by one', async () => {
    const scim = await startScim();
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    const types = await scim.get('/ResourceTypes');
    expect(types.body).toMatchObject({
      schemas: [message('ListResponse')],
      totalResults: 2,
      Resources: [
        {
          id: 'User',
          endpoint: '/Users',
          schema: urn('User'),
          schemaExtensions: [{ schema: enterprise, required: false }],
        },
        { id: 'Group', endpoint: '/Groups', schema: urn('Group') },
      ],
    });
    const schemas = (await scim.get('/Schemas')).body['Resources'] as { id: string }[];
    expect(schemas.map(({ id }) => id)).toEqual([urn('User'), enterprise, urn('Group')]);
    for (const { id } of schemas) {
      const one = await scim.get(`/Schemas/${id}`);
      expect(one.body).toMatchObject({
        schemas: [urn('Schema')],
        id,
        meta: { resourceType: 'Schema', location: `http://127.0.0.1${corp}/Schemas/${id}` },
      });
    }
    expect((await scim.get('/ResourceTypes/Group')).body).toMatchObject({ name: 'Group' });
    expect((await scim.get('/ResourceTypes/Robot')).body).toEqual(error(404));
    expect((await scim.get('/ServiceProviderConfig/x')).body).toEqual(error(404));
  });

  it('advertises no attribute that it does not keep: what goes in by the schema comes out', async () => {
    const scim = await startScim();
    const schemas = (await scim.get('/Schemas')).body['Resources'] as Json[];
    const [core = {}, enterprise = {}] = schemas.map(sample);
    const sent = { ...core, [String(schemas[1]?.['id'])]: enterprise };
    const made = await scim.post('/Users', { schemas: [urn('User')], ...sent, password: 'secret' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject(sent);
    expect(JSON.stringify([made.body, await scim.client.state()])).not.toContain('secret');
  });
});

/** A value for every attribute of a schema (or sub-attribute of an attribute) that a client may write. */
function sample(holder: Json): Json {
  const attributes = (holder['attributes'] ?? holder['subAttributes']) as Json[];
  return Object.fromEntries(
    attributes
      .filter(({ mutability }) => mutability !== 'readOnly')
      .map((each) => [String(each['name']), valueFor(each)]),
  );
}
function valueFor(attribute: Json): unknown {
  const plain: Json = { boolean: true, binary: 'AAAA' };
  const type = String(attribute['type']);
  const one = type === 'complex' ? sample(attribute) : (plain[type] ?? `a ${String(attribute['name'])}`);
  return attribute['multiValued'] === true ? [one] : one;
}
