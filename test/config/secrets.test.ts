import { describe, expect, it } from 'vitest';
import { createSecretResolver, secretSource, type SecretOptions } from '../../src/config/secrets.js';
import type { JsonObject } from '../../src/core/json.js';
import { scratch } from './scratch.js';

function resolve(reference: JsonObject, options: Partial<SecretOptions> = {}): Promise<string> {
  return createSecretResolver({ env: {}, cwd: '/', allowCommands: false, ...options })(reference);
}

describe('secrets', () => {
  it('come from the environment, a file or a command, without one trailing newline', async () => {
    const cwd = scratch({ 'sub/token': 'from-file\n', windows: 'from-windows\r\n' });
    expect(await resolve({ env: 'A' }, { env: { A: 'from-env' } })).toBe('from-env');
    expect(await resolve({ file: 'sub/token' }, { cwd })).toBe('from-file');
    expect(await resolve({ file: 'windows' }, { cwd })).toBe('from-windows');
    const command = [process.execPath, '-e', 'console.log(process.argv[1])', '$HOME; x'];
    expect(await resolve({ command }, { allowCommands: true })).toBe('$HOME; x');
  });

  it.each<[string, JsonObject, Partial<SecretOptions>, RegExp]>([
    ['a variable that is not set', { env: 'NOPE' }, {}, /NOPE is not set/],
    ['an empty variable', { env: 'A' }, { env: { A: '\n' } }, /env:A is empty/],
    ['a line break inside', { env: 'A' }, { env: { A: 'hush\nhush' } }, /line break/],
    ['a file that is not there', { file: '/nowhere/x' }, {}, /file:\/nowhere\/x cannot be read: ENOENT/],
    ['a command that is not allowed', { command: ['echo', 'hush'] }, {}, /command:echo would run a program/],
    [
      'a program that is not there',
      { command: ['no-such-program-x', 'hush'] },
      { allowCommands: true },
      /no such program/,
    ],
    [
      'a command that fails',
      { command: [process.execPath, '-e', 'console.log("hush"); console.error("hush"); process.exit(3)', 'hush'] },
      { allowCommands: true },
      /it ended with 3/,
    ],
  ])('refuse %s and never show the value', async (_, reference, options, message) => {
    const error = await resolve(reference, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(message);
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain('hush');
    expect(error).toHaveProperty('hint');
  });

  it('are read once', async () => {
    const env: Record<string, string> = { A: 'first' };
    const secret = createSecretResolver({ env, cwd: '/', allowCommands: false });
    expect(await secret({ env: 'A' })).toBe('first');
    env['A'] = 'second';
    expect(await secret({ env: 'A' })).toBe('first');
  });

  it('have a source that may be shown', () => {
    expect(secretSource({ env: 'A' })).toBe('env:A');
    expect(secretSource({ file: 'a/b' })).toBe('file:a/b');
    expect(secretSource({ command: ['op', 'read', 'x'] })).toBe('command:op');
  });
});
