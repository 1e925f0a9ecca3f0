/** Plan files to look at: one, or several as one. */
import { mergePlans } from '../core/merge-plans.js';
import type { PlanDocument } from '../core/plan-document.js';
import { ConfigError } from '../errors.js';
import { decodePlan } from '../plan-file/decode.js';
import { readPlanKey } from './environment.js';
import { packageVersion } from './package-root.js';
import { readJsonFile } from './plan-file.js';
import type { Terminal } from './terminal.js';

export async function readPlanFiles(
  [first, ...others]: readonly [string, ...string[]],
  terminal: Terminal,
): Promise<PlanDocument> {
  const merged = mergePlans([
    await readPlanFile(first, terminal),
    ...(await Promise.all(others.map((file) => readPlanFile(file, terminal)))),
  ]);
  if ('document' in merged) return merged.document;
  throw new ConfigError(`Two of the plans speak of ${merged.conflict}.`, {
    hint: 'Show plans together that are each of organizations of their own, such as those of --shard.',
  });
}

async function readPlanFile(file: string, terminal: Terminal): Promise<PlanDocument> {
  const value = await readJsonFile(file, terminal.cwd);
  return decodePlan(value, { file, version: packageVersion(), key: readPlanKey(terminal) }).document;
}
