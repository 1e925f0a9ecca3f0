/** `access` for people: each person with what they may do, and why; in the end what is taken for granted. */
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
import { styled, type Line, type Style } from './line.js';

const styles: Readonly<Record<AccessEntry['row']['allowed'], Style>> = { yes: 'green', no: 'red', unknown: 'yellow' };

export function renderAccessText(report: AccessReport): Line[] {
  const lines: Line[] = [];
  let organization: string | undefined;
  for (const person of accessByPerson(report.rows)) {
    if (person.organization !== organization) {
      organization = person.organization;
      lines.push(...(lines.length === 0 ? [] : [[]]), [styled('bold', organization), `, ${stateWords(report)}:`]);
    }
    lines.push([], ['  ', styled('bold', person.person)], ...person.entries.flatMap(entryLines));
  }
  if (lines.length === 0) lines.push(['Nobody to tell of.']);
  if (report.assumptions.length > 0) {
    lines.push([], ['Taken for granted, for no public source settles it:']);
    lines.push(...report.assumptions.map(({ id, text }): Line => [`  ${id}: ${text}`]));
  }
  return lines;
}

function entryLines({ methods, row }: AccessEntry): Line[] {
  const roles = roleTexts(row);
  const possible = possibleRoleTexts(row);
  const way = wayIn(row);
  return [
    [
      '    ',
      styled(styles[row.allowed], row.allowed.padEnd(7)),
      ` ${methods.join(', ')}${way === '' ? '' : `: ${way}`}`,
    ],
    ...roles.map((role): Line => [`            has ${role}`]),
    ...possible.map((role): Line => [`            may have ${role}`]),
    ...row.reasons.map((reason): Line => ['            ', styled('dim', `because ${reasonText(reason)}`)]),
    ...(row.assumptions.length === 0
      ? []
      : [['            ', styled('dim', `if ${row.assumptions.map(({ id }) => id).join(', ')}`)]]),
  ];
}
