/** The files by which a step tells its job something: outputs for later steps, and the summary for people. */
import { appendFile, stat } from 'node:fs/promises';
import { ConfigError } from '../../errors.js';
import { printable } from '../render/printable.js';
import type { Terminal } from '../terminal.js';

type Variables = Pick<Terminal, 'env'>;

export async function appendOutputs({ env }: Variables, outputs: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${printable(value)}\n`);
  await append(env['GITHUB_OUTPUT'], lines.join(''));
}

/** GitHub refuses a step's summary as a whole from 1 MiB on. */
const summaryLimit = 1024 * 1024 - 1024;

export async function appendSummary({ env }: Variables, markdown: string): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'];
  const size = await stat(file ?? '').then(
    (found) => found.size,
    () => 0,
  );
  if (size + Buffer.byteLength(markdown) < summaryLimit) await append(file, `\n${markdown}`);
}

async function append(file: string | undefined, text: string): Promise<void> {
  if (file === undefined || file === '') return;
  await appendFile(file, text).catch((cause: unknown) => {
    throw new ConfigError(`Could not write to ${file}, which the environment names.`, { cause });
  });
}
