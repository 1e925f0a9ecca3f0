/** `access --format markdown`: a table for each organization. */
import type { AccessReport } from '../access-report.js';
import {
  accessByPerson,
  possibleRoleTexts,
  reasonText,
  roleTexts,
  stateWords,
  wayIn,
  type AccessEntry,
} from './access-words.js';
import { codeSpan } from './markdown-text.js';

export function renderAccessMarkdown(report: AccessReport): string {
  const lines: string[] = [];
  let organization: string | undefined;
  for (const { organization: mine, person, entries } of accessByPerson(report.rows)) {
    if (mine !== organization) {
      organization = mine;
      lines.push(`### Access to ${codeSpan(mine)}`, '', `${codeSpan(stateWords(report))}`, '');
      lines.push('| Person | Method | Allowed | As | Roles | Why |', '| --- | --- | --- | --- | --- | --- |');
    }
    lines.push(...entries.map((entry) => tableRow(person, entry)));
  }
  if (lines.length === 0) lines.push('Nobody to tell of.');
  if (report.assumptions.length > 0) {
    lines.push('', 'Taken for granted, for no public source settles it:', '');
    lines.push(...report.assumptions.map(({ id, text }) => `- ${codeSpan(id)}: ${text}`));
  }
  return `${lines.join('\n')}\n`;
}

function tableRow(person: string, { methods, row }: AccessEntry): string {
  const roles = [...roleTexts(row), ...possibleRoleTexts(row).map((role) => `perhaps ${role}`)];
  const why = [...row.reasons.map(reasonText), ...row.assumptions.map(({ id }) => `if ${id}`)];
  const way = wayIn(row);
  return `| ${[[person], methods, [row.allowed], way === '' ? [] : [way], roles, why].map(cell).join(' | ')} |`;
}

/** A bar in a code span would still end the cell. */
function cell(texts: readonly string[]): string {
  return texts.map((text) => codeSpan(text).replaceAll('|', String.raw`\|`)).join('<br>');
}
