import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ManualStep } from '../../../src/core/change.js';
import type { Operation } from '../../../src/core/operation.js';
import { refInPath } from '../../../src/core/operation.js';
import type { Executed } from '../../../src/core/provider.js';
import { ConfigError, ConnectionError } from '../../../src/errors.js';
import { address, apply, connection, operation, refusal, told } from './fake-apply.js';

/** Rejecting with something that is no Error happens all the same. */
const aText = 'a text' as unknown as Error;

const ids = (operations: readonly { readonly id: string }[]): string[] => operations.map(({ id }) => id);

describe('the order', () => {
  it('is that of the needs, and the report that of the plan', async () => {
    const acme = connection();
    const report = await apply(
      [operation('1', { needs: ['3'] }), operation('2'), operation('3', { needs: ['2'] })],
      acme,
    );
    expect(ids(acme.sent)).toEqual(['2', '3', '1']);
    expect(told(report)).toEqual(['1 done', '2 done', '3 done']);
    expect(report).toMatchObject({
      status: 'applied',
      counts: { done: 3, failed: 0, skipped: 0, substituted: 0 },
      manual_steps: [],
    });
  });

  it('runs an operation once although several of its needs end at once', async () => {
    const acme = connection();
    await apply(
      [operation('1'), operation('2'), operation('3', { needs: ['1', '2'] }), operation('4', { needs: ['1'] })],
      acme,
    );
    expect(ids(acme.sent)).toEqual(['1', '2', '4', '3']);
  });

  it.each([
    [1, 1],
    [3, 3],
    [0, 1],
    [100, 8],
  ])('with parallelism %s at most %s run at once', async (parallelism, most) => {
    const acme = connection();
    let running = 0;
    let peak = 0;
    const slow = {
      ...acme,
      execute: async (): Promise<Executed> => {
        running += 1;
        peak = Math.max(peak, running);
        await setImmediate();
        running -= 1;
        return {};
      },
    };
    const report = await apply(
      Array.from({ length: 8 }, (_, index) => operation(String(index + 1))),
      slow,
      { parallelism },
    );
    expect(peak).toBe(most);
    expect(report.counts.done).toBe(8);
  });

  it('of nothing is applied', async () => {
    expect(await apply([], connection())).toMatchObject({ status: 'applied', operations: [] });
  });

  it('is told as it happens', async () => {
    const events: string[] = [];
    await apply([operation('1'), operation('2', { needs: ['1'] })], connection({ 2: refusal(400) }), {
      onStart: ({ id, method, path }) => events.push(`start ${id} ${method} ${path}`),
      onOutcome: ({ id, status }) => events.push(`${status} ${id}`),
    });
    expect(events).toEqual(['start 1 POST /1', 'done 1', 'start 2 POST /2', 'failed 2']);
  });
});

describe('a failure', () => {
  it('skips what needs it, directly or not, and nothing else', async () => {
    const acme = connection({ 1: refusal(400, 'Invalid role', { hint: 'Check it.', requestId: 'r-1' }) });
    const report = await apply(
      [operation('1'), operation('2', { needs: ['1'] }), operation('3', { needs: ['2'] }), operation('4')],
      acme,
    );
    expect(ids(acme.sent)).toEqual(['1', '4']);
    expect(told(report)).toEqual([
      '1 failed: Invalid role',
      '2 skipped: needs request 1 (acme/group/1), which failed',
      '3 skipped: needs request 2 (acme/group/2), which was skipped',
      '4 done',
    ]);
    expect(report.operations[0]).toMatchObject({
      hint: 'Check it.',
      requestId: 'r-1',
      method: 'POST',
      path: '/1',
      organization: 'acme',
    });
    expect(report).toMatchObject({ status: 'partial', counts: { done: 1, failed: 1, skipped: 2, substituted: 0 } });
  });

  it('of everything is a failed apply', async () => {
    expect((await apply([operation('1')], connection({ 1: refusal(500) }))).status).toBe('failed');
  });

  it('of any kind becomes an outcome, never a crash', async () => {
    const acme = { ...connection(), execute: () => Promise.reject(aText) };
    expect(told(await apply([operation('1')], acme))).toEqual(['1 failed: failed for an unknown reason']);
    expect(told(await apply([operation('1', { organization: 'beta' })], connection()))).toEqual([
      '1 failed: No connection for beta.',
    ]);
    expect(told(await apply([operation('1')], connection(), { connections: new Map() }))).toEqual([
      '1 failed: No connection for acme.',
    ]);
  });
});

it('learns all ids that one request made', async () => {
  const bulk = operation('1', { addresses: [address('a'), address('b')] });
  const use = operation('2', { needs: ['1'], path: `/teams/${refInPath(address('a'))}/${refInPath(address('b'))}` });
  const acme = connection({ 1: { remoteIds: { [address('a')]: 'ida', [address('b')]: 'idb' } } });
  await apply([bulk, use], acme);
  expect(acme.sent.map(({ path }) => path)).toEqual(['/1', '/teams/ida/idb']);
});

