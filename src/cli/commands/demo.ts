import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand, type Run } from '../command.js';
import { demoConfiguration } from '../demo/demo-configuration.js';
import { demoWorld } from '../demo/demo-world.js';
import { createOutput, type Output } from '../output.js';
import { styled } from '../render/line.js';
import { openSandboxServer } from '../sandbox-server.js';
import type { OutputStream, Terminal } from '../terminal.js';

export class Demo extends OrgwrightCommand {
  static override id = 'demo';
  static override description = [
    'Starts a sandbox with two organizations that have drifted from their configuration, plans, applies, and plans again.\n' +
      'The commands are the real ones, on files in a temporary folder that is left for you to play with. No account is needed.',
  ].join('\n\n');
  static override examples = [{ command: 'orgwright demo', description: 'Runs it; it takes a few seconds.' }];

  async run(): Promise<ExitCode> {
    const { flags } = await this.parse(Demo);
    const { terminal, runOther } = this;
    const output = createOutput(terminal, flags);
    const folder = await mkdtemp(join(tmpdir(), 'orgwright-demo-'));
    await writeFile(join(folder, 'org.yaml'), demoConfiguration);
    await writeFile(join(folder, 'world.yaml'), demoWorld);
    const server = await openSandboxServer({
      port: 0,
      world: join(folder, 'world.yaml'),
      data: undefined,
      allowedHosts: [],
      rateLimit: true,
      cwd: folder,
    });
    try {
      const inside: Terminal = {
        ...terminal,
        cwd: folder,
        env: {
          ...withoutOurs(terminal.env),
          ...server.credentials,
          ORGWRIGHT_ASTRO_ENDPOINT: server.url,
          ORGWRIGHT_ATLAS_ENDPOINT: server.url,
        },
      };
      output.print([
        [
          `Two organizations that have drifted, one of Astro and one of MongoDB Atlas, run in a sandbox at ${server.url}.`,
        ],
        [`What its owners want is in ${join(folder, 'org.yaml')}:`],
        [],
        ...demoConfiguration.split('\n').map((line) => [styled('dim', `    ${line}`)]),
      ]);
      const code = await walkThrough(inside, runOther, output);
      if (code === exitCodes.ok) tellNextSteps(folder, terminal.program, output);
      return code;
    } finally {
      await server.close();
    }
  }
}

/** The first exit code that is not 0 ends it. */
async function walkThrough(terminal: Terminal, run: Run, output: Output): Promise<ExitCode> {
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['What would change, with every request that would be sent:', ['plan']],
    [
      'Make it so. (It shows the plan again, which is left out here, and without -auto-approve it would ask.)',
      ['apply', '-auto-approve'],
    ],
    ['And again: what was applied is what is wanted.', ['plan']],
  ];
  for (const [index, [text, argv]] of steps.entries()) {
    output.print([
      [],
      [styled('bold', `${index + 1}. ${text}`)],
      [styled('cyan', `$ orgwright ${argv.join(' ')}`)],
      [],
    ]);
    const stdout = argv[0] === 'apply' ? withoutPlan(terminal.stdout) : terminal.stdout;
    const code = await run(argv, { ...terminal, stdout });
    if (code !== exitCodes.ok) return code;
  }
  return exitCodes.ok;
}

/** Passes on what comes after the last line of the plan. */
function withoutPlan(stdout: OutputStream): OutputStream {
  let held = '';
  let isPast = false;
  const filtered = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      if (isPast) stdout.write(chunk);
      else {
        held += chunk;
        const end = /^.*Plan: \d+ to add.*\n/m.exec(held);
        if (end !== null) {
          isPast = true;
          stdout.write(held.slice(end.index + end[0].length));
        }
      }
      done();
    },
  });
  return Object.assign(filtered, { isTTY: stdout.isTTY === true });
}

function tellNextSteps(folder: string, program: string, output: Output): void {
  output.print([
    [],
    [styled('bold', 'Try next')],
    ['  The files stay. Start the sandbox again, and in another terminal export what it prints:'],
    [],
    [`    cd ${folder}`],
    [`    ${program} sandbox --port 8888 --world world.yaml`],
    [],
    ['    export ORGWRIGHT_ASTRO_ENDPOINT=http://127.0.0.1:8888 ORGWRIGHT_ATLAS_ENDPOINT=http://127.0.0.1:8888'],
    ['    export ASTRO_API_TOKEN=... ATLAS_CLIENT_ID=... ATLAS_CLIENT_SECRET=...'],
    [`    ${program} plan`],
    [],
    [
      '  Then edit org.yaml: remove somebody from the list, set `privateApi: deny` and see manual steps in the place of',
    ],
    ['  what only the private API can do, or make alice a member and see a guard stop the plan.'],
    ['  For your own organizations: their ids, your people, your credentials, and no ORGWRIGHT_..._ENDPOINT.'],
    ['  A plan only reads.'],
  ]);
}

/** The demo runs the same whatever the shell is set up for. */
function withoutOurs(env: Terminal['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('ORGWRIGHT_')));
}
