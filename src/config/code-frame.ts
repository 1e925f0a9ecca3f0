/** The lines around a place, with a caret beneath its column. */
import type { SourceRef } from '../errors.js';
import { showSafely } from './unsafe-text.js';

const linesBefore = 2;
const linesAfter = 1;
const width = 100;

/** The text is expected to be masked already. Empty where the file has no such line. */
export function codeFrame(text: string, source: SourceRef): string {
  const lines = text.split('\n');
  if (source.line < 1 || source.line > lines.length) return '';
  const first = Math.max(1, source.line - linesBefore);
  const last = Math.min(lines.length, source.line + linesAfter);
  const digits = String(last).length;
  const cut = cutAround(source.column);
  const rows: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const raw = (lines[line - 1] ?? '').replace(/\r$/, '');
    const isHere = line === source.line;
    if (line === lines.length && raw === '' && !isHere) continue;
    rows.push(`${isHere ? '>' : ' '} ${String(line).padStart(digits)} | ${shorten(raw, isHere ? cut : 0)}`.trimEnd());
    if (isHere) rows.push(`  ${' '.repeat(digits)} | ${' '.repeat(caretColumn(raw, source.column, cut))}^`);
  }
  return rows.join('\n');
}

/** How many characters are cut off on the left, so that the column is in sight. */
function cutAround(column: number): number {
  return column <= width - 20 ? 0 : column - Math.floor(width / 2);
}

function shorten(line: string, cut: number): string {
  const end = cut + width;
  const shown = line.slice(cut, end);
  const left = cut > 0 && line !== '' ? '...' : '';
  return `${left}${visible(shown)}${line.length > end ? '...' : ''}`;
}

function caretColumn(line: string, column: number, cut: number): number {
  return visible(line.slice(cut, column - 1)).length + (cut > 0 ? 3 : 0);
}

/** A tab would move the caret, and control or bidirectional characters could hide what the line says. */
function visible(text: string): string {
  return showSafely(text.replaceAll('\t', '→'));
}
