import { exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { listFlag } from '../flags.js';
import { Flags } from '../oclif.js';
import { openSandboxServer } from '../sandbox-server.js';

export class Sandbox extends OrgwrightCommand {
  static override id = 'sandbox';
  static override description = [
    "Serves the vendors' APIs on this machine, at the vendors' own paths and with their rules, limits and errors, so that\n" +
      'everything can be tried without an account. It listens on loopback only, until Ctrl-C.',
    'Prints where it listens and then one `export NAME=VALUE` line per development credential.',
  ].join('\n\n');
  static override flags = {
    port: Flags.integer({
      helpValue: 'PORT',
      min: 0,
      default: 0,
      description: 'The port to listen on; 0 picks a free one.',
    }),
    data: Flags.string({
      helpValue: 'DIR',
      description: 'Keep the data in this folder: an existing one is continued. In memory without it.',
    }),
    world: Flags.string({
      helpValue: 'FILE',
      description: 'What to start with (YAML or JSON). A small organization without it.',
    }),
    'allow-host': listFlag({
      helpValue: 'HOST',
      description: 'Answer to this host too, for clients that reach it through a hosts entry and TLS in front.',
    }),
    'no-rate-limit': Flags.boolean({ description: "Do not keep the vendors' rate limits." }),
  };
  static override examples = [
    { command: 'orgwright sandbox --port 8888', description: 'Serves a small organization on port 8888.' },
    {
      command: 'orgwright sandbox --port 8888 --data .orgwright-sandbox --world world.yaml',
      description: 'Seeds the folder from the file when it is empty, and continues from it the next time.',
    },
    {
      command: 'ORGWRIGHT_ASTRO_ENDPOINT=http://127.0.0.1:8888 orgwright plan',
      description: 'Plans against it, in another terminal, with its credentials exported.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags } = await this.parse(Sandbox);
    const { terminal } = this;
    return terminal.untilInterrupted(async (signal) => {
      const server = await openSandboxServer({
        port: flags.port,
        world: flags.world,
        data: flags.data,
        allowedHosts: flags['allow-host'],
        rateLimit: !flags['no-rate-limit'],
        cwd: terminal.cwd,
      });
      const exports = Object.entries(server.credentials).map(([name, value]) => `export ${name}=${value}\n`);
      terminal.stdout.write(`listening on ${server.url}\n${exports.join('')}`);
      await aborted(signal);
      await server.close();
      return exitCodes.ok;
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
