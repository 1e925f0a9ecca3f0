/** Drift for people: by organization, what is there and should not be first, and on its last line how much there is. */
import { parseAddress } from '../../core/address.js';
import type { DriftItem } from '../../core/drift.js';
import type { Direction } from '../../core/change.js';
import { besides, driftHeadline, hasDrift, shortcoming, type DriftReport } from './drift-counts.js';
import { driftEntry, keptEntry, type DriftEntry } from './drift-entry.js';
import { styled, type Line, type Style } from './line.js';
import { plainText } from './phrase.js';

const styles: Readonly<Record<Direction, Style>> = { extra: 'red', changed: 'yellow', missing: 'green' };
const directions: readonly Direction[] = ['extra', 'changed', 'missing'];

export function renderDriftText(report: DriftReport): Line[] {
  const short = shortcoming(report);
  const also = besides(report.summary);
  const headline = driftHeadline(report);
  const body = [
    ...[...byOrganization(report.items)].flatMap(([organization, items]) => organizationLines(organization, items)),
    ...keptLines(report),
  ];
  return [
    ...(short === undefined ? [] : [[styled('yellow', short)], []]),
    // Where all is well that is the first thing to read; where not, the counts come last, as in a plan.
    ...(hasDrift(report) ? [] : [[styled('bold', headline)]]),
    ...(hasDrift(report) || also === undefined ? [] : [[also]]),
    ...(hasDrift(report) || body.length === 0 ? [] : [[]]),
    ...body,
    ...(hasDrift(report) && also !== undefined ? [[also]] : []),
    ...(hasDrift(report) ? [[styled('bold', headline)]] : []),
  ];
}

function byOrganization(items: readonly DriftItem[]): ReadonlyMap<string, readonly DriftItem[]> {
  const groups = new Map<string, DriftItem[]>();
  for (const item of items) {
    const organization = parseAddress(item.address)?.organization ?? item.address;
    const group = groups.get(organization);
    if (group === undefined) groups.set(organization, [item]);
    else group.push(item);
  }
  return groups;
}

function organizationLines(organization: string, items: readonly DriftItem[]): Line[] {
  return [
    [styled('bold', `${organization}:`)],
    ...directions.flatMap((direction) =>
      items
        .filter((item) => item.direction === direction)
        .flatMap((item) => entryLines(driftEntry(item), styled(styles[direction], direction.padEnd(8)))),
    ),
    [],
  ];
}

function keptLines({ keptPrivileged }: DriftReport): Line[] {
  if (keptPrivileged.length === 0) return [];
  return [
    [styled('bold', 'Kept by policy, with a privileged role:')],
    ...keptPrivileged.flatMap((kept) => entryLines(keptEntry(kept), '')),
    [],
  ];
}

function entryLines({ title, notes, privileged, fields }: DriftEntry, word: Line[number]): Line[] {
  const indent = word === '' ? '  ' : ' '.repeat(11);
  return [
    [
      '  ',
      ...(word === '' ? [] : [word, ' ']),
      plainText(title),
      ...(privileged.length === 0 ? [] : [' with ', styled('red', privileged.join(', '))]),
      ...(notes.length === 0 ? [] : [styled('dim', ` (${notes.map(plainText).join(', ')})`)]),
    ],
    ...fields.map((field): Line => [`${indent}${plainText(field)}`]),
  ];
}
