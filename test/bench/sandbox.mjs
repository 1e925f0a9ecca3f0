// `orgwright sandbox` as a process of its own, as people run it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environment } from './measure.mjs';

/** Resolves once it listens, with what a command needs to find it; keeps its data in memory unless told where. */
export async function startSandbox(binary, world, data) {
  const kept = data === undefined ? [] : ['--data', data];
  const child = spawn(process.execPath, [binary, 'sandbox', '--no-rate-limit', '--world', world, ...kept], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const env = { ORGWRIGHT_RATE_LIMIT: 'off' };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
    if (url !== undefined) Object.assign(env, { ORGWRIGHT_ASTRO_ENDPOINT: url, ORGWRIGHT_ATLAS_ENDPOINT: url });
    const [, name, value] = /^export (\w+)=(.+)$/.exec(line) ?? [];
    if (name !== undefined) env[name] = value;
    // The last of the credentials that it prints.
    if (name === 'SCIM_TOKEN') {
      return {
        env,
        url: env.ORGWRIGHT_ASTRO_ENDPOINT,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
  }
  throw new Error(`The sandbox ended with ${await ended} before it listened.`);
}
