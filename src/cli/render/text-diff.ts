/**
 * Two texts that are long or have lines, as what differs between them. Only plans that change such a text load this, and
 * `diff` with it (see `loadTextDiff`).
 */
import { diffLines, diffWordsWithSpace, type Change } from 'diff';
import { count } from './count.js';
import { styled, type Line, type StyledText } from './line.js';
import { formatScalar, isLongText } from './value.js';

/** Texts that differ more are shown by their ends. By steps and not by time, so that a plan always reads the same. */
const limits = { maxEditLength: 500 };
/** Unchanged lines that are shown around a change. */
const contextLines = 2;
const shownLines = 60;
/** Unchanged characters that are shown around a change. */
const contextCharacters = 20;
/** Below this share of unchanged text the words that remain tell nothing. */
const likeness = 0.3;

/** Undefined where showing both texts says more than what differs. */
export function renderTextDiff(key: string, before: string, after: string, indent: number): Line[] | undefined {
  const [old, now] = [foldCertificates(before), foldCertificates(after)];
  if (old === now || (!isLongText(old.trimEnd()) && !isLongText(now.trimEnd()))) return undefined;
  const title = [' '.repeat(indent), styled('yellow', '~'), ` ${key}:`] as const;
  if (old.includes('\n') || now.includes('\n')) {
    const lines = changedLines(old, now, ' '.repeat(indent + 2));
    return lines && [title, ...lines];
  }
  const words = changedWords(old, now);
  return words && [[...title, ' "', ...words, '"']];
}

/** What is between their first and last lines tells nobody anything; a chain of them is compared one by one. */
function foldCertificates(text: string): string {
  return text.replace(/-----BEGIN ([A-Z ]+)-----[^]*?-----END \1-----/g, (block) => formatScalar(block));
}

function changedLines(before: string, after: string, margin: string): Line[] | undefined {
  const changes = diffLines(before, after, { ...limits, ignoreNewlineAtEof: true });
  if (changes === undefined) return undefined;
  const lines = changes.flatMap((change, index): Line[] => {
    const texts = change.value.replace(/\n$/, '').split('\n');
    if (change.removed) return texts.map((text) => [margin, styled('red', '-'), ` ${text}`]);
    if (change.added) return texts.map((text) => [margin, styled('green', '+'), ` ${text}`]);
    const [head, tail] = [index === 0 ? 0 : contextLines, index === changes.length - 1 ? 0 : contextLines];
    const hidden = texts.length - head - tail;
    const shown = (text: string): Line => [`${margin}  ${text}`];
    // One line instead of a note that hides a single one.
    if (hidden <= 1) return texts.map(shown);
    return [
      ...texts.slice(0, head).map(shown),
      [`${margin}  `, styled('dim', `(${count(hidden, 'unchanged line')})`)],
      ...texts.slice(texts.length - tail).map(shown),
    ];
  });
  const newline = before === '' || after === '' ? 0 : Number(after.endsWith('\n')) - Number(before.endsWith('\n'));
  return [
    ...lines.slice(0, shownLines),
    ...(lines.length > shownLines ? [[`${margin}  ... and ${count(lines.length - shownLines, 'more line')}`]] : []),
    ...(newline === 0
      ? []
      : [[`${margin}  `, styled('dim', `(the newline at the end is ${newline > 0 ? 'new' : 'gone'})`)]]),
  ];
}

/** As Git marks words: `[-removed-]{+added+}`. */
function changedWords(before: string, after: string): (string | StyledText)[] | undefined {
  const changes = diffWordsWithSpace(before, after, limits);
  if (changes === undefined) return undefined;
  const kept = changes.reduce((sum, change) => (isKept(change) ? sum + change.value.length : sum), 0);
  if (kept < likeness * Math.max(before.length, after.length)) return undefined;
  const runs = joined(changes);
  return runs.flatMap(({ same, removed, added }, index) => [
    shortened(same, index === 0 ? 'start' : removed === added ? 'end' : 'middle'),
    ...(removed === '' ? [] : [styled('red', `[-${removed}-]`)]),
    ...(added === '' ? [] : [styled('green', `{+${added}+}`)]),
  ]);
}

interface Run {
  /** What precedes the change. */
  same: string;
  removed: string;
  added: string;
}

/** Changed words with nothing but spaces between them are one change. */
function joined(changes: readonly Change[]): Run[] {
  const runs: Run[] = [{ same: '', removed: '', added: '' }];
  for (const [index, change] of changes.entries()) {
    const last = runs.at(-1);
    if (last === undefined) continue;
    const isReplacement = last.removed !== '' && last.added !== '';
    if (change.removed) last.removed += change.value;
    else if (change.added) last.added += change.value;
    else if (isReplacement && change.value.trim() === '' && index < changes.length - 1) {
      last.removed += change.value;
      last.added += change.value;
    } else runs.push({ same: change.value, removed: '', added: '' });
  }
  return runs.filter(({ same, removed, added }) => same + removed + added !== '');
}

function shortened(text: string, place: 'start' | 'middle' | 'end'): string {
  const characters = [...text];
  const [head, tail] = [place === 'start' ? 0 : contextCharacters, place === 'end' ? 0 : contextCharacters];
  if (characters.length <= head + tail + 10) return text;
  // No parts of words, where there are words.
  const [first, last] = [characters.slice(0, head).join(''), characters.slice(characters.length - tail).join('')];
  return `${first.replace(/(?<=\s)\S*$/, '')}...${last.replace(/^\S*(?=\s)/, '')}`;
}

function isKept({ added, removed }: Change): boolean {
  return !added && !removed;
}
