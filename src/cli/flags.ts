/**
 * Command lines in Terraform's habits, for oclif's parser: `-flag` and `--flag` are the same, `-flag=value` and
 * `-flag value` too, a boolean takes `=false`, and what is not declared is an error, with "did you mean".
 */
import { ConfigError } from '../errors.js';
import { nearest } from './nearest.js';
import { Args, Flags, type ArgInput, type FlagInput, type ParserOutput } from './oclif.js';

export type FlagValues<T extends FlagInput> = T extends FlagInput<infer Values> ? Values : never;

/** May be given several times, with one value each: to oclif a PATH that follows would else be another value. */
export const listFlag = Flags.custom<string>({ multiple: true, multipleNonGreedy: true, default: [] });

export const pathArgs = {
  paths: Args.string({ multiple: true, default: [], description: 'A YAML file or a folder.' }),
};

/** What of a command its errors are about. */
export interface CommandLine {
  readonly id: string;
  readonly usage: string;
  readonly flags: FlagInput;
  readonly later: readonly string[];
}

/** `--flag`, `--flag=value`, `--no-flag`, as oclif knows them. Nothing that is not declared gets past. */
export function inOclifSpelling(argv: readonly string[], line: CommandLine): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const words = argv.slice(0, end).map((word) => {
    if (!word.startsWith('-') || word === '-') return word;
    const [, name = '', value] = /^--?([^=]*)(?:=([^]*))?$/.exec(word) ?? [];
    // By its own keys: oclif takes `--toString` for a flag that each object has.
    const flag = Object.hasOwn(line.flags, name) ? line.flags[name] : undefined;
    if (flag === undefined) throw unknownFlag(name, line);
    if (value === undefined) return `--${name}`;
    if (flag.type === 'option') return `--${name}=${value}`;
    if (value === 'true' || value === '1') return `--${name}`;
    if (value === 'false' || value === '0') return `--no-${name}`;
    throw new ConfigError(`Flag -${name} is true or false, not "${value}".`);
  });
  return [...words, ...argv.slice(end)];
}

/** As copies: oclif writes each flag's name into it. */
export function withNegation(flags: FlagInput): FlagInput {
  const entries = Object.entries(flags).map(([name, flag]) => [
    name,
    flag.type === 'boolean' ? { ...flag, allowNo: true, default: flag.default ?? false } : { ...flag },
  ]);
  return Object.fromEntries(entries) as FlagInput;
}

/** An argument that is not given would else be read from standard input. */
export function withoutStdin(args: ArgInput): ArgInput {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, { ...arg, ignoreStdin: true }]));
}

/** oclif's errors in our words. What they are about stands in their messages only; tests hold this to the version. */
export function translated(error: unknown, line: CommandLine): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  const missing = /^Flag --(\S+) expects /.exec(message);
  if (missing?.[1] !== undefined) return needsValue(missing[1], line);
  const twice = /^Flag --(\S+) can only be specified once/.exec(message);
  if (twice?.[1] !== undefined) return givenTwice(twice[1], line);
  const choice = /^Expected --([^=]+)=([^]*) to be one of: /.exec(message);
  if (choice?.[1] !== undefined && choice[2] !== undefined) return wrongChoice(choice[1], choice[2], line);
  const number = /^Parsing --(\S+) \n\tExpected an integer[^]* received: ([^]*)\nSee more help/.exec(message);
  if (number?.[1] !== undefined && number[2] !== undefined) return wrongNumber(number[1], number[2], line);
  const hint = `Run \`orgwright help ${line.id}\` for its usage.`;
  if (message.startsWith('Missing ')) return new ConfigError(`\`orgwright ${line.id}\` needs ${line.usage}.`, { hint });
  if (message.startsWith('Unexpected argument') && 'args' in error && Array.isArray(error.args)) {
    return new ConfigError(`\`orgwright ${line.id}\` does not take "${String(error.args[0])}".`, { hint });
  }
  return error;
}

/** What oclif lets pass. */
export function mistakeIn(tokens: ParserOutput['raw'], line: CommandLine): ConfigError | undefined {
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.type === 'arg') continue;
    const flag = line.flags[token.flag];
    if (flag?.type === 'boolean' && given.has(token.flag)) return givenTwice(token.flag, line);
    // A `--` that follows is no value.
    if (flag?.type === 'option' && (token.input === '' || token.input === '--')) return needsValue(token.flag, line);
    given.add(token.flag);
  }
  return undefined;
}

function unknownFlag(name: string, line: CommandLine): ConfigError {
  if (line.later.includes(name)) {
    return new ConfigError(`Flag -${name} of \`orgwright ${line.id}\` is not yet supported.`);
  }
  const guess = nearest(name, Object.keys(line.flags));
  return new ConfigError(`Unknown flag -${name} for \`orgwright ${line.id}\`.`, {
    hint: `${guess === undefined ? '' : `Did you mean -${guess}? `}${flagsHint(line)}`,
  });
}

function givenTwice(name: string, line: CommandLine): ConfigError {
  return new ConfigError(`Flag -${name} is given twice.`, { hint: flagsHint(line) });
}

function needsValue(name: string, line: CommandLine): ConfigError {
  const flag = line.flags[name];
  const value = flag?.type === 'option' ? String(flag.helpValue) : 'VALUE';
  return new ConfigError(`Flag -${name} needs a value: -${name}=${value}.`, { hint: flagsHint(line) });
}

function wrongChoice(name: string, text: string, line: CommandLine): ConfigError {
  if (line.later.includes(`${name}=${text}`)) {
    return new ConfigError(`-${name}=${text} is not yet supported.`);
  }
  const flag = line.flags[name];
  const choices = flag?.type === 'option' ? (flag.options ?? []) : [];
  const guess = nearest(text, choices);
  return new ConfigError(`Flag -${name} does not take "${text}".`, {
    hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}It takes ${choices.join(', ')}.`,
  });
}

function wrongNumber(name: string, text: string, line: CommandLine): ConfigError {
  const flag = line.flags[name];
  const min = flag !== undefined && 'min' in flag ? String(flag.min) : '0';
  return new ConfigError(`Flag -${name} takes a whole number of at least ${min}, not "${text}".`);
}

function flagsHint({ id }: CommandLine): string {
  return `Run \`orgwright help ${id}\` to see its flags.`;
}
