import type { OrgwrightRun } from './context.js';
import { codeBlock } from '../render/markdown-text.js';
import type { Line } from '../render/line.js';

/** The last lines say what it was; a comment has no room for a log. */
const shownLines = 60;
const shownCharacters = 12_000;

/** What a run said, as code: whatever names are in it, nothing of it is markup. */
export function failureMarkdown({ stderr }: Pick<OrgwrightRun, 'stderr'>): string {
  const lines = stderr
    .trim()
    .slice(-shownCharacters)
    .split('\n')
    .slice(-shownLines)
    .map((line): Line => [line]);
  return stderr.trim() === '' ? 'It said nothing.\n' : codeBlock(lines, false);
}
