import { describe, expect, it } from 'vitest';
import { parseArguments, type FlagTable } from '../../src/cli/flags.js';

const flags = {
  json: { type: 'boolean', summary: '' },
  input: { type: 'boolean', default: true, summary: '' },
  format: { type: 'string', value: 'FORMAT', choices: ['text', 'json'], laterChoices: ['html'], summary: '' },
  'secrets-out': { type: 'string', value: 'FILE', summary: '' },
  parallelism: { type: 'integer', value: 'N', min: 1, default: 10, summary: '' },
  target: { type: 'list', value: 'ADDRESS', summary: '' },
} satisfies FlagTable;

const parse = (...argv: string[]) => parseArguments(argv, { command: 'plan', flags, later: ['out'] });

describe('flags in the habits of Terraform', () => {
  it.each([['-json'], ['--json'], ['-json=true'], ['--json=1']])('%s is a boolean flag', (argument) => {
    expect(parse(argument).flags['json']).toBe(true);
  });

  it('takes values after "=" and after a space, with one dash or two', () => {
    for (const argv of [['-format=json'], ['--format=json'], ['-format', 'json'], ['--format', 'json']]) {
      expect(parse(...argv).flags['format']).toBe('json');
    }
    expect(parse('-secrets-out=-odd').flags['secrets-out']).toBe('-odd');
    expect(parse('-secrets-out=a=b').flags['secrets-out']).toBe('a=b');
  });

  it('has defaults, and flags that may be repeated', () => {
    expect(parse().flags).toEqual({
      json: false,
      input: true,
      format: undefined,
      'secrets-out': undefined,
      parallelism: 10,
      target: [],
    });
    expect(parse('-input=false', '-target=a/b', '-target', 'c/d', '-parallelism=3').flags).toMatchObject({
      input: false,
      target: ['a/b', 'c/d'],
      parallelism: 3,
    });
  });

  it('keeps what is not a flag, in order, and everything after --', () => {
    expect(parse('a.yaml', '-json', 'b', '--', '-json', '--x').positionals).toEqual(['a.yaml', 'b', '-json', '--x']);
    expect(parse('-').positionals).toEqual(['-']);
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
    [['-parallelism=0'], 'Flag -parallelism takes a whole number of at least 1, not "0".', undefined],
    [['-parallelism=2.5'], 'Flag -parallelism takes a whole number of at least 1, not "2.5".', undefined],
  ])('refuses %j', (argv, message, hint) => {
    let refusal: unknown;
    try {
      parse(...argv);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ message, exitCode: 1 });
    const given = (refusal as { hint?: string }).hint;
    if (hint === undefined) expect(given).toBeUndefined();
    else expect(given).toMatch(hint);
  });
});
