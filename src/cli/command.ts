/** What a command declares about itself; parsing, help and dispatch all read it. */
import type { ExitCode } from '../errors.js';
import type { FlagTable, FlagValues, ParsedArguments } from './flags.js';
import type { Terminal } from './terminal.js';

export interface CommandDescription {
  readonly name: string;
  /** What stands after the name in the usage line besides flags. */
  readonly usage: string;
  /** Paragraphs of the command's help. */
  readonly description: readonly string[];
  readonly flags: FlagTable;
  /** Flags that the contract names and that a later version brings. */
  readonly later?: readonly string[];
  /** How many arguments it takes besides flags. */
  readonly positionals: { readonly min: number; readonly max: number };
  /** Command lines that work as they stand, with what each does. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

export interface Command extends CommandDescription {
  readonly execute: (parsed: ParsedArguments, terminal: Terminal) => Promise<ExitCode>;
}

/** Every command takes these. */
export const commonFlags = {
  'no-color': { type: 'boolean', summary: 'Print without colours (as does NO_COLOR).' },
  help: { type: 'boolean', summary: 'Show this help.' },
} as const satisfies FlagTable;

export interface CommandInput<T extends FlagTable> {
  readonly flags: FlagValues<T> & FlagValues<typeof commonFlags>;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
}

interface Definition<T extends FlagTable> extends CommandDescription {
  readonly flags: T;
  readonly run: (input: CommandInput<T>) => Promise<ExitCode>;
}

/** Ties the flag table to the types that `run` sees; parseArguments makes values of exactly these types. */
export function defineCommand<const T extends FlagTable>(definition: Definition<T>): Command {
  const { run, ...description } = definition;
  return {
    ...description,
    flags: { ...definition.flags, ...commonFlags },
    execute: (parsed, terminal) =>
      run({ flags: parsed.flags as CommandInput<T>['flags'], positionals: parsed.positionals, terminal }),
  };
}
