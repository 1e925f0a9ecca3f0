/** Cuts the text of a filter into its words, JSON strings and brackets. */
export interface Token {
  readonly kind: '(' | ')' | '[' | ']' | 'string' | 'word' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the text cannot be cut. */
export class UnreadableText extends Error {
  readonly position: number;
  constructor(position: number, reason: string) {
    super(reason);
    this.position = position;
  }
}

/** Every alternative consumes at least one character and none overlaps another, so time is linear in the text. */
const token = /([()[\]])|("(?:[^"\\]|\\[^])*")|([^\s()[\]"]+)/y;
const space = /\s*/y;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = afterSpace(text, 0); start < text.length; start = afterSpace(text, token.lastIndex)) {
    token.lastIndex = start;
    const found = token.exec(text);
    if (found === null) throw new UnreadableText(start, 'a string is not closed');
    const [whole, bracket, string] = found;
    const kind =
      bracket === undefined ? (string === undefined ? 'word' : 'string') : (bracket as '(' | ')' | '[' | ']');
    tokens.push({ kind, text: kind === 'string' ? unquote(whole, start) : whole, start, end: token.lastIndex });
  }
  return [...tokens, { kind: 'end', text: '', start: text.length, end: text.length }];
}

function afterSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

function unquote(text: string, start: number): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new UnreadableText(start, 'a string is not a JSON string; escape control characters, quotes and backslashes');
  }
}
