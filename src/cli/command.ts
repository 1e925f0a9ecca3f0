/** What a command declares about itself; parsing, help and dispatch all read it. */
import type { ExitCode } from '../errors.js';
import type { FlagTable, FlagValues, ParsedArguments } from './flags.js';
import type { Terminal } from './terminal.js';

interface CommandDescription {
  readonly name: string;
  /** What stands after the name in the usage line besides flags. */
  readonly usage: string;
  /** Paragraphs of the command's help. */
  readonly description: readonly string[];
  readonly flags: FlagTable;
  /** Flags that a later version brings: a clear error, not an unknown flag. */
  readonly later?: readonly string[];
  /** How many arguments it takes besides flags. */
  readonly positionals: { readonly min: number; readonly max: number };
  /** Command lines that work as they stand, with what each does. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

/** Runs a command line as `orgwright` would. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;

export interface Command extends CommandDescription {
  readonly execute: (parsed: ParsedArguments, terminal: Terminal, run: Run) => Promise<ExitCode>;
}

/** Every command takes these. */
const commonFlags = {
  'no-color': { type: 'boolean', summary: 'Print without colours (as does NO_COLOR).' },
  help: { type: 'boolean', summary: 'Show this help.' },
} as const satisfies FlagTable;

export interface CommandInput<T extends FlagTable> {
  readonly flags: FlagValues<T> & FlagValues<typeof commonFlags>;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
  /** For commands that run others; handed in, because the dispatcher knows the commands and not the reverse. */
  readonly run: Run;
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
    execute: (parsed, terminal, runOther) =>
      run({
        flags: parsed.flags as CommandInput<T>['flags'],
        positionals: parsed.positionals,
        terminal,
        run: runOther,
      }),
  };
}
