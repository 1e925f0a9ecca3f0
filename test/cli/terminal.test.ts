import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isInteractive, wantsColor, type Terminal } from '../../src/cli/terminal.js';

function terminal(env: Readonly<Record<string, string>>, stream: { isTTY?: boolean; columns?: number } = {}): Terminal {
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, ...stream });
  return {
    env,
    cwd: '/',
    program: 'orgwright',
    stdin: new PassThrough(),
    stdout: output,
    stderr: output,
    untilInterrupted: (work) => work(new AbortController().signal),
  };
}

describe('the terminal', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
  ] as const)('with %j on a TTY: %s has colour: %s', (env, isTTY, expected) => {
    const world = terminal(env, { isTTY });
    expect(wantsColor(world, world.stdout)).toBe(expected);
    expect(wantsColor(world, world.stdout, true)).toBe(false);
  });

  it.each([
    [{}, {}, true],
    [{}, { isTTY: false }, false],
    // Some pseudo-terminals have no size.
    [{}, { columns: 0 }, false],
    [{ CI: 'true' }, {}, false],
    [{ CI: 'false' }, {}, true],
    [{ TERM: 'dumb' }, {}, false],
  ])('with %j and %j it may draw: %s', (env, stream, expected) => {
    expect(isInteractive(terminal(env as Record<string, string>, stream))).toBe(expected);
  });
});
