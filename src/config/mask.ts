/** Covers inline secrets in a file's text, keeping its length, so that line and column still fit. */
export type Span = readonly [start: number, end: number];

/**
 * Beside the spans that the parser found, every line of the form `token: ...` is covered: a file that does not parse
 * has no spans, and its code frames are shown too.
 */
export function maskText(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    masked += text.slice(from, start) + cover(text.slice(start, end));
    from = end;
  }
  return maskLines(masked + text.slice(from));
}

const inlineSecret =
  /((?:token|secret|password|passwd|privatekey|publickey|apikey)["']?[ \t]*:[ \t]+)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s{[|>&*#"'][^\n,}#]*)/gi;

function maskLines(text: string): string {
  return text.replace(inlineSecret, (_match, key: string, value: string) => key + cover(value));
}

function cover(text: string): string {
  return text.replace(/[^\s"']/g, '*');
}
