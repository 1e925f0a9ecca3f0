import { lstat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codeFrame } from '../../config/code-frame.js';
import { hasErrors } from '../../core/diagnostics.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { isLoopback } from '../../http/hosts.js';
import { OrgwrightCommand } from '../command.js';
import { isSet } from '../credential-variables.js';
import { readEnvironment } from '../environment.js';
import { checkText } from '../init/check-text.js';
import { firstConfiguration, type FirstOrganization } from '../init/first-configuration.js';
import { firstOrganization } from '../init/first-organization.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import type { Line } from '../render/line.js';
import type { Terminal } from '../terminal.js';
import { writeWhole } from '../write-whole.js';

const readableByAll = 0o644;

export class Init extends OrgwrightCommand {
  static override id = 'init';
  static override description = [
    'Writes a first configuration: a connection, one organization of which nothing is managed yet, and the default guards,\n' +
      'with comments. What the flags do not say is asked for where somebody sits at a terminal.',
    'It connects to nothing. For an organization that exists, `orgwright import` writes all that is live instead.',
  ].join('\n\n');
  static override flags = {
    provider: Flags.string({ helpValue: 'TYPE', description: 'The vendor: astro, atlas or scim.' }),
    org: Flags.string({ helpValue: 'NAME', description: 'The name of the organization in plans and addresses.' }),
    id: Flags.string({ helpValue: 'ID', description: "The organization's id at the vendor; not for scim." }),
    'base-url': Flags.string({ helpValue: 'URL', description: 'The address of a SCIM service.' }),
    out: Flags.string({ helpValue: 'FILE', default: 'orgwright.yaml', description: 'The file to write.' }),
    force: Flags.boolean({ description: 'Overwrite the file if it is there.' }),
    input: Flags.boolean({ default: true, description: '-input=false never asks.' }),
  };
  static override examples = [
    { command: 'orgwright init', description: 'Asks, and writes orgwright.yaml.' },
    {
      command: 'orgwright init --provider astro --org acme-data --id clm3x0acme000000000000001',
      description: 'Asks nothing.',
    },
    {
      command: 'orgwright init --provider scim --org corp --base-url https://scim.example.com/v2 --out corp.yaml',
      description: 'Begins with the directory of a SCIM service.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags } = await this.parse(Init);
    const { terminal } = this;
    const output = createOutput(terminal, flags);
    const file = resolve(terminal.cwd, flags.out);
    await refuseTaken(file, flags.out, flags.force);
    const first = await firstOrganization(flags, terminal);
    const text = firstConfiguration(first);
    const problems = checkText(flags.out, text);
    output.diagnose(problems, (source) => codeFrame(text, source));
    if (hasErrors(problems)) {
      throw new ConfigError('Nothing was written: what was given does not make a valid configuration.', {
        hint: 'Correct it as told above.',
      });
    }
    const steps = nextSteps(first, flags.out, terminal);
    try {
      if (flags.force) await writeWhole(file, readableByAll, text);
      else await writeFile(file, text, { flag: 'wx', mode: readableByAll });
    } catch (cause) {
      throw new ConfigError(`Cannot write ${flags.out}.`, {
        hint: 'Check that its folder is there and may be written to.',
        cause,
      });
    }
    output.tell(steps);
    return exitCodes.ok;
  }
}

/** Before anybody is asked anything. */
async function refuseTaken(file: string, name: string, force: boolean): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isFile()) {
    throw new ConfigError(`Cannot write ${name}: it is there, and no regular file.`, { hint: 'Name another --out.' });
  }
  if (!force) {
    throw new ConfigError(`${name} is there already, and was left as it is.`, {
      hint: 'Name another file with --out, or overwrite it with --force.',
    });
  }
}

function nextSteps({ type, id, baseUrl, variables }: FirstOrganization, out: string, terminal: Terminal): Line[] {
  const { env, program } = terminal;
  const missing = Object.values(variables).filter((name) => !isSet(name, env));
  const host = baseUrl === undefined ? undefined : unnamedHost(baseUrl, terminal);
  const which = id === undefined ? `--base-url ${String(baseUrl)}` : `--org ${id}`;
  return [
    [`Wrote ${out}. Next:`],
    ...(missing.length === 0 ? [] : [[`  Export ${missing.join(' and ')}.`]]),
    ...(host === undefined
      ? []
      : [[`  Export ORGWRIGHT_ALLOWED_HOSTS=${host}: a token goes to no host that is not named.`]]),
    [`  Add members and teams, and see what would change: ${program} plan ${out}`],
    [
      missing.length === 0
        ? '  The credential is set already. For an organization that exists it is better to write all that is live: '
        : '  Or, for an organization that exists, write all that is live: ',
      `remove ${out}, and run ${program} import --provider ${type} ${which} --out ${out}`,
    ],
  ];
}

/** Loopback needs no name. */
function unnamedHost(baseUrl: string, terminal: Terminal): string | undefined {
  const { host, hostname } = new URL(baseUrl);
  const { allowedHosts } = readEnvironment(terminal);
  return isLoopback(baseUrl) || allowedHosts.includes(host) || allowedHosts.includes(hostname) ? undefined : host;
}
