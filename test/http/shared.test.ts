import { describe, expect, it } from 'vitest';
import { createShared } from '../../src/http/shared.js';
import { failureOf } from './support.js';

interface Work {
  readonly signal: AbortSignal;
  readonly caller: string;
  readonly finish: (value: string) => void;
  readonly fail: (error: Error) => void;
}

function createWork(): { works: Work[]; ask: (caller: string, signal?: AbortSignal) => Promise<string> } {
  const works: Work[] = [];
  const ask = createShared(
    (signal, caller: string) =>
      new Promise<string>((finish, fail) => void works.push({ signal, caller, finish, fail })),
  );
  return { works, ask };
}

describe('createShared', () => {
  it('runs once for all who come while it runs, and again for who comes later', async () => {
    const { works, ask } = createWork();
    const all = Promise.all(['a', 'b', 'c'].map((caller) => ask(caller)));
    works[0]?.finish('one');
    expect(await all).toEqual(['one', 'one', 'one']);
    const later = ask('d');
    works[1]?.finish('two');
    expect(await later).toBe('two');
    expect(works.map(({ caller }) => caller)).toEqual(['a', 'd']);
  });

  it('gives a failure to all who wait, and keeps none of it', async () => {
    const { works, ask } = createWork();
    const all = Promise.allSettled([ask('a'), ask('b')]);
    works[0]?.fail(new Error('no'));
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = ask('c');
    works[1]?.finish('yes');
    expect(await later).toBe('yes');
  });

  it('goes on for the others when the first gives up, and ends when all have', async () => {
    const { works, ask } = createWork();
    const first = new AbortController();
    const second = new AbortController();
    const failures = [failureOf(ask('a', first.signal)), failureOf(ask('b', second.signal))];
    first.abort(new Error('first gave up'));
    expect((await failures[0])?.message).toBe('first gave up');
    expect(works[0]?.signal.aborted).toBe(false);
    second.abort(new Error('second gave up'));
    expect((await failures[1])?.message).toBe('second gave up');
    expect(works[0]?.signal.aborted).toBe(true);
    const later = ask('c');
    works[0]?.fail(new Error('aborted'));
    works[1]?.finish('fresh');
    expect(await later).toBe('fresh');
  });

  it('starts nothing for who has given up already', async () => {
    const { works, ask } = createWork();
    expect((await failureOf(ask('a', AbortSignal.abort(new Error('over'))))).message).toBe('over');
    expect(works).toEqual([]);
  });
});
