import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../src/sandbox/serve.js';
import { organizationState, start, v1 } from './support.js';

let served: ServedSandbox | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

it('serves on loopback, on a port it picks', async () => {
  const client = await start();
  served = await serveSandbox(client.sandbox, { port: 0 });
  expect(served.url).toBe(`http://127.0.0.1:${served.port}`);
  const headers = { authorization: `Bearer ${client.sandbox.credentials['ASTRO_API_TOKEN']}` };
  const response = await fetch(`${served.url}${v1}/users`, { headers });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ totalCount: 5 });
  const made = await fetch(`${served.url}${v1}/teams`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'made' }),
  });
  expect(made.status).toBe(200);
  const gone = await fetch(`${served.url}${v1}/teams/${await client.id('teams', 'made')}`, {
    method: 'DELETE',
    headers,
  });
  expect(gone.status).toBe(204);
});

it('refuses a foreign Host', async () => {
  const client = await start();
  served = await serveSandbox(client.sandbox, { port: 0 });
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'rebound.example' };
    request(`${served?.url}/_sandbox/state`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

it('hangs up for a dropped connection, before or after the write', async () => {
  const client = await start();
  served = await serveSandbox(client.sandbox, { port: 0 });
  const headers = {
    authorization: `Bearer ${client.sandbox.credentials['ASTRO_API_TOKEN']}`,
    'content-type': 'application/json',
  };
  const create = (name: string) =>
    fetch(`${served?.url}${v1}/teams`, { method: 'POST', headers, body: JSON.stringify({ name }) });
  await client.put('/_sandbox/faults', [
    { method: 'POST', times: 1, drop: 'before' },
    { method: 'POST', times: 1, after: 1, drop: 'after' },
  ]);
  await expect(create('before')).rejects.toThrow('fetch failed');
  await expect(create('after')).rejects.toThrow('fetch failed');
  const teams = (await organizationState(client))['teams'];
  expect(teams).not.toHaveProperty('before');
  expect(teams).toHaveProperty('after');
});

it('says when the port is taken', async () => {
  const client = await start();
  served = await serveSandbox(client.sandbox, { port: 0 });
  await expect(serveSandbox(client.sandbox, { port: served.port })).rejects.toThrow('EADDRINUSE');
});
