/**
 * A plan as sections of entries in the order in which a reviewer needs them: what is wrong, who gets in or loses access,
 * what is removed, who gains privileges, then the rest. Markdown and HTML are two ways to write this down.
 */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { PlanDocument, PlanGuard, ResourceChange } from '../../core/plan-document.js';
import { accessEntries, type AccessEntry } from './access-changes.js';
import { renderAttributeDiff, type TextDiff } from './attribute-diff.js';
import { changesWith, signOf, type ChangeSign } from './change-sign.js';
import { formatSource } from './diagnostics-text.js';
import { acknowledgementFlag } from './guard-words.js';
import type { Line } from './line.js';
import { nested, phrase, type Phrase } from './phrase.js';
import { privilegeGains, type PrivilegeGain } from './privilege-gains.js';
import { requestSection, unfinishedSections } from './plan-outline-rest.js';

export type Tone = 'bad' | 'warning' | 'good' | 'plain';

export interface OutlineEntry {
  readonly sign: ChangeSign | '!' | '';
  readonly title: Phrase;
  /** What is said beside the title: why, and where. */
  readonly notes: readonly Phrase[];
  readonly detail: readonly Line[];
  /** Lines of the detail begin with `+`, `-`, `~`. */
  readonly isDiff: boolean;
}

export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  /** Names the entries in "3 removals", "1 removal". */
  readonly noun: readonly [singular: string, plural: string];
  readonly tone: Tone;
  readonly entries: readonly OutlineEntry[];
  /** Entries that are counted only, on purpose. */
  readonly unseen?: string;
  /** Whether a reader wants this before being asked. */
  readonly open: boolean;
}

/** Sections without entries are left out. */
export function planOutline(plan: PlanDocument, textDiff?: TextDiff): OutlineSection[] {
  const changes = (signs: readonly ChangeSign[]): OutlineEntry[] =>
    changesWith(plan.resource_changes, signs).map((change) => changeEntry(change, textDiff));
  const ofSeverity = (severity: Diagnostic['severity']): OutlineEntry[] =>
    plan.diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(diagnosticEntry);
  const sections: readonly OutlineSection[] = [
    section('errors', 'Errors', ['error', 'errors'], 'bad', ofSeverity('error')),
    section('guards', 'Guards', ['guard', 'guards'], 'bad', plan.guards.filter(isNotable).map(guardEntry)),
    section('access', 'Access', ['access change', 'access changes'], 'bad', accessEntries(plan).map(accessEntry)),
    section('removals', 'Removed', ['removal', 'removals'], 'bad', changes(['-', '-/+'])),
    section(
      'privileges',
      'Privileges gained',
      ['privilege gain', 'privilege gains'],
      'warning',
      privilegeGains(plan.resource_changes).map(gainEntry),
    ),
    section('updates', 'Changed', ['change', 'changes'], 'warning', changes(['~'])),
    section('additions', 'Added', ['addition', 'additions'], 'good', changes(['+'])),
    ...unfinishedSections(plan),
    {
      ...section(
        'proofs',
        'Proven',
        ['guard proven', 'guards proven'],
        'good',
        plan.guards.filter(isProven).map(guardEntry),
      ),
      open: false,
    },
    requestSection(plan),
    section('warnings', 'Warnings', ['warning', 'warnings'], 'warning', ofSeverity('warning')),
  ];
  return sections.filter(({ entries, unseen }) => entries.length > 0 || unseen !== undefined);
}

function section(
  id: string,
  title: string,
  noun: OutlineSection['noun'],
  tone: Tone,
  entries: readonly OutlineEntry[],
): OutlineSection {
  return { id, title, noun, tone, entries, open: true };
}

/** What a reviewer must see of the guards; the others are a count. */
export function isNotable({ status }: PlanGuard): boolean {
  return status !== 'passed' && status !== 'not_applicable';
}

/** Passed, and by whom: a reviewer may want to know whom it stands on. */
export function isProven({ status, witnesses }: PlanGuard): boolean {
  return status === 'passed' && witnesses.length > 0;
}

function changeEntry(resource: ResourceChange, textDiff: TextDiff | undefined): OutlineEntry {
  const { address, previous_address, source, reason, change } = resource;
  return {
    sign: signOf(resource),
    title: previous_address === null ? phrase`${address}` : phrase`${address} (was ${previous_address})`,
    notes: [
      ...(reason === '' ? [] : [phrase`${reason}`]),
      ...(source === null ? [] : [phrase`${formatSource(source)}`]),
    ],
    detail: renderAttributeDiff(change, 0, textDiff),
    isDiff: true,
  };
}

function accessEntry({ isLoss, title, notes }: AccessEntry): OutlineEntry {
  return { ...plain, sign: isLoss ? '-' : '+', title, notes };
}

function guardEntry(guard: PlanGuard): OutlineEntry {
  const { id, organization, status, detail } = guard;
  const flag = acknowledgementFlag(guard);
  return {
    ...plain,
    sign: '',
    title: phrase`${nested([{ words: guardWords[status] }])} ${organization}: ${id}`,
    notes: [
      ...(detail === '' ? [] : [phrase`${detail}`]),
      ...(flag === undefined ? [] : [phrase`if just this is meant: ${flag}`]),
    ],
  };
}

const guardWords: Readonly<Record<PlanGuard['status'], string>> = {
  passed: 'Passed',
  tripped: 'Tripped',
  acknowledged: 'Acknowledged',
  unproven: 'Unproven',
  not_applicable: 'Not applicable',
};

function gainEntry({ address, source, roles, people }: PrivilegeGain): OutlineEntry {
  const held = roles.map(({ role, scope }) => (scope === '' ? role : `${role} (${scope})`));
  return {
    ...plain,
    sign: '',
    title:
      people.length === 0
        ? phrase`${address} gains ${held}`
        : phrase`${people} ${nested([{ words: people.length === 1 ? 'joins' : 'join' }])} ${address}, which has ${held}`,
    notes: source === null ? [] : [phrase`${formatSource(source)}`],
  };
}

function diagnosticEntry({ summary, detail, hint, source, address }: Diagnostic): OutlineEntry {
  return {
    ...plain,
    sign: '!',
    title: phrase`${summary}`,
    notes: [
      ...(source === undefined ? [] : [phrase`${formatSource(source)}`]),
      ...(address === undefined || summary.includes(address) ? [] : [phrase`${address}`]),
    ],
    detail: [
      ...(detail === undefined ? [] : detail.split('\n').map((line): Line => [line])),
      ...(hint === undefined ? [] : [[`Hint: ${hint}`]]),
    ],
  };
}

const plain = { detail: [], isDiff: false } as const;
