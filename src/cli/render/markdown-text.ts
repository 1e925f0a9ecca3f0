/**
 * Data in Markdown. It only ever stands in code spans and fenced code, in which nothing is markup, HTML, a link, a
 * reference or a mention; the fences are longer than every run of backticks in what they hold, so it cannot get out.
 */
import { clip } from './clip.js';
import { toText, type Line } from './line.js';
import type { Phrase } from './phrase.js';
import { printable } from './printable.js';
import { withoutRunnerCommands } from './runner-commands.js';

const longestName = 256;
const longestLine = 400;

/** Our words as they are, data as code. Words hold no markup but what their author meant. */
export function markdownOf(phrase: Phrase): string {
  return phrase.map((part) => ('words' in part ? part.words : codeSpan(part.data))).join('');
}

export function codeSpan(text: string): string {
  const safe = clip(withoutRunnerCommands(printable(text)), longestName);
  // A code span cannot be empty, and one that begins or ends with a backtick needs a space there, which is not shown.
  if (safe.trim() === '') return `\`"${safe}"\``;
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad = /^[ `]|[ `]$/.test(safe) ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

/** Lines as a fenced block; of a diff the signs stand first in their lines, where they are coloured. */
export function codeBlock(lines: readonly Line[], isDiff: boolean): string {
  const texts = toText(isDiff ? lines.map(signFirst) : lines, false)
    .trimEnd()
    .split('\n')
    .map((line) => clip(line, longestLine));
  const fence = '`'.repeat(Math.max(3, ...texts.map((text) => longestRun(text) + 1)));
  return `${fence}${isDiff ? 'diff' : 'text'}\n${texts.join('\n')}\n${fence}\n`;
}

/** Only our own signs are segments of a style: a text that looks like one stays where it is. */
function signFirst(line: Line): Line {
  const [margin, sign, ...rest] = line;
  if (typeof margin !== 'string' || margin.trim() !== '') return line;
  return sign === undefined || typeof sign === 'string' || !/^[-+~]$/.test(sign.text) ? line : [sign, margin, ...rest];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
