/** Data in HTML: every character that could begin markup is an entity, and each name is isolated from the text around it. */
import { clip } from './clip.js';
import type { Line, Style } from './line.js';
import type { Phrase } from './phrase.js';
import { printable } from './printable.js';

const longestText = 2_000;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  const escaped = clip(printable(text), longestText).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  // The page may be printed into the log of a job: see `withoutRunnerCommands`.
  return escaped.replace(/:(?=:)/g, '&#58;').replace(/##(?=\[|vso\[)/g, '#&#35;');
}

/** Names are isolated, so that a right-to-left one does not take its neighbours along. */
export function htmlOf(phrase: Phrase): string {
  return phrase
    .map((part) => ('words' in part ? escapeHtml(part.words) : `<code><bdi>${escapeHtml(part.data)}</bdi></code>`))
    .join('');
}

const classes: Readonly<Record<Style, string>> = {
  red: 'bad',
  green: 'good',
  yellow: 'warning',
  cyan: 'note',
  bold: 'strong',
  dim: 'dim',
};

/** The inside of a `pre`. */
export function htmlLines(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      line
        .map((segment) => {
          if (typeof segment === 'string') return /^ *$/.test(segment) ? segment : `<bdi>${escapeHtml(segment)}</bdi>`;
          return `<span class="${classes[segment.style]}">${escapeHtml(segment.text)}</span>`;
        })
        .join(''),
    )
    .join('\n');
}
