/**
 * The renderers over one set of plans, byte by byte: NAME/plan.txt, .json, .md, .html, annotations and outputs. Of what is
 * long only the ends are kept, with a digest of the whole. `UPDATE_GOLDEN=1 npx vitest run test/golden-plans` rewrites
 * them all; a mismatch leaves `NAME.actual` beside the file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cli/render/line.js';
import { renderPlanGithub, renderPlanOutputs } from '../../src/cli/render/plan-github.js';
import { renderPlanHtml } from '../../src/cli/render/plan-html.js';
import { renderPlanJson } from '../../src/cli/render/plan-json.js';
import { bytesOf } from '../../src/cli/render/markdown-budget.js';
import { renderPlanMarkdown } from '../../src/cli/render/plan-markdown.js';
import { loadTextDiff, renderPlanText } from '../../src/cli/render/plan-text.js';
import { plans } from './plans.js';

const longest = 80_000;

describe.each(Object.entries(plans))('the plan "%s"', (name, plan) => {
  it('reads as expected in every format', async () => {
    const textDiff = await loadTextDiff(plan);
    const markdown = renderPlanMarkdown(plan, { key: 'acme', ...(textDiff && { textDiff }) });
    expect(bytesOf(markdown)).toBeLessThanOrEqual(60_000);
    const problems = [
      check(name, 'plan.txt', toText(renderPlanText(plan, textDiff), false)),
      check(name, 'plan.json', renderPlanJson(plan)),
      check(name, 'plan.md', markdown),
      check(name, 'plan.html', renderPlanHtml(plan, textDiff)),
      check(name, 'annotations.txt', renderPlanGithub(plan)),
      check(name, 'outputs.txt', renderPlanOutputs(plan)),
    ];
    expect(problems.flatMap((problem) => problem ?? [])).toEqual([]);
  });
});

/** Undefined where the file holds what it should. */
function check(name: string, file: string, whole: string): string | undefined {
  const path = join(import.meta.dirname, name, file);
  const text = whole.length <= longest ? whole : shortened(whole);
  rmSync(`${path}.actual`, { force: true });
  mkdirSync(join(import.meta.dirname, name), { recursive: true });
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  if (read(path) === text) return undefined;
  writeFileSync(`${path}.actual`, text);
  return `${path} is not what was rendered: compare it with ${file}.actual`;
}

function shortened(text: string): string {
  const lines = text.split('\n');
  const digest = createHash('sha256').update(text).digest('hex');
  return [...lines.slice(0, 60), `(${lines.length} lines, sha256 ${digest})`, ...lines.slice(-30)].join('\n');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
