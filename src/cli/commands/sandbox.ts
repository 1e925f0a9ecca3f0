import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { openSandboxServer } from '../sandbox-server.js';

export const sandbox = defineCommand({
  name: 'sandbox',
  usage: '',
  description: [
    "Serves the vendors' APIs on this machine, at the vendors' own paths and with their rules, limits and errors, so that\n" +
      'everything can be tried without an account. It listens on loopback only, until Ctrl-C.',
    'Prints where it listens and then one `export NAME=VALUE` line per development credential.',
  ],
  flags: {
    port: { type: 'integer', value: 'PORT', min: 0, default: 0, summary: 'The port to listen on; 0 picks a free one.' },
    data: {
      type: 'string',
      value: 'DIR',
      summary: 'Keep the data in this folder: an existing one is continued. In memory without it.',
    },
    world: {
      type: 'string',
      value: 'FILE',
      summary: 'What to start with (YAML or JSON). A small organization without it.',
    },
    'allow-host': {
      type: 'list',
      value: 'HOST',
      summary: 'Answer to this host too, for clients that reach it through a hosts entry and TLS in front.',
    },
    'no-rate-limit': { type: 'boolean', summary: "Do not keep the vendors' rate limits." },
  },
  positionals: { min: 0, max: 0 },
  examples: [
    { line: 'orgwright sandbox --port 8888', does: 'Serves a small organization on port 8888.' },
    {
      line: 'orgwright sandbox --port 8888 --data .orgwright-sandbox --world world.yaml',
      does: 'Seeds the folder from the file when it is empty, and continues from it the next time.',
    },
    {
      line: 'ORGWRIGHT_ASTRO_ENDPOINT=http://127.0.0.1:8888 orgwright plan',
      does: 'Plans against it, in another terminal, with its credentials exported.',
    },
  ],
  run: ({ flags, terminal }) =>
    terminal.untilInterrupted(async (signal) => {
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
    }),
});

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
