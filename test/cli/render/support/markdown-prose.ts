/**
 * What of a Markdown text is not code, by the rules of CommonMark: fenced blocks and code spans are taken out, and what
 * is left is what a reader's program may take for markup, HTML, a link or a mention.
 */
export interface Prose {
  readonly text: string;
  /** What stands in code spans and in lines of fenced blocks. */
  readonly code: readonly string[];
}

export function markdownProse(markdown: string): Prose {
  const prose: string[] = [];
  const code: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    if (fence !== undefined) {
      const closing = /^ {0,5}(`+) *$/.exec(line)?.[1];
      if (closing !== undefined && closing.length >= fence.length) fence = undefined;
      else code.push(line);
      continue;
    }
    // The text after an opening fence may not hold a backtick.
    fence = /^ {0,5}(`{3,})[^`]*$/.exec(line)?.[1];
    if (fence === undefined) prose.push(withoutSpans(line, code));
  }
  if (fence !== undefined) prose.push('(a block is never closed)`');
  return { text: prose.join('\n'), code };
}

/** A run of backticks opens a span that ends at the next run of the same length; without one it is text. */
function withoutSpans(line: string, code: string[]): string {
  let rest = line;
  let prose = '';
  for (;;) {
    const open = /`+/.exec(rest);
    if (open === null) return prose + rest;
    const [run] = open;
    const after = rest.slice(open.index + run.length);
    const close = new RegExp(`(?<!\`)${run}(?!\`)`).exec(after);
    prose += rest.slice(0, open.index);
    if (close === null) {
      prose += run;
      rest = after;
    } else {
      code.push(after.slice(0, close.index));
      prose += '(code)';
      rest = after.slice(close.index + run.length);
    }
  }
}
