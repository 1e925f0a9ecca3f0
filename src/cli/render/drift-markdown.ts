/**
 * Drift as the body of an issue or a job summary. GitHub refuses an issue of more than 65,536 characters, so it lives
 * within a budget; who holds a privileged role comes first, so it is what is left out last.
 */
import type { Direction } from '../../core/change.js';
import { besides, driftHeadline, shortcoming, type DriftReport } from './drift-counts.js';
import { driftEntry, keptEntry, type DriftEntry } from './drift-entry.js';
import { bytesOf, fitSections, type BudgetEntry, type Share } from './markdown-budget.js';
import { codeSpan, markdownOf } from './markdown-text.js';

const defaultBudget = 60_000;

interface Section {
  readonly title: string;
  readonly entries: readonly BudgetEntry[];
}

export function renderDriftMarkdown(report: DriftReport, budget = defaultBudget): string {
  const sections = sectionsOf(report).filter(({ entries }) => entries.length > 0);
  const none: Share = { shown: 0, detailed: false };
  const head = headText(report);
  const counts = sections.map((section) => sectionText(section, none)).join('');
  const room = budget - bytesOf(head) - bytesOf(counts) - bytesOf(endText(true));
  // What a section costs more than its count alone, rounded up.
  const shares = fitSections(
    sections.map(({ entries }) => ({ entries, frame: 100 })),
    room,
  );
  const shareOf = (index: number): Share => shares[index] ?? none;
  const isCut = sections.some(({ entries }, index) => {
    const { shown, detailed } = shareOf(index);
    return shown < entries.length || (!detailed && entries.some(({ detail }) => detail !== ''));
  });
  return `${head}${sections.map((section, index) => sectionText(section, shareOf(index))).join('')}${endText(isCut)}`;
}

function headText(report: DriftReport): string {
  const lines = [shortcoming(report), besides(report.summary)].filter((line) => line !== undefined);
  return [`## ${driftHeadline(report).replace(/\.$/, '')}`, ...lines.map((line) => `\n${line}`), ''].join('\n');
}

function sectionsOf({ items, keptPrivileged }: DriftReport): readonly Section[] {
  const ordinary = items.filter(({ privileged }) => privileged === undefined);
  const about = (direction: Direction): readonly BudgetEntry[] =>
    ordinary.filter((item) => item.direction === direction).map((item) => entryOf(driftEntry(item), ''));
  return [
    {
      title: 'Privileged roles that nobody asked for',
      entries: items
        .filter(({ privileged }) => privileged !== undefined)
        .map((item) => entryOf(driftEntry(item), `${item.direction}: `)),
    },
    { title: 'Extra: live, but not in the configuration', entries: about('extra') },
    { title: 'Changed: not as configured', entries: about('changed') },
    { title: 'Missing: configured, but not live', entries: about('missing') },
    {
      title: 'Kept by policy, with a privileged role',
      entries: keptPrivileged.map((kept) => entryOf(keptEntry(kept), '')),
    },
  ];
}

function entryOf({ title, notes, privileged, fields }: DriftEntry, word: string): BudgetEntry {
  const held = privileged.length === 0 ? '' : ` with **${privileged.map(codeSpan).join(', ')}**`;
  const more = notes.length === 0 ? '' : ` (${notes.map(markdownOf).join(', ')})`;
  return {
    summary: `- ${word}${markdownOf(title)}${held}${more}\n`,
    detail: fields.map((field) => `  - ${markdownOf(field)}\n`).join(''),
  };
}

function sectionText({ title, entries }: Section, { shown, detailed }: Share): string {
  const list = entries.slice(0, shown).map(({ summary, detail }) => (detailed ? `${summary}${detail}` : summary));
  const rest = shown < entries.length ? `- ... and ${entries.length - shown} more\n` : '';
  return `\n### ${title} (${entries.length})\n\n${list.join('')}${rest}`;
}

function endText(isCut: boolean): string {
  return isCut ? '\n> Shortened for space. Run `orgwright drift` to see all of it.\n' : '';
}
