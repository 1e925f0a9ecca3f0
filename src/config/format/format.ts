/**
 * Formats one configuration file. Only white space changes: keys stay in their order, texts in their quotes, line breaks
 * inside brackets where they are. The result is read again, and dropped unless it says the same.
 */
import { hasErrors, type Diagnostic } from '../../core/diagnostics.js';
import { canonicalText } from '../../core/canonical.js';
import { parse, type ParsedFile } from '../parse.js';
import { layOut } from './layout.js';
import { leavesOf, type Leaf } from './leaves.js';
import { Unformattable } from './unformattable.js';

export interface Formatted {
  /** As it was where it cannot be formatted. */
  readonly text: string;
  /** Errors where it cannot be read, a warning where it is left as it is. */
  readonly diagnostics: readonly Diagnostic[];
}

export function format(file: string, text: string): Formatted {
  const before = parse(file, text);
  if (before.isBroken || before.value === undefined) return { text, diagnostics: before.diagnostics };
  try {
    const leaves = leavesOf(text);
    const formatted = layOut(leaves, /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');
    if (formatted === text) return { text, diagnostics: [] };
    const isSame = saysTheSame(before, parse(file, formatted)) && haveSameParts(leaves, leavesOf(formatted));
    return isSame ? { text: formatted, diagnostics: [] } : left(file, text, 'its meaning would not be the same');
  } catch (error) {
    if (error instanceof Unformattable) return left(file, text, error.reason);
    throw error;
  }
}

function left(file: string, text: string, reason: string): Formatted {
  const diagnostic: Diagnostic = {
    severity: 'warning',
    code: 'not-formatted',
    summary: `${file} is left as it is: ${reason}.`,
    hint: 'Write that part in another way, or format the file by hand.',
    source: { file, line: 1, column: 1 },
  };
  return { text, diagnostics: [diagnostic] };
}

function saysTheSame(before: ParsedFile, after: ParsedFile): boolean {
  if (after.value === undefined || after.isBroken || before.value === undefined) return false;
  if (hasErrors(after.diagnostics) && !hasErrors(before.diagnostics)) return false;
  return canonicalText(before.value) === canonicalText(after.value);
}

/** Every comment between the same two parts as before. */
function haveSameParts(before: readonly Leaf[], after: readonly Leaf[]): boolean {
  return partsOf(before) === partsOf(after);
}

function partsOf(leaves: readonly Leaf[]): string {
  return JSON.stringify(
    leaves.filter(({ kind }) => kind !== 'newline').map(({ text }) => text.replace(/\s+/g, ' ').trim()),
  );
}
