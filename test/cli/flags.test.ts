import { describe, expect, it } from 'vitest';
import { OrgwrightCommand } from '../../src/cli/command.js';
import { listFlag, pathArgs } from '../../src/cli/flags.js';
import { Args, Flags } from '../../src/cli/oclif.js';
import { run } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { exitCodes } from '../../src/errors.js';

const flags = {
  json: Flags.boolean(),
  input: Flags.boolean({ default: true }),
  'no-color': Flags.boolean(),
  format: Flags.option({ helpValue: 'FORMAT', options: ['text', 'json'] as const })(),
  'secrets-out': Flags.string({ helpValue: 'FILE' }),
  parallelism: Flags.integer({ helpValue: 'N', min: 1, default: 10 }),
  target: listFlag({ helpValue: 'ADDRESS' }),
};

const terminal: Terminal = {
  env: {},
  cwd: '/',
  program: 'orgwright',
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  untilInterrupted: (work) => work(new AbortController().signal),
};

abstract class Parsing extends OrgwrightCommand {
  constructor(argv: readonly string[]) {
    super(argv, terminal, run);
  }

  override run = () => Promise.resolve(exitCodes.ok);
}

class Plan extends Parsing {
  static override id = 'plan';
  static override usage = '[PATH...]';
  static override flags = flags;
  static override args = pathArgs;
  static override later = ['out', 'format=html'];

  readonly values = () => this.parse(Plan);
}

class Schema extends Parsing {
  static override id = 'schema';
  static override args = { which: Args.string({ default: 'config' }) };

  readonly values = () => this.parse(Schema);
}

class Reveal extends Parsing {
  static override id = 'reveal';
  static override usage = 'ADDRESS';
  static override args = { address: Args.string({ required: true }) };

  readonly values = () => this.parse(Reveal);
}

const parse = (...argv: string[]) => new Plan(argv).values();

describe('flags in the habits of Terraform', () => {
  it.each([['-json'], ['--json'], ['-json=true'], ['--json=1']])('%s is a boolean flag', async (argument) => {
    expect((await parse(argument)).flags['json']).toBe(true);
  });

  it('takes values after "=" and after a space, with one dash or two', async () => {
    for (const argv of [['-format=json'], ['--format=json'], ['-format', 'json'], ['--format', 'json']]) {
      expect((await parse(...argv)).flags['format']).toBe('json');
    }
    expect((await parse('-secrets-out=-odd')).flags['secrets-out']).toBe('-odd');
    expect((await parse('-secrets-out=a=b')).flags['secrets-out']).toBe('a=b');
  });

  it('has defaults, and flags that may be repeated', async () => {
    expect((await parse()).flags).toEqual({
      json: false,
      input: true,
      'no-color': false,
      help: false,
      parallelism: 10,
      target: [],
    });
    expect((await parse('-input=false', '-target=a/b', '-target', 'c/d', '-parallelism=3')).flags).toMatchObject({
      input: false,
      target: ['a/b', 'c/d'],
      parallelism: 3,
    });
  });

  it('keeps what is not a flag, in order, and everything after --', async () => {
    const pathsOf = async (...argv: string[]) => (await parse(...argv)).args.paths;
    expect(await pathsOf('a.yaml', '-json', 'b', '--', '-json', '--x')).toEqual(['a.yaml', 'b', '-json', '--x']);
    expect(await pathsOf('-')).toEqual(['-']);
    expect(await pathsOf('-target', 'a/b', 'c', 'd', '-target=e', 'c')).toEqual(['c', 'd', 'c']);
    expect(await pathsOf()).toEqual([]);
  });

  it('negates what begins with no-, and knows no other negation', async () => {
    expect((await parse('-no-color')).flags['no-color']).toBe(true);
    expect((await parse('-no-color=false')).flags['no-color']).toBe(false);
    await expect(parse('--no-json')).rejects.toThrow('Unknown flag -no-json');
  });

  it('leaves standard input alone where an argument is not given', async () => {
    expect((await new Schema([]).values()).args.which).toBe('config');
    await expect(new Schema(['a', 'b']).values()).rejects.toThrow('`orgwright schema` does not take "b".');
    await expect(new Reveal([]).values()).rejects.toThrow('`orgwright reveal` needs ADDRESS.');
  });

  it.each([
    [['-jsno'], 'Unknown flag -jsno for `orgwright plan`.', /^Did you mean -json\?/],
    [['-toString'], 'Unknown flag -toString for `orgwright plan`.', /^Run `orgwright help plan`/],
    [['-out=plan.bin'], 'Flag -out of `orgwright plan` is not yet supported.', undefined],
    [['-json', '-json'], 'Flag -json is given twice.', /./],
    [['-json=maybe'], 'Flag -json is true or false, not "maybe".', undefined],
    [['-format=jsn'], 'Flag -format does not take "jsn".', /^Did you mean json\? It takes text, json\.$/],
    [['-format=html'], '-format=html is not yet supported.', undefined],
    [['-secrets-out'], 'Flag -secrets-out needs a value: -secrets-out=FILE.', /./],
    [['-secrets-out', '-json'], 'Flag -secrets-out needs a value: -secrets-out=FILE.', /./],
    [['-secrets-out='], 'Flag -secrets-out needs a value: -secrets-out=FILE.', /./],
    [['-secrets-out', ''], 'Flag -secrets-out needs a value: -secrets-out=FILE.', /./],
    [['-secrets-out', '--'], 'Flag -secrets-out needs a value: -secrets-out=FILE.', /./],
    [['-format', '-json'], 'Flag -format needs a value: -format=FORMAT.', /./],
    [['-secrets-out', '-odd'], 'Unknown flag -odd for `orgwright plan`.', /./],
    [['-secrets-out=a', '-secrets-out=b'], 'Flag -secrets-out is given twice.', /./],
    [['-1'], 'Unknown flag -1 for `orgwright plan`.', /./],
    [['-parallelism=x\ny'], 'Flag -parallelism takes a whole number of at least 1, not "x\ny".', undefined],
    [['-parallelism=0'], 'Flag -parallelism takes a whole number of at least 1, not "0".', undefined],
    [['-parallelism=2.5'], 'Flag -parallelism takes a whole number of at least 1, not "2.5".', undefined],
  ])('refuses %j', async (argv, message, hint) => {
    const refusal: unknown = await parse(...argv).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message, exitCode: 1 });
    const given = (refusal as { hint?: string }).hint;
    if (hint === undefined) expect(given).toBeUndefined();
    else expect(given).toMatch(hint);
  });
});
