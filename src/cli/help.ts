/** Help texts, derived from the command table so that they cannot drift from what is parsed. */
import { flagsOf, type CommandClass } from './command.js';
import { commands } from './commands.js';
import type { FlagInput } from './oclif.js';

export function renderOverview(version: string): string {
  const entries = Object.entries(commands);
  const built = entries.filter(([, entry]) => entry.load !== undefined);
  const later = entries.filter(([, entry]) => entry.load === undefined).map(([name]) => name);
  return [
    `orgwright ${version}: who may get into your SaaS organizations, as code.`,
    '',
    'Usage: orgwright COMMAND [FLAGS] [PATH...]',
    '',
    'PATH is a YAML file or a folder with `orgwright: 1` files; the current folder if none is given.',
    '',
    'Commands:',
    ...columns(built.map(([name, entry]) => [name, entry.summary])),
    '',
    'Try it without any account:',
    ...columns([['orgwright demo', 'the main job end to end on a sandbox']]),
    '',
    'Every day:',
    ...columns([
      ['orgwright validate', 'check the files'],
      ['orgwright plan', 'see what would change, and every request'],
      ['orgwright apply', 'make it so, after asking'],
    ]),
    '',
    'Environment:',
    ...columns([
      ['ORGWRIGHT_ASTRO_ENDPOINT', 'where the Astro API is, e.g. what `orgwright sandbox` prints'],
      ['ORGWRIGHT_ATLAS_ENDPOINT', 'the same for the MongoDB Atlas API'],
      ['ORGWRIGHT_ALLOWED_HOSTS', 'further hosts that credentials may go to, comma separated'],
      ['ORGWRIGHT_ALLOW_COMMANDS=1', 'allow secrets from { command: [...] }'],
      ['ORGWRIGHT_RATE_LIMIT=off', "do not keep the vendor's rate limits (loopback only)"],
      ['NO_COLOR, FORCE_COLOR, CI', 'as usual; HTTPS_PROXY and NODE_EXTRA_CA_CERTS too'],
    ]),
    '',
    'Exit codes: 0 done, 1 error, 2 changes (plan -detailed-exitcode) or drift, 3 unformatted (fmt -check), 10 a guard',
    'tripped, 11 the plan is stale, 12 locked, 13 applied in part, 130 interrupted.',
    '',
    ...(later.length === 0 ? [] : [`Not yet supported: ${later.join(', ')}.`, '']),
    'Run `orgwright help COMMAND` for its flags and examples.',
    '',
  ].join('\n');
}

export function renderCommandHelp(command: CommandClass): string {
  const usage = ['orgwright', command.id, '[FLAGS]', command.usage].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${usage}`,
    '',
    command.description ?? '',
    '',
    'Flags (-flag and --flag are the same):',
    ...columns(
      Object.entries(flagsOf(command)).map(([name, flag]) => [`-${name}${valuePart(flag)}`, flagSummary(flag)]),
    ),
    '',
    'Examples:',
    ...command.examples.flatMap((example) => [`  ${example.command}`, `      ${example.description}`]),
    '',
  ].join('\n');
}

type Flag = FlagInput[string];

function valuePart(flag: Flag): string {
  return flag.type === 'boolean' ? '' : `=${String(flag.helpValue)}`;
}

function flagSummary(flag: Flag): string {
  const note = flag.type === 'option' && flag.multiple === true ? 'may be repeated' : defaultOf(flag);
  return `${flag.description ?? ''}${note === '' ? '' : ` (${note})`}`;
}

function defaultOf({ default: value }: { readonly default?: unknown }): string {
  return value === undefined || value === false ? '' : `default ${JSON.stringify(value)}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
