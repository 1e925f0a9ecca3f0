import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { runCli } from './support/run-cli.js';

const built = Object.entries(commands).filter(([, entry]) => entry.load !== undefined);

describe('the command line', () => {
  it('helps', async () => {
    for (const argv of [['help'], ['--help'], ['-h']]) {
      const { stdout, stderr, code } = await runCli(argv);
      expect(stdout).toContain('Usage: orgwright COMMAND');
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    }
  });

  it('shows the help and fails where no command is given', async () => {
    const { stdout, stderr, code } = await runCli([]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('Usage: orgwright COMMAND');
  });

  it.each(built)('has help with examples for %s', async (name, entry) => {
    const command = await entry.load?.();
    expect(command?.id).toBe(name);
    expect(command?.examples.length).toBeGreaterThan(0);
    const { stdout, code } = await runCli([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: orgwright ${name} [FLAGS]`);
    for (const example of command?.examples ?? []) expect(stdout).toContain(example.command);
    for (const flag of Object.keys({ ...command?.flags, ...command?.baseFlags }))
      expect(stdout).toContain(`  -${flag}`);
  });

  it.each([
    [['plna'], 'Unknown command "plna".\n  hint: Did you mean plan?'],
    [['toString'], 'Unknown command "toString".'],
    [['-json'], 'Unknown flag -json: flags follow a command.'],
    [['version', 'extra'], '`orgwright version` does not take "extra".'],
    [['plan', '-parallelism=2'], 'Flag -parallelism of `orgwright plan` is not yet supported.'],
    [['apply', '-auto-aprove'], 'Did you mean -auto-approve?'],
    [['reveal'], '`orgwright reveal` needs ADDRESS'],
    [['schema', 'wrld'], 'There is no schema "wrld".\n  hint: Did you mean world?'],
  ])('refuses %j', async (argv, message) => {
    const { stdout, stderr, code } = await runCli(argv);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('prints versions', async () => {
    for (const argv of [['version'], ['--version'], ['-v']]) {
      expect((await runCli(argv)).stdout).toMatch(/^orgwright \d+\.\d+\.\d+\n$/);
    }
    expect(JSON.parse((await runCli(['version', '-json'])).stdout)).toMatchObject({
      orgwright_version: expect.any(String) as string,
    });
  });

  it.each(['config', 'plan', 'world'])('prints the %s schema', async (which) => {
    const { stdout, code } = await runCli(['schema', which]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  it('colours errors only where that is wanted', async () => {
    expect((await runCli(['plna'])).stderr).not.toContain('\u001b');
    expect((await runCli(['plna'], { env: { FORCE_COLOR: '1' } })).stderr).toContain('\u001b[31merror\u001b[39m');
    expect((await runCli(['plna', '-no-color'], { env: { FORCE_COLOR: '1' } })).stderr).not.toContain('\u001b');
  });
});
