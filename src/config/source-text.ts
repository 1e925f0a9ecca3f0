/** One file's text with its line starts, so that an offset becomes a place only where somebody asks for it. */
import type { SourceRef } from '../errors.js';

export interface SourceText {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly text: string;
  refAt(offset: number): SourceRef;
}

export function createSourceText(file: string, text: string): SourceText {
  let starts: readonly number[] | undefined;
  return {
    file,
    text,
    refAt: (offset) => {
      starts ??= lineStarts(text);
      const line = lineOf(starts, offset);
      return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
