/** Finds the command, parses its flags, runs it, and turns whatever it throws into a message and an exit code. */
import { ConfigError, exitCodes, type ExitCode } from '../errors.js';
import type { CommandClass } from './command.js';
import { commands } from './commands.js';
import { completeWord } from './completion/complete-word.js';
import type { Terminal } from './terminal.js';

const helpFlags: readonly string[] = ['-h', '-help', '--help'];

export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    const { reportError } = await import('./report-error.js');
    return reportError(error, terminal, argv.includes('-no-color') || argv.includes('--no-color'));
  }
}

async function dispatch([first, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (first === undefined) {
    terminal.stderr.write(await overview());
    return exitCodes.error;
  }
  if (helpFlags.includes(first)) return showHelp(rest[0], terminal);
  if (first === 'help')
    return showHelp(
      rest.find((word) => !word.startsWith('-')),
      terminal,
    );
  if (first === completeWord) return (await import('./completion/answer.js')).answerCompletion(rest, terminal);
  const name = ['-v', '-version', '--version'].includes(first) ? 'version' : first;
  const Found = await findCommand(name);
  const end = rest.indexOf('--');
  if ((end === -1 ? rest : rest.slice(0, end)).some((word) => helpFlags.includes(word)))
    return showHelp(name, terminal);
  return new Found(rest, terminal, run).run();
}

async function findCommand(name: string): Promise<CommandClass> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry?.load !== undefined) return entry.load();
  if (entry !== undefined) {
    throw new ConfigError(`\`orgwright ${name}\` is not yet supported.`, {
      hint: 'Run `orgwright help` for the commands that are.',
    });
  }
  const { nearest } = await import('./nearest.js');
  const guess = nearest(name, Object.keys(commands));
  throw new ConfigError(
    name.startsWith('-') ? `Unknown flag ${name}: flags follow a command.` : `Unknown command "${name}".`,
    {
      hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}Run \`orgwright help\` for the commands.`,
    },
  );
}

async function showHelp(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (name === undefined) {
    terminal.stdout.write(await overview());
    return exitCodes.ok;
  }
  const command = await findCommand(name);
  const { renderCommandHelp } = await import('./help.js');
  terminal.stdout.write(renderCommandHelp(command));
  return exitCodes.ok;
}

async function overview(): Promise<string> {
  const [{ renderOverview }, { packageVersion }] = await Promise.all([
    import('./help.js'),
    import('./package-root.js'),
  ]);
  return renderOverview(packageVersion());
}
