/** `access --format csv`: a row for each person and method, for a spreadsheet (RFC 4180). */
import type { AccessReport, AccessRow } from '../access-report.js';
import { possibleRoleTexts, reasonText, roleTexts } from './access-words.js';
import { printable } from './printable.js';
import { withoutRunnerCommands } from './runner-commands.js';

const columns: readonly (readonly [string, (row: AccessRow) => string])[] = [
  ['organization', ({ organization }) => organization],
  ['person', ({ person }) => person],
  ['method', ({ method }) => method],
  ['allowed', ({ allowed }) => allowed],
  ['path', ({ path }) => path ?? ''],
  ['identity_provider', ({ identityProvider }) => identityProvider ?? ''],
  ['bypass', ({ bypass }) => String(bypass)],
  ['roles', (row) => roleTexts(row).join('; ')],
  ['possible_roles', (row) => possibleRoleTexts(row).join('; ')],
  ['because', ({ reasons }) => reasons.map(reasonText).join('; ')],
  ['assumptions', ({ assumptions }) => assumptions.map(({ id }) => id).join('; ')],
];

export function renderAccessCsv({ rows }: AccessReport): string {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, value]) => cell(value(row))))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

/** A name that begins like a formula would be run by a spreadsheet. */
function cell(text: string): string {
  const safe = withoutRunnerCommands(printable(text));
  const inert = /^[=+\-@]/.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
