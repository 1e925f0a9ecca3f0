import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly log: string;
}

/** As the runner runs a `shell: bash`; with `-n` it only reads. */
export function bash(
  script: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = ['-eo', 'pipefail'],
): Promise<Ended> {
  const child = spawn('bash', ['--noprofile', '--norc', ...flags, '-c', script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => void (log += chunk));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}
