/**
 * Whole plans, one folder a situation: config.yaml and world.yaml give plan.txt (what a person reads, warnings and
 * errors below it), plan.json and operations.json. The runner also applies each plan that can be applied, and demands
 * that nothing is left to do.
 *
 * A mismatch leaves `NAME.actual` beside the expected file; `UPDATE_GOLDEN=1 npx vitest run test/golden` rewrites them
 * all. Read what it rewrites as the reviewer of an access change would.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderDiagnostics } from '../../src/cli/render/diagnostics-text.js';
import { toText } from '../../src/cli/render/line.js';
import { renderPlanJson } from '../../src/cli/render/plan-json.js';
import { renderPlanText } from '../../src/cli/render/plan-text.js';
import { codeFrame } from '../../src/config/code-frame.js';
import type { Plan } from '../../src/core/plan.js';
import { createTestBed, type PlanChoices, type TestBed } from '../support/test-bed.js';

const root = import.meta.dirname;
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

describe.each(cases)('%s', (name) => {
  const folder = join(root, name);
  const config = configOf(folder);

  it('plans as expected, and leaves nothing to do', async () => {
    bed = await createTestBed(parse(readFileSync(join(folder, 'world.yaml'), 'utf8')));
    const plan = await bed.plan(config, choicesOf(folder));
    const problems = [
      check(folder, 'plan.txt', planText(plan, readFileSync(join(folder, 'config.yaml'), 'utf8'))),
      check(folder, 'plan.json', renderPlanJson(plan.document)),
      check(folder, 'operations.json', `${JSON.stringify(plan.operations, undefined, 2)}\n`),
    ];
    expect(problems.flatMap((problem) => problem ?? [])).toEqual([]);
    if (!plan.document.applyable) return;
    const { report } = await bed.apply(config, choicesOf(folder));
    expect(report?.operations.filter(({ status }) => status !== 'done')).toEqual([]);
    // What was asked for on the command line was asked for once.
    const { targets = [] } = choicesOf(folder);
    const { document } = await bed.plan(config, { targets });
    expect(document.operations).toEqual([]);
    expect(document.resource_changes).toEqual([]);
  });
});

/** Certificates stand beside config.yaml, as in a repository; the test bed runs the text elsewhere. */
function configOf(folder: string): string {
  return readFileSync(join(folder, 'config.yaml'), 'utf8').replace(
    /file: (\S+\.pem)/g,
    (_, file: string) => `file: ${join(folder, file)}`,
  );
}

/** Command-line options as the first line of config.yaml: `# plan: {"targets": ["acme-data/team/x"]}`. */
function choicesOf(folder: string): PlanChoices {
  const [, options] = /^# plan: (.*)$/m.exec(readFileSync(join(folder, 'config.yaml'), 'utf8')) ?? [];
  return options === undefined ? {} : (JSON.parse(options) as PlanChoices);
}

function planText(plan: Plan, config: string): string {
  const text = toText(renderPlanText(plan.document), false);
  if (plan.document.diagnostics.length === 0) return text;
  const diagnostics = renderDiagnostics(plan.document.diagnostics, {
    frame: (source) => codeFrame(config, source),
    compactWarnings: false,
  });
  return `${text}\n---- standard error ----\n${toText(diagnostics, false)}`;
}

/** Undefined where the file holds what it should. */
function check(folder: string, file: string, text: string): string | undefined {
  // The test bed writes the configuration under a name of its own.
  const actual = text
    .replaceAll('org.yaml', 'config.yaml')
    // Digests stand for what is compared already; the configuration's covers the path of a certificate, too.
    .replace(/"sha256:[0-9a-f]{64}"/g, '"sha256:..."');
  const path = join(folder, file);
  rmSync(`${path}.actual`, { force: true });
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  if (read(path) === actual) return undefined;
  writeFileSync(`${path}.actual`, actual);
  return `${path} is not what was planned: compare it with ${file}.actual`;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
