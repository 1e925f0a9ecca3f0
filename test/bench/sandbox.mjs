// `orgwright sandbox` as a process of its own, as people run it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environment } from './measure.mjs';

/** Resolves once it listens, with what a command needs to find it. */
export async function startSandbox(binary, world) {
  const child = spawn(process.execPath, [binary, 'sandbox', '--no-rate-limit', '--world', world], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const env = { ORGWRIGHT_RATE_LIMIT: 'off' };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
    if (url !== undefined) env.ORGWRIGHT_ASTRO_ENDPOINT = url;
    const [, token] = /^export ASTRO_API_TOKEN=(.+)$/.exec(line) ?? [];
    if (token !== undefined) env.ASTRO_API_TOKEN = token;
    if (env.ORGWRIGHT_ASTRO_ENDPOINT !== undefined && env.ASTRO_API_TOKEN !== undefined) {
      return {
        env,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
  }
  throw new Error(`The sandbox ended with ${await ended} before it listened.`);
}
