// Runs programs and tells what they took: wall time and CPU in seconds, peak memory in MB.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** This shell's own, but for what would change what is measured. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('ORGWRIGHT_') && !name.startsWith('npm_')),
);

const hook = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Runs `node ...args` to its end with its use of the machine; what it prints is read as a pipe would. */
export async function measure(args, { env, cwd } = {}) {
  const { wall, stdout, extra } = await run(['--require', hook, ...args], { env, cwd, extra: true });
  return { wall, stdout, ...JSON.parse(extra) };
}

/** Wall time of `node ...args` alone, without the hook. */
export async function time(args, { env, cwd } = {}) {
  return (await run(args, { env, cwd, extra: false })).wall;
}

function run(args, { env, cwd, extra }) {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, args, {
    env: { ...environment, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', ...(extra ? ['pipe'] : [])],
  });
  const texts = child.stdio.slice(1).map(gather);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = Number(process.hrtime.bigint() - started) / 1e9;
      const [stdout, stderr, used] = texts.map((text) => text());
      if (code === 0) resolve({ wall, stdout, extra: used });
      else
        reject(new Error(`node ${args.join(' ')} ended with ${code}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`));
    });
  });
}

/** What a stream has said, once it has ended. */
function gather(stream) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
