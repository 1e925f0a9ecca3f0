/** Binds `run` to this process. Everything else takes its world as a value. */
import { exitCodes } from '../errors.js';
import { run } from './run.js';
import type { OutputStream, Terminal } from './terminal.js';

let interruptible: AbortController | undefined;

const terminal: Terminal = {
  env: process.env,
  cwd: process.cwd(),
  program: programName(process.argv[1]),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  untilInterrupted: async (work) => {
    const controller = new AbortController();
    interruptible = controller;
    try {
      return await work(controller.signal);
    } finally {
      interruptible = undefined;
    }
  },
};

/** The first time asks whoever can finish cleanly; with nothing to finish, or the second time, it ends at once. */
function onInterrupt(): void {
  if (interruptible === undefined || interruptible.signal.aborted) process.exit(exitCodes.interrupted);
  interruptible.abort();
}

process.on('SIGINT', onInterrupt);
process.on('SIGTERM', onInterrupt);
// A reader that went away (`| head`) is no error, and must not end an apply half way.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
}

// What escapes `run` (a callback of a library) is shown like any other error, without a stack.
process.on('uncaughtException', (error) => {
  void import('./report-error.js').then(({ reportError }) => process.exit(reportError(error, terminal, false)));
});

async function main(): Promise<never> {
  const code = await run(process.argv.slice(2), terminal);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  // Connections kept alive must not keep a finished run alive.
  process.exit(code);
}

void main();

function flushed(stream: OutputStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

/** Installed it is `orgwright`; in a checkout it is called by its path. */
function programName(script = ''): string {
  return script.endsWith('main.cjs') ? `node ${script}` : 'orgwright';
}
