/** Reports of applies to look at: one, or several as one. Undefined where the files are no reports. */
import { mergeReports } from '../apply/merge-reports.js';
import { isReport, readReport } from './read-report.js';
import type { ApplyReport } from '../apply/report.js';
import { ConfigError } from '../errors.js';
import { readJsonFile } from './plan-file.js';
import type { Terminal } from './terminal.js';

export async function readReportFiles(
  files: readonly [string, ...string[]],
  terminal: Pick<Terminal, 'cwd'>,
): Promise<ApplyReport | undefined> {
  const values = await Promise.all(
    files.map(async (file) => ({ file, value: await readJsonFile(file, terminal.cwd) })),
  );
  const [first, ...others] = values.flatMap(({ file, value }) => (isReport(value) ? [readReport(value, file)] : []));
  if (first === undefined) return undefined;
  const other = values.find(({ value }) => !isReport(value));
  if (other !== undefined) {
    throw new ConfigError(`${other.file} is no report of an apply, as others of the files are.`, {
      hint: 'Show plans together, or reports together.',
    });
  }
  const merged = mergeReports([first, ...others]);
  if ('report' in merged) return merged.report;
  throw new ConfigError(`Two of the reports speak of ${merged.conflict}.`, {
    hint: 'Show reports together that are each of organizations of their own, such as those of --shard.',
  });
}
