import { expect, it } from 'vitest';
import { acme, clientOf, start, v1, world } from './support.js';

it('holds each method of a token to its rate, and lets the bucket fill again', async () => {
  let now = 0;
  const tokens = [{ token: 'second', organizations: [acme], role: 'ORGANIZATION_OWNER' }];
  const client = await start(world({}, { tokens }), { rateLimit: true, now: () => now });
  const burst = async (method: string, count: number): Promise<number> => {
    let refused = 0;
    for (let at = 0; at < count; at += 1) {
      if ((await client.send(method, `${v1}/teams/none`, method === 'POST' ? {} : undefined)).status === 429)
        refused += 1;
    }
    return refused;
  };
  expect(await burst('GET', 30)).toBe(5);
  expect(await burst('POST', 30)).toBe(20);
  expect(await burst('DELETE', 30)).toBe(25);
  expect((await clientOf(client.sandbox, 'second').get(v1)).status).toBe(200);
  now += 200;
  expect(await burst('GET', 10)).toBe(5);
  expect(await burst('POST', 3)).toBe(1);
  expect(await burst('DELETE', 2)).toBe(1);
  now += 60_000;
  expect(await burst('GET', 26)).toBe(1);
});

it.each([
  ['none', null],
  ['seconds', '1'],
  ['date', 'Thu, 01 Jan 1970 00:00:00 GMT'],
])('says when to come back as %s, by switch', async (retryAfter, header) => {
  const client = await start(world({}, { switches: { retryAfter } }), { rateLimit: true, now: () => 0 });
  for (let at = 0; at < 25; at += 1) await client.get(v1);
  const answer = await client.get(v1);
  expect(answer).toMatchObject({ status: 429, body: { message: 'Too many requests', statusCode: 429 } });
  expect(answer.headers.get('retry-after')).toBe(header);
});

it('has no limit when that is lifted', async () => {
  const client = await start(world(), { rateLimit: false, now: () => 0 });
  for (let at = 0; at < 40; at += 1) expect((await client.get(v1)).status).toBe(200);
});
