import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/snapshot/exchange.js';
import { createNaming, pseudonymize, pseudonymOf } from '../../src/snapshot/pseudonyms.js';
import { createReplay } from '../../src/snapshot/replay.js';
import { withoutSecrets } from '../../src/snapshot/without-secrets.js';

function exchange(body: unknown, path = '/v1/x'): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { connection: 'astro', method: 'GET', path, body: '', status: 200, headers: {}, text };
}

describe('withoutSecrets', () => {
  it.each(['bypassKey', 'clientSecret', 'azure_client_secret', 'password', 'apiToken', 'privateKey', 'api_key'])(
    'covers what stands under %s, wherever else it stands',
    (key) => {
      const [one, other] = withoutSecrets(
        [
          exchange({ deep: [{ [key]: 'hunter2-value' }], kept: 'name' }),
          exchange({ url: 'https://x/?k=hunter2-value' }),
        ],
        [],
      );
      expect(JSON.parse(one?.text ?? '')).toEqual({ deep: [{ [key]: '(secret)' }], kept: 'name' });
      expect(other?.text).toBe('{"url":"https://x/?k=(secret)"}');
    },
  );

  it('covers private keys, the secrets that were used, and what is no JSON', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----';
    const found = withoutSecrets(
      [exchange({ pem, note: 'my token-value here' }), exchange('<html>x</html>')],
      ['token-value'],
    );
    expect(found.map(({ text }) => text)).toEqual(['{"pem":"(secret)","note":"my (secret) here"}', '(not JSON)']);
  });

  it('leaves numbers and settings that only speak of secrets', () => {
    const body = { maxServiceAccountSecretValidityInHours: 8760, hasToken: true, token: '' };
    expect(withoutSecrets([exchange(body)], []).map(({ text }) => JSON.parse(text) as unknown)).toEqual([body]);
  });
});

describe('pseudonyms', () => {
  const key = 'k'.repeat(16);

  it('are the same for a person however the address is written, and keep the domain', () => {
    const hidden = pseudonymize('"Alice@Acme.com", filter userName eq "alice@acme.com"', key);
    expect(hidden).toBe(
      `"${pseudonymOf('alice@acme.com', key)}", filter userName eq "${pseudonymOf('alice@acme.com', key)}"`,
    );
    expect(hidden).toMatch(/person-[0-9a-f]{24}@acme\.com/);
    expect(pseudonymOf('alice@acme.com', `${key}x`)).not.toBe(pseudonymOf('alice@acme.com', key));
  });

  it('give their names back to the people of the configuration only', () => {
    const hidden = pseudonymize('alice@acme.com mallory@acme.com', key);
    expect(createNaming('members: { ALICE@acme.com: {} }', key)(hidden)).toBe(
      `alice@acme.com ${pseudonymOf('mallory@acme.com', key)}`,
    );
  });
});

describe('createReplay', () => {
  const same = { anonymous: (text: string) => text, named: (text: string) => text };

  it('answers what it holds of this connection, and notes what it does not', async () => {
    const replay = createReplay([exchange({ a: 1 }, '/v1/x?name=a b')], same);
    const answer = await replay.fetch('astro')('https://any.example/v1/x?name=a%20b');
    expect(await answer.json()).toEqual({ a: 1 });
    expect(replay.missing.size).toBe(0);
    expect((await replay.fetch('other')('https://any.example/v1/x?name=a%20b')).status).toBe(400);
    expect((await replay.fetch('astro')('https://any.example/v1/y')).status).toBe(400);
    expect([...replay.missing].map(([name, paths]) => [name, [...paths]])).toEqual([
      ['other', ['GET /v1/x?name=a b']],
      ['astro', ['GET /v1/y']],
    ]);
  });
});
