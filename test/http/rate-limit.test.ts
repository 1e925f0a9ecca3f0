import { describe, expect, it } from 'vitest';
import { createRateLimiter, createWindowLimiter, unlimited } from '../../src/http/rate-limit.js';
import { createFakeTime } from './support.js';

function setUp(perSecond: Readonly<Record<string, number>>) {
  const time = createFakeTime(0);
  const limiter = createRateLimiter({ perSecond, now: time.now, sleep: time.sleep });
  const sent: string[] = [];
  const send = async (method: string, name = method, signal?: AbortSignal): Promise<void> => {
    await limiter.acquire(method, signal);
    sent.push(`${name}@${time.now()}`);
  };
  return { limiter, send, sent };
}

describe('createRateLimiter', () => {
  it('spaces requests evenly, first come first served, without a burst at the start', async () => {
    const { send, sent } = setUp({ POST: 10 });
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => send('POST', name)));
    expect(sent).toEqual(['a@0', 'b@100', 'c@200', 'd@300']);
  });

  it('does not save up unused time', async () => {
    const time = createFakeTime(0);
    const limiter = createRateLimiter({ perSecond: { GET: 4 }, now: time.now, sleep: time.sleep });
    await limiter.acquire('GET');
    await time.sleep(10_000);
    const at: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await limiter.acquire('GET');
      at.push(time.now());
    }
    expect(at).toEqual([10_000, 10_250, 10_500]);
  });

  it('keeps a lane for each method, and none for a method without a limit', async () => {
    const { send, sent } = setUp({ POST: 10, DELETE: 5 });
    await Promise.all(['POST', 'DELETE', 'POST', 'DELETE', 'PATCH', 'PATCH'].map((method) => send(method)));
    expect([...sent].sort()).toEqual(['DELETE@0', 'DELETE@200', 'PATCH@0', 'PATCH@0', 'POST@0', 'POST@100']);
  });

  it('holds everyone during a pause, also those who were waiting already', async () => {
    const { limiter, send, sent } = setUp({ POST: 10 });
    await send('POST', 'first');
    const waiting = [send('POST', 'second'), send('GET', 'other')];
    limiter.pause(5000);
    limiter.pause(10);
    await Promise.all([...waiting, send('POST', 'third')]);
    expect([...sent].sort()).toEqual(['first@0', 'other@5000', 'second@5000', 'third@5100']);
  });

  it('rounds a wait up, so that a fractional gap is never cut short', async () => {
    const { send, sent } = setUp({ GET: 3 });
    await Promise.all(['a', 'b', 'c'].map((name) => send('GET', name)));
    expect(sent).toEqual(['a@0', 'b@334', 'c@668']);
  });

  it('lets go of one that gives up, at once and without using its slot', async () => {
    const { send, sent } = setUp({ POST: 10 });
    const controller = new AbortController();
    const first = send('POST', 'a');
    const second = send('POST', 'b', controller.signal);
    const third = send('POST', 'c');
    controller.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    await Promise.all([first, third]);
    expect(sent).toEqual(['a@0', 'c@100']);
    await expect(send('POST', 'd', AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
  });

  it('refuses a rate that would never let anything through', async () => {
    await expect(setUp({ GET: 0 }).send('GET')).rejects.toThrow('must be above zero');
  });
});

describe('unlimited', () => {
  it('lets everything through but what was given up', async () => {
    unlimited.pause(1e9);
    await unlimited.acquire('GET');
    await expect(unlimited.acquire('GET', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('createWindowLimiter', () => {
  it('lets requests through as they come until the window is full, whatever their method', async () => {
    const time = createFakeTime(0);
    const limiter = createWindowLimiter({ limit: 3, windowMs: 1000, now: time.now, sleep: time.sleep });
    const at: number[] = [];
    for (const [pause, method] of [
      [0, 'POST'],
      [400, 'GET'],
      [0, 'POST'],
      [0, 'POST'],
      [0, 'PUT'],
      [0, 'PUT'],
      [5000, 'PUT'],
    ] as const) {
      if (pause > 0) await time.sleep(pause);
      await limiter.acquire(method);
      at.push(time.now());
    }
    expect(at).toEqual([0, 400, 400, 1000, 1400, 1400, 6400]);
  });

  it('never lets more through in any stretch, and pauses', async () => {
    const time = createFakeTime(0);
    const limiter = createWindowLimiter({ limit: 2, windowMs: 1000, now: time.now, sleep: time.sleep });
    const at: number[] = [];
    const send = async (): Promise<void> => {
      await limiter.acquire('POST');
      at.push(time.now());
    };
    limiter.pause(300);
    await Promise.all(Array.from({ length: 6 }, send));
    expect(at).toEqual([300, 300, 1300, 1300, 2300, 2300]);
  });
});