describe('an answer that was lost', () => {
  const create = operation('1', { retry: 'check-first', creates: address('1') });
  const use = operation('2', { needs: ['1'], path: `/teams/${refInPath(address('1'))}` });

  it.each([
    ['no answer came', new ConnectionError('reset', { method: 'POST', path: '/1' })],
    ['the vendor had an error', refusal(502)],
  ])('is looked up, and not sent again where it had been made: %s', async (_, error) => {
    const acme = connection({ 1: error }, { 1: { remoteId: 'found' } });
    const report = await apply([create, use], acme);
    expect(acme.lookedUp).toEqual(['1']);
    expect(acme.sent.map(({ path }) => path)).toEqual(['/1', '/teams/found']);
    expect(told(report)).toEqual(['1 substituted: the answer was lost; it had been made', '2 done']);
    expect(report).toMatchObject({ status: 'applied', counts: { substituted: 1, done: 1 } });
  });

  it('is sent again where it had not been made', async () => {
    const acme = connection({ 1: [refusal(502), { remoteId: 'made' }] });
    const report = await apply([create, use], acme);
    expect(acme.sent.map(({ path }) => path)).toEqual(['/1', '/1', '/teams/made']);
    expect(told(report)).toEqual(['1 done', '2 done']);
  });

  it('is given up after three attempts, each looked up', async () => {
    const acme = connection({ 1: refusal(502, 'Bad gateway') });
    expect(told(await apply([create], acme))).toEqual(['1 failed: Bad gateway']);
    expect([acme.sent.length, acme.lookedUp.length]).toEqual([3, 3]);
  });

  it('is never sent again where it cannot be looked up', async () => {
    const acme = connection({ 1: refusal(502) }, { 1: refusal(503, 'no list either') });
    expect(told(await apply([create], acme))).toEqual(['1 failed: no list either']);
    expect(acme.sent).toHaveLength(1);
  });

  it.each<[string, Operation, Error]>([
    ['a refusal is an answer', create, refusal(400)],
    ['what may be repeated is the client’s to repeat', operation('1'), refusal(502)],
    ['a bug is no lost answer', create, new Error('bug')],
  ])('is not what this is: %s', async (_, sent, error) => {
    const acme = connection({ 1: error });
    expect((await apply([sent], acme)).status).toBe('failed');
    expect([acme.sent.length, acme.lookedUp.length]).toEqual([1, 0]);
  });
});

describe('what was done instead', () => {
  it('is told', async () => {
    const report = await apply([operation('1')], connection({ 1: { substitute: 'PUT for a refused PATCH' } }));
    expect(told(report)).toEqual(['1 substituted: PUT for a refused PATCH']);
  });
});

describe('a refusal that is expected', () => {
  const verify = operation('1', { toleratesRefusal: 'acme.com is not verified yet' });
  const step: ManualStep = { address: address('1'), title: 'Activate', instructions: [], blocks: [], verifiable: true };
  const activate = operation('1', { refusedStep: step });

  it.each<[string, Error, string]>([
    ['refused', refusal(400, 'no DNS record'), '1 done: acme.com is not verified yet (no DNS record)'],
    ['not found', refusal(404, 'gone'), '1 done: acme.com is not verified yet (gone)'],
    ['not authenticated', refusal(401, 'no token'), '1 failed: no token'],
    ['not allowed', refusal(403, 'not an owner'), '1 failed: not an owner'],
    ['too many requests', refusal(429, 'slow down'), '1 failed: slow down'],
    ['an error of the vendor', refusal(500, 'oops'), '1 failed: oops'],
    ['no answer', refusal(undefined, 'reset'), '1 failed: reset'],
    ['a bug', new Error('bug'), '1 failed: bug'],
  ])('is no failure only where the vendor looked and said no: %s', async (_, error, expected) => {
    expect(told(await apply([verify], connection({ 1: error })))).toEqual([expected]);
  });

  it.each<[string, Error, number]>([
    ['refused', refusal(400), 1],
    ['not allowed', refusal(403), 1],
    ['too many requests', refusal(429), 0],
    ['an error of the vendor', refusal(500), 0],
    ['no answer', refusal(undefined), 0],
  ])('leaves a step to a person only where a person can do better: %s', async (_, error, steps) => {
    const report = await apply([activate, operation('2', { needs: ['1'] })], connection({ 1: error }));
    expect(report.manual_steps).toEqual(steps === 1 ? [step] : []);
    expect(report.operations.map(({ status }) => status)).toEqual(['failed', 'skipped']);
  });
});

