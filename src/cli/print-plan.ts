/** Prints a plan in the format asked for, the same for every command that shows one. */
import { appendFile, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import type { PlanDocument } from '../core/plan-document.js';
import { ConfigError } from '../errors.js';
import type { FlagValues } from './flags.js';
import { Flags } from './oclif.js';
import type { Output } from './output.js';
import { renderPlanJson } from './render/plan-json.js';
import { loadTextDiff, renderPlanText } from './render/plan-text.js';
import type { Terminal } from './terminal.js';

export const planFormatFlags = {
  format: Flags.option({
    helpValue: 'FORMAT',
    options: ['text', 'json', 'markdown', 'html', 'github'] as const,
    description: 'text, json, markdown (a comment), html (one file to open) or github (annotations, summary, outputs).',
  })(),
  json: Flags.boolean({ description: 'The same as --format=json.' }),
  'markdown-budget': Flags.integer({
    helpValue: 'BYTES',
    min: 4_000,
    default: 60_000,
    description: 'How long the Markdown may get; GitHub takes 65,536.',
  }),
  'comment-key': Flags.string({
    helpValue: 'KEY',
    default: 'default',
    description: 'Names the Markdown comment, so that it can be updated in place; one for each configuration.',
  }),
};

export type PlanFormatFlags = FlagValues<typeof planFormatFlags>;

/** What contradicts itself is said before anything is read. */
export function planFormat({ json, format }: PlanFormatFlags): NonNullable<PlanFormatFlags['format']> {
  if (json && format !== undefined && format !== 'json') {
    throw new ConfigError(`-json and --format=${format} exclude each other.`);
  }
  return json ? 'json' : (format ?? 'text');
}

export async function printPlan(
  plan: PlanDocument,
  flags: PlanFormatFlags,
  terminal: Terminal,
  output: Output,
): Promise<void> {
  const format = planFormat(flags);
  switch (format) {
    case 'text':
      return output.print(renderPlanText(plan, await loadTextDiff(plan)));
    case 'json':
      return void terminal.stdout.write(renderPlanJson(plan));
    case 'markdown': {
      const { renderPlanMarkdown } = await import('./render/plan-markdown.js');
      const textDiff = await loadTextDiff(plan);
      const { 'markdown-budget': budget, 'comment-key': key } = flags;
      return void terminal.stdout.write(renderPlanMarkdown(plan, { budget, key, ...(textDiff && { textDiff }) }));
    }
    case 'html': {
      const { renderPlanHtml } = await import('./render/plan-html.js');
      return void terminal.stdout.write(renderPlanHtml(plan, await loadTextDiff(plan)));
    }
    case 'github':
      return printForGithub(plan, terminal);
  }
}

/** GitHub refuses a step's summary from 1 MiB on; what earlier programs of the step wrote counts. */
const summaryLimit = 1024 * 1024;
const summaryMargin = 1024;

async function printForGithub(plan: PlanDocument, terminal: Terminal): Promise<void> {
  const { GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs } = terminal.env;
  const [{ renderPlanGithub, renderPlanOutputs }, { renderPlanMarkdown, leastMarkdownBudget }] = await Promise.all([
    import('./render/plan-github.js'),
    import('./render/plan-markdown.js'),
  ]);
  terminal.stdout.write(
    renderPlanGithub(plan, { fileInRepository: (file) => fileInRepository(file, terminal.cwd, root) }),
  );
  if (summary !== undefined && summary !== '') {
    const textDiff = await loadTextDiff(plan);
    const room = summaryLimit - summaryMargin - (await sizeOf(summary));
    // A summary that is full already would be lost as a whole.
    if (room >= leastMarkdownBudget) {
      await append(summary, `\n${renderPlanMarkdown(plan, { budget: room, ...(textDiff && { textDiff }) })}`);
    }
  }
  if (outputs !== undefined && outputs !== '') await append(outputs, renderPlanOutputs(plan));
}

export function fileInRepository(file: string, cwd: string, root: string | undefined): string {
  if (root === undefined || root === '') return file;
  const path = relative(root, resolve(cwd, file));
  return path.startsWith('..') || isAbsolute(path) ? file : path.replaceAll('\\', '/');
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function append(file: string, text: string): Promise<void> {
  await appendFile(file, text).catch((cause: unknown) => {
    throw new ConfigError(`Could not write to ${file}, which the environment names.`, {
      hint: 'Unset GITHUB_STEP_SUMMARY and GITHUB_OUTPUT outside of GitHub Actions.',
      cause,
    });
  });
}
