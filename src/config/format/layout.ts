/** Leaves back to text: two columns for each level, one space where YAML wants some, at most one empty line in a row. */
import type { Leaf } from './leaves.js';

type Row = readonly Leaf[];

/** How far an entry is indented, before and after. */
interface Level {
  readonly from: number;
  readonly to: number;
}

export function layOut(leaves: readonly Leaf[], lineBreak: string): string {
  const rows = rowsOf(leaves);
  const levels: Level[] = [];
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    const [first] = row;
    if (first === undefined) {
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
      continue;
    }
    const indent = first.kind === 'comment' ? commentIndent(first, nextContent(rows, index), levels) : first.indent;
    // A block text has its indentation in its lines.
    const margin = first.kind === 'block' ? '' : ' '.repeat(indent);
    lines.push(...`${margin}${rowText(row)}`.split('\n'));
    for (const leaf of row) if (leaf.beginsEntry) enter(levels, { from: leaf.column, to: leaf.indent });
  }
  while (lines.at(-1) === '') lines.pop();
  return `${lines.join(lineBreak)}${lineBreak}`;
}

function rowsOf(leaves: readonly Leaf[]): readonly Row[] {
  const rows: Leaf[][] = [[]];
  for (const leaf of leaves) {
    if (leaf.kind === 'newline') rows.push([]);
    else rows.at(-1)?.push(leaf);
    if (leaf.kind === 'block') rows.push([]);
  }
  return rows;
}

function enter(levels: Level[], level: Level): void {
  while ((levels.at(-1)?.from ?? -1) >= level.from) levels.pop();
  levels.push(level);
}

function nextContent(rows: readonly Row[], index: number): Leaf | undefined {
  for (let at = index + 1; at < rows.length; at += 1) {
    const first = rows[at]?.[0];
    if (first !== undefined && first.kind !== 'comment') return first;
  }
  return undefined;
}

/**
 * A comment goes with what follows it, unless it is indented further than that: then it ends the entries before it that
 * are as far in as it is.
 */
function commentIndent(comment: Leaf, next: Leaf | undefined, levels: readonly Level[]): number {
  const ended = levels.findLast(
    ({ from }) => from <= comment.column && (next === undefined || from > next.column) && from > 0,
  );
  return ended?.to ?? next?.indent ?? 0;
}

function rowText(row: Row): string {
  let text = '';
  for (const [index, leaf] of row.entries()) {
    const before = row[index - 1];
    text += `${before === undefined ? '' : gapBetween(before, leaf)}${leafText(leaf)}`;
  }
  return text;
}

function gapBetween(before: Leaf, leaf: Leaf): string {
  // Comments that stand in a column are somebody's work.
  if (leaf.kind === 'comment') return leaf.gap === '' || leaf.gap.includes('\t') ? ' ' : leaf.gap;
  if (leaf.kind === 'comma') return before.isBare ? ' ' : '';
  if (leaf.kind === 'colon') return before.isBare ? ' ' : '';
  if (before.kind === 'open' && leaf.kind === 'close') return '';
  if (before.kind === 'open') return before.text === '{' ? ' ' : '';
  if (leaf.kind === 'close') return leaf.text === '}' ? ' ' : '';
  return ' ';
}

function leafText({ kind, text, indent }: Leaf): string {
  if (kind === 'block') return blockText(text, indent);
  if (!text.includes('\n')) return text;
  // Within a text that goes over several lines, what begins and ends a line is folded away.
  const [first = '', ...others] = text.split(/\r?\n/);
  return [first, ...others.map((line) => (line.trim() === '' ? '' : `${' '.repeat(indent)}${unindented(line)}`))].join(
    '\n',
  );
}

/** The first line that is not empty says how far a block text is indented. */
function blockText(text: string, indent: number): string {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const depth = lines.find((line) => line.trim() !== '')?.search(/[^ ]/) ?? 0;
  return lines.map((line) => (line.slice(depth) === '' ? '' : `${' '.repeat(indent)}${line.slice(depth)}`)).join('\n');
}

function unindented(line: string): string {
  return line.replace(/^[ \t]+/, '');
}
