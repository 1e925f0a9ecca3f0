/** Binds the action to this process, and runs orgwright in a process of its own: its environment is a real border. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes } from '../../errors.js';
import { sleep } from '../../http/sleep.js';
import { createFetch } from '../../http/transport.js';
import type { OutputStream, Terminal } from '../terminal.js';
import { runAction, type ActionWorld } from './action.js';

/** Beside the bundle that this becomes. */
const binary = join(import.meta.dirname, 'main.cjs');

let running: ChildProcess | undefined;

const orgwright: ActionWorld['orgwright'] = (argv, { cwd, env }) => {
  const child = spawn(process.execPath, [binary, ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
    process.stderr.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running = undefined;
      resolve({ ...text, code: code ?? exitCodes.interrupted });
    });
  });
};

const terminal: Terminal = {
  env: process.env,
  cwd: process.cwd(),
  program: 'orgwright',
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  untilInterrupted: (work) => work(new AbortController().signal),
};

// A cancelled job signals this process only; an apply lets its requests finish and reports.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (running === undefined) process.exit(exitCodes.interrupted);
    running.kill(signal);
  });
}

async function main(): Promise<never> {
  const fetch = await createFetch(process.env);
  const code = await runAction({ terminal, orgwright, http: { fetch, sleep, now: Date.now, random: Math.random } });
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
