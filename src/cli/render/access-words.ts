/** What all formats of `access` say in the same words. */
import { roleWithSources, type AccessReport, type AccessRow, type PlacedReason } from '../access-report.js';
import { formatSource } from './diagnostics-text.js';

export function wayIn({ allowed, path, identityProvider, bypass }: AccessRow): string {
  if (allowed === 'no') return '';
  const as =
    path === undefined ? '' : { member: 'as a member', invitation: 'by the invitation', jit: 'just in time' }[path];
  const through = identityProvider === undefined ? '' : `through ${identityProvider}`;
  return [as, through, bypass ? 'past the identity provider' : ''].filter((words) => words !== '').join(', ');
}

/** Each with the line of YAML that decides, or else the live object. */
export function reasonText({ text, address, source }: PlacedReason): string {
  const place = source === undefined ? address : formatSource(source);
  return place === undefined ? text : `${text} (${place})`;
}

export function roleTexts(row: AccessRow): readonly string[] {
  return row.roles.map(roleWithSources);
}

export function possibleRoleTexts(row: AccessRow): readonly string[] {
  return row.possibleRoles.map(roleWithSources);
}

/** Methods of one person with the same answer are told once. */
export interface AccessEntry {
  readonly methods: readonly string[];
  readonly row: AccessRow;
}

export interface AccessPerson {
  readonly organization: string;
  readonly person: string;
  readonly entries: readonly AccessEntry[];
}

const order = { yes: 0, unknown: 1, no: 2 } as const;

export function accessByPerson(rows: readonly AccessRow[]): readonly AccessPerson[] {
  const people = new Map<string, AccessRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.organization, row.person]);
    const mine = people.get(key);
    if (mine === undefined) people.set(key, [row]);
    else mine.push(row);
  }
  return [...people.values()].flatMap((mine) => {
    const [first] = mine;
    return first === undefined
      ? []
      : [{ organization: first.organization, person: first.person, entries: entriesOf(mine) }];
  });
}

function entriesOf(rows: readonly AccessRow[]): readonly AccessEntry[] {
  const groups = new Map<string, AccessRow[]>();
  for (const row of rows) {
    const { allowed, bypass, reasons } = row;
    // What passes tells its method in the reason: that alone is no other answer.
    const why = reasons.map((reason) => reasonText(reason).replaceAll(` ${row.method} `, ' it '));
    const key = JSON.stringify([allowed, bypass, wayIn(row), roleTexts(row), possibleRoleTexts(row), why]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [row] = group;
      return row === undefined ? [] : [{ methods: group.map(({ method }) => method), row }];
    })
    .sort((a, b) => order[a.row.allowed] - order[b.row.allowed] || Number(a.row.bypass) - Number(b.row.bypass));
}

export function stateWords({ at, idpGroups }: AccessReport): string {
  const state = at === 'live' ? 'as it is live' : 'as it will be after an apply';
  if (idpGroups === undefined) return state;
  return `${state}, for somebody in ${idpGroups.length === 0 ? 'no group' : idpGroups.join(', ')}`;
}