describe('secrets', () => {
  const secretBody = operation('1', { body: { key: { $secret: { env: 'KEY' } } } });
  const resolveSecret = (): Promise<string> => Promise.resolve('s3cret');

  it('go into the request, and never into a message', async () => {
    const acme = connection({ 1: refusal(400, 'the key "s3cret" is too short: s3cret') });
    const report = await apply([secretBody], acme, { resolveSecret });
    expect(acme.sent[0]?.body).toEqual({ key: 's3cret' });
    expect(told(report)).toEqual(['1 failed: the key "(secret)" is too short: (secret)']);
  });

  it('are masked in every text of an outcome', async () => {
    const tolerated = operation('1', { ...secretBody, toleratesRefusal: 'later' });
    const hinted = refusal(409, 'in use', { hint: 'Another has s3cret.' });
    expect(
      JSON.stringify(await apply([tolerated], connection({ 1: refusal(400, 's3cret') }), { resolveSecret })),
    ).not.toContain('s3cret');
    expect(JSON.stringify(await apply([secretBody], connection({ 1: hinted }), { resolveSecret }))).not.toContain(
      's3cret',
    );
    expect(
      JSON.stringify(await apply([secretBody], connection({ 1: { substitute: 'sent s3cret' } }), { resolveSecret })),
    ).not.toContain('s3cret');
  });

  it('that are empty mask nothing', async () => {
    const report = await apply([secretBody], connection({ 1: refusal(400, 'no') }), {
      resolveSecret: () => Promise.resolve(''),
    });
    expect(told(report)).toEqual(['1 failed: no']);
  });

  it('that cannot be read fail their operation before anything of it is sent', async () => {
    const acme = connection();
    const report = await apply([secretBody, operation('2')], acme, {
      resolveSecret: () => Promise.reject(new ConfigError('KEY is not set.', { hint: 'Set KEY.' })),
    });
    expect(ids(acme.sent)).toEqual(['2']);
    expect(report.operations[0]).toMatchObject({ status: 'failed', detail: 'KEY is not set.', hint: 'Set KEY.' });
  });

  const rotate = operation('1', { reveals: address('1') });

  it('that are new are not made where there is no place for them', async () => {
    const acme = connection();
    const report = await apply([rotate, operation('2')], acme);
    expect(ids(acme.sent)).toEqual(['2']);
    expect(report.operations[0]).toMatchObject({
      status: 'skipped',
      detail: 'acme/group/1 makes a new secret, and there is nowhere to put it',
      hint: 'Run apply with --secrets-out FILE.',
    });
    expect(report.status).toBe('partial');
  });

  it('that are new go to their place only', async () => {
    const stored: string[] = [];
    const report = await apply([rotate], connection({ 1: { secret: 'new-link' } }), {
      storeSecret: async (where, secret) => void stored.push(`${where}=${secret}`),
    });
    expect(stored).toEqual(['acme/group/1=new-link']);
    expect(JSON.stringify(report)).not.toContain('new-link');
    expect(report.status).toBe('applied');
  });

  it.each<[string, Executed, () => Promise<void>, string]>([
    ['the answer lacks it', {}, () => Promise.resolve(), 'the new secret was not in the answer'],
    ['it cannot be put away', { secret: 'new-link' }, () => Promise.reject(new Error('disk full')), 'disk full'],
  ])('that are new and lost are told, with the way to get them: %s', async (_, answer, storeSecret, detail) => {
    const report = await apply([rotate], connection({ 1: answer }), { storeSecret });
    expect(report.operations[0]).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining(detail) as string,
      hint: 'Fetch it with: orgwright reveal acme/group/1 --secrets-out FILE',
    });
  });

  it('that are new are masked too', async () => {
    const report = await apply([rotate], connection({ 1: { secret: 'new-link' } }), {
      storeSecret: () => Promise.reject(new Error('cannot write new-link')),
    });
    expect(told(report)).toEqual([
      '1 failed: the new secret was made, but could not be put away: cannot write (secret)',
    ]);
  });

  it('that are new and lost for a reason that is no error are told as well', async () => {
    const report = await apply([rotate], connection({ 1: { secret: 'new-link' } }), {
      storeSecret: () => Promise.reject(aText),
    });
    expect(told(report)).toEqual(['1 failed: the new secret was made, but could not be put away: a text']);
  });
});

describe('an interruption', () => {
  it('lets what runs finish, and skips the rest', async () => {
    const controller = new AbortController();
    const acme = connection();
    const interrupting = {
      ...acme,
      execute: async (): Promise<Executed> => {
        controller.abort();
        await setImmediate();
        return {};
      },
    };
    const report = await apply([operation('1'), operation('2'), operation('3', { needs: ['2'] })], interrupting, {
      parallelism: 1,
      signal: controller.signal,
    });
    expect(told(report)).toEqual([
      '1 done',
      '2 skipped: interrupted',
      '3 skipped: needs request 2 (acme/group/2), which was skipped',
    ]);
    expect(report.status).toBe('interrupted');
  });

  it('after the last request interrupts nothing', async () => {
    const controller = new AbortController();
    const report = await apply([operation('1')], connection(), {
      signal: controller.signal,
      onOutcome: () => controller.abort(),
    });
    expect(report.status).toBe('applied');
  });
});
