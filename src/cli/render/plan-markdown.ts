/** The plan as a comment on a pull request: GitHub refuses more than 65,536 characters, so it lives within a budget. */
import type { PlanDocument } from '../../core/plan-document.js';
import { accessSummary } from './access-summary.js';
import type { TextDiff } from './attribute-diff.js';
import { count } from './count.js';
import { bytesOf, fitSections, type BudgetEntry, type Share } from './markdown-budget.js';
import { weakerGuardsNote } from './guard-words.js';
import { codeBlock, codeSpan, markdownOf } from './markdown-text.js';
import { planOutline, type OutlineEntry, type OutlineSection } from './plan-outline.js';
import { planHeadline, planNotes } from './plan-totals.js';

export const defaultMarkdownBudget = 60_000;
/** Below this not even the counts of a plan fit. */
export const leastMarkdownBudget = 4_000;

export interface MarkdownOptions {
  /** Bytes of UTF-8. */
  readonly budget?: number;
  /** Makes the comment findable, so that it is updated in place; one for each configuration. */
  readonly key?: string;
  /** Where the whole plan is, as a sentence. */
  readonly whole?: string;
  readonly textDiff?: TextDiff;
}

export function renderPlanMarkdown(plan: PlanDocument, options: MarkdownOptions = {}): string {
  const budget = Math.max(options.budget ?? defaultMarkdownBudget, leastMarkdownBudget);
  const sections = planOutline(plan, options.textDiff).map(markdownSection);
  const head = [...(options.key === undefined ? [] : [commentMarker(options.key)]), ...headLines(plan)].join('\n');
  const counts = sections.map((section) => sectionText(section, { shown: 0, detailed: false })).join('');
  const none = sections.map((): Share => ({ shown: 0, detailed: false }));
  // The longest that the end can get, with digits to spare.
  const end = bytesOf(endText(plan, sections, none, options.whole)) + 40 * sections.length;
  const shares = fitSections(sections, budget - bytesOf(head) - bytesOf(counts) - end);
  const texts = sections.map((section, index) => sectionText(section, shares[index] ?? { shown: 0, detailed: false }));
  return `${head}${texts.join('')}${endText(plan, sections, shares, options.whole)}`;
}

/** Found again by whoever updates the comment, or the issue; nothing in the key can end the HTML comment. */
export function commentMarker(key: string, about: 'plan' | 'drift' = 'plan'): string {
  const safe = key.replace(/[^\w./@-]/g, '_').replace(/-{2,}/g, '-');
  return `<!-- orgwright:${about}:${safe.slice(0, 100)} -->`;
}

interface MarkdownSection {
  readonly outline: OutlineSection;
  readonly entries: readonly BudgetEntry[];
  readonly frame: number;
}

function markdownSection(outline: OutlineSection): MarkdownSection {
  const entries = outline.entries.map((entry) => ({ summary: summaryLine(entry), detail: detailBlock(entry) }));
  return { outline, entries, frame: frameBytes };
}

/** What a section costs more than its count alone, rounded up. */
const frameBytes = 200;

function summaryLine({ sign, title, notes }: OutlineEntry): string {
  const mark = sign === '' ? '' : `${codeSpan(sign)} `;
  const more = notes.length === 0 ? '' : ` (${notes.map(markdownOf).join(', ')})`;
  return `- ${mark}${markdownOf(title)}${more}\n`;
}

function detailBlock({ detail, isDiff }: OutlineEntry): string {
  return detail.length === 0 ? '' : `\n${indent(codeBlock(detail, isDiff))}\n`;
}

/** Below its list item. */
function indent(block: string): string {
  return block.replace(/^(?=.)/gm, '  ');
}

function sectionText({ outline, entries }: MarkdownSection, { shown, detailed }: Share): string {
  const { title, unseen, open } = outline;
  const counted = `${title} (${entries.length})`;
  const also = unseen === undefined ? '' : `- ${unseen}\n`;
  if (shown === 0) return `\n**${counted}**\n${also === '' ? '' : `\n${also}`}`;
  const list = entries.slice(0, shown).map(({ summary, detail }) => (detailed ? `${summary}${detail}` : summary));
  const rest = shown < entries.length ? `- ... and ${entries.length - shown} more\n` : '';
  const body = `${list.join('')}${rest}${also}`;
  return open ? `\n### ${counted}\n\n${body}` : `\n<details><summary>${counted}</summary>\n\n${body}\n</details>\n`;
}

function headLines(plan: PlanDocument): string[] {
  const { add, change, destroy, pending, manual, blocked, unlisted } = plan.summary;
  const guards = (status: PlanDocument['guards'][number]['status']): number =>
    plan.guards.filter((guard) => guard.status === status).length;
  const statuses = ['tripped', 'unproven', 'acknowledged', 'passed'] as const;
  const guardCounts = statuses.filter((status) => guards(status) > 0).map((status) => `${guards(status)} ${status}`);
  const access = accessSummary(plan);
  const weaker = weakerGuardsNote(plan);
  return [
    `## ${planHeadline(plan)}`,
    '',
    ...(weaker === undefined ? [] : [markdownOf(weaker), '']),
    ...(access === undefined ? [] : [`**${markdownOf(access)}**`, '']),
    '| add | change | destroy | pending | manual | blocked | unlisted |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${[add, change, destroy, pending, manual, blocked, unlisted].join(' | ')} |`,
    '',
    `Guards: ${guardCounts.length === 0 ? 'none apply' : guardCounts.join(', ')}.`,
    ...planNotes(plan).map((note) => `\n${note}`),
    '',
  ];
}

function endText(
  plan: PlanDocument,
  sections: readonly MarkdownSection[],
  shares: readonly Share[],
  whole = 'Run `orgwright plan` to see all of it.',
): string {
  const left = sections.flatMap(({ outline: { noun }, entries }, index) => {
    const { shown, detailed } = shares[index] ?? { shown: 0, detailed: false };
    const hidden = entries.length - shown;
    if (hidden > 0) return [count(hidden, ...noun)];
    return !detailed && entries.some(({ detail }) => detail !== '')
      ? [`the details of ${count(entries.length, ...noun)}`]
      : [];
  });
  return [
    ...(left.length === 0 ? [] : ['', `> Left out for space: ${left.join(', ')}. ${whole}`]),
    '',
    `<sub>Plan ${codeSpan(plan.plan_digest)}, as of ${codeSpan(plan.as_of)}.</sub>`,
    '',
  ].join('\n');
}
