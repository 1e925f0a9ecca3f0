/**
 * Command-line flags in Terraform's habits: `-flag` and `--flag` are the same, `-flag=value` and `-flag value` too,
 * a boolean takes `=false`, and what is not declared is an error. One table per command drives parsing, help and
 * "did you mean". (Measured: oclif's parser costs 40 ms at start and knows none of these habits.)
 */
import { ConfigError } from '../errors.js';
import { nearest } from './nearest.js';

interface FlagBase {
  /** One line for the help. */
  readonly summary: string;
}

export type Flag =
  | (FlagBase & { readonly type: 'boolean'; readonly default?: boolean })
  | (FlagBase & {
      readonly type: 'string';
      /** What stands for the value in the help, e.g. `FILE`. */
      readonly value: string;
      readonly default?: string;
      readonly choices?: readonly string[];
      /** Choices that a later version brings. */
      readonly laterChoices?: readonly string[];
    })
  | (FlagBase & { readonly type: 'integer'; readonly value: string; readonly min: number; readonly default?: number })
  /** May be given several times. */
  | (FlagBase & { readonly type: 'list'; readonly value: string });

export type FlagTable = Readonly<Record<string, Flag>>;

type ValueOf<F extends Flag> = F extends { type: 'boolean' }
  ? boolean
  : F extends { type: 'list' }
    ? readonly string[]
    : F extends { type: 'integer' }
      ? F extends { default: number }
        ? number
        : number | undefined
      : F extends { choices: readonly (infer Choice)[] }
        ? F extends { default: string }
          ? Choice
          : Choice | undefined
        : F extends { default: string }
          ? string
          : string | undefined;

export type FlagValues<T extends FlagTable> = { readonly [Name in keyof T]: ValueOf<T[Name]> };

export interface ParsedArguments {
  readonly flags: Readonly<Record<string, boolean | number | string | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

export interface ParseOptions {
  readonly command: string;
  readonly flags: FlagTable;
  /** Flags that users will have in a later version: a clear error instead of "unknown". */
  readonly later: readonly string[];
}

/** Throws a ConfigError for the first thing that is wrong. */
export function parseArguments(argv: readonly string[], options: ParseOptions): ParsedArguments {
  const values = new Map<string, boolean | number | string | string[]>();
  const positionals: string[] = [];
  const help = `Run \`orgwright help ${options.command}\` to see its flags.`;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--') {
      positionals.push(...argv.slice(index + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      positionals.push(argument);
      continue;
    }
    const { name, inline } = splitFlag(argument);
    const flag = Object.hasOwn(options.flags, name) ? options.flags[name] : undefined;
    if (flag === undefined) throw unknownFlag(name, options, help);
    if (values.has(name) && flag.type !== 'list')
      throw new ConfigError(`Flag -${name} is given twice.`, { hint: help });
    if (flag.type === 'boolean') {
      values.set(name, parseBoolean(name, inline));
      continue;
    }
    let text = inline;
    if (text === undefined) {
      index += 1;
      text = argv[index];
      // A following flag means that the value was forgotten; a value that starts with a dash can be given with "=".
      if (text === undefined || (text.startsWith('-') && text !== '-')) text = '';
    }
    if (text === '') throw new ConfigError(`Flag -${name} needs a value: -${name}=${flag.value}.`, { hint: help });
    if (flag.type === 'list') {
      const list = values.get(name);
      if (Array.isArray(list)) list.push(text);
      else values.set(name, [text]);
    } else {
      values.set(name, flag.type === 'integer' ? parseInteger(name, text, flag.min) : parseChoice(name, text, flag));
    }
  }
  return { flags: withDefaults(options.flags, values), positionals };
}

function splitFlag(argument: string): { readonly name: string; readonly inline: string | undefined } {
  const text = argument.replace(/^--?/, '');
  const equals = text.indexOf('=');
  return equals === -1
    ? { name: text, inline: undefined }
    : { name: text.slice(0, equals), inline: text.slice(equals + 1) };
}

function unknownFlag(name: string, options: ParseOptions, help: string): ConfigError {
  if (options.later.includes(name)) {
    return new ConfigError(`Flag -${name} of \`orgwright ${options.command}\` is not yet supported.`);
  }
  const guess = nearest(name, Object.keys(options.flags));
  return new ConfigError(`Unknown flag -${name} for \`orgwright ${options.command}\`.`, {
    hint: guess === undefined ? help : `Did you mean -${guess}? ${help}`,
  });
}

function parseBoolean(name: string, text: string | undefined): boolean {
  if (text === undefined || text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new ConfigError(`Flag -${name} is true or false, not "${text}".`);
}

function parseInteger(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < min) {
    throw new ConfigError(`Flag -${name} takes a whole number of at least ${min}, not "${text}".`);
  }
  return value;
}

function parseChoice(name: string, text: string, { choices, laterChoices = [] }: Flag & { type: 'string' }): string {
  if (choices === undefined || choices.includes(text)) return text;
  if (laterChoices.includes(text)) throw new ConfigError(`-${name}=${text} is not yet supported.`);
  const guess = nearest(text, choices);
  throw new ConfigError(`Flag -${name} does not take "${text}".`, {
    hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}It takes ${choices.join(', ')}.`,
  });
}

function withDefaults(
  flags: FlagTable,
  values: ReadonlyMap<string, boolean | number | string | string[]>,
): ParsedArguments['flags'] {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => {
      const value = values.get(name);
      if (value !== undefined) return [name, value];
      if (flag.type === 'list') return [name, []];
      if (flag.type === 'boolean') return [name, flag.default ?? false];
      return [name, flag.default];
    }),
  );
}
