/** The base of every command: what it declares is oclif's, how its line is spelled is Terraform's. */
import type { ExitCode } from '../errors.js';
import { inOclifSpelling, mistakeIn, translated, withNegation, withoutStdin } from './flags.js';
import { Command, config, Flags, type ArgInput, type FlagInput, type Input, type ParserOutput } from './oclif.js';
import type { Terminal } from './terminal.js';

/** Runs a command line as `orgwright` would. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;

type Values = Record<string, unknown>;

export abstract class OrgwrightCommand extends Command {
  static override baseFlags = {
    'no-color': Flags.boolean({ description: 'Print without colours (as does NO_COLOR).' }),
    help: Flags.boolean({ description: 'Show this help.' }),
  };
  /** What stands after the name in the usage line besides flags. */
  static override usage = '';
  /** Command lines that work as they stand, with what each does. */
  static override examples: { readonly command: string; readonly description: string }[] = [];
  /** What a later version brings, as `flag` or `flag=choice`: a clear error instead of "unknown". */
  static later: readonly string[] = [];

  readonly terminal: Terminal;
  /** For commands that run others; handed in, because the dispatcher knows the commands and not the reverse. */
  readonly runOther: Run;

  constructor(argv: readonly string[], terminal: Terminal, runOther: Run) {
    super([...argv], config);
    this.terminal = terminal;
    this.runOther = runOther;
  }

  abstract override run(): Promise<ExitCode>;

  /** Throws a ConfigError for what is wrong. */
  protected override async parse<F extends Values, B extends Values, A extends Values>(
    declared: Input<F, B, A>,
  ): Promise<ParserOutput<F, B, A>> {
    const { id, usage, later } = this.constructor as CommandClass;
    const flags: FlagInput = { ...declared.flags, ...declared.baseFlags };
    const line = { id, usage, later, flags };
    const input = {
      flags: withNegation(flags) as FlagInput<F>,
      args: withoutStdin(declared.args ?? {}) as ArgInput<A>,
    };
    const output = await super.parse<F, B, A>(input, inOclifSpelling(this.argv, line)).catch((error: unknown) => {
      throw translated(error, line);
    });
    const mistake = mistakeIn(output.raw, line);
    if (mistake !== undefined) throw mistake;
    return output;
  }
}

export type CommandClass = Omit<typeof OrgwrightCommand, 'prototype'> & {
  new (argv: readonly string[], terminal: Terminal, runOther: Run): OrgwrightCommand;
};

/** All that the command takes, in the order of its help. */
export function flagsOf({ flags, baseFlags }: CommandClass): FlagInput {
  return { ...flags, ...baseFlags };
}
