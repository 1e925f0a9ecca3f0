/** The plan for people: what happens to access first, and on its last line how much there is. */
import type { PlanDocument, ResourceChange } from '../../core/plan-document.js';
import { accessEntries } from './access-changes.js';
import { accessSummary } from './access-summary.js';
import { changesLongText, renderAttributeDiff, type TextDiff } from './attribute-diff.js';
import { changesWith, signOf, type ChangeSign } from './change-sign.js';
import { count } from './count.js';
import { formatSource } from './diagnostics-text.js';
import { acknowledgementFlag, weakerGuardsNote } from './guard-words.js';
import { styled, type Line, type Style } from './line.js';
import { isNotable, isProven } from './plan-outline.js';
import { plainText } from './phrase.js';
import { renderRequests } from './plan-requests.js';
import { renderUnfinished } from './plan-unfinished.js';
import { privilegeGains } from './privilege-gains.js';

/** Who joins a privileged team, before the rest is a count. */
const shownPeople = 12;

const signStyles: Readonly<Record<ChangeSign, Style>> = { '-': 'red', '-/+': 'red', '~': 'yellow', '+': 'green' };

/** What `renderPlanText` needs for this plan: a library that most plans do without. */
export async function loadTextDiff(plan: PlanDocument): Promise<TextDiff | undefined> {
  if (!plan.resource_changes.some(({ change }) => changesLongText(change))) return undefined;
  return (await import('./text-diff.js')).renderTextDiff;
}

export function renderPlanText(plan: PlanDocument, textDiff?: TextDiff): Line[] {
  const changes = (signs: readonly ChangeSign[]): Line[] =>
    changesWith(plan.resource_changes, signs).flatMap((change) => changeLines(change, textDiff));
  const opening = [weakerLines(plan), openingLines(plan)];
  return [
    // `No changes.` is how an output begins that has none, whatever else there is to say.
    ...(saysNoChanges(plan) ? opening.reverse() : opening).flat(),
    ...accessLines(plan),
    ...changes(['-', '-/+']),
    ...privilegeLines(plan),
    ...changes(['~', '+']),
    ...renderRequests(plan),
    ...renderUnfinished(plan),
    ...guardLines(plan),
    ...closingLines(plan),
  ];
}

function weakerLines(plan: PlanDocument): Line[] {
  const note = weakerGuardsNote(plan);
  return note === undefined ? [] : [[styled('yellow', plainText(note))], []];
}

function saysNoChanges({ errored, operations }: PlanDocument): boolean {
  return !errored && operations.length === 0;
}

function openingLines(plan: PlanDocument): Line[] {
  if (plan.errored) {
    return [
      [styled('red', 'This plan has errors, so nothing of it can be applied.'), ' They are on standard error.'],
      [],
    ];
  }
  const incomplete: Line[] = plan.complete
    ? []
    : [
        [styled('yellow', 'This plan is incomplete: not everything could be read, and nothing of that is removed.')],
        [],
      ];
  if (!saysNoChanges(plan)) return incomplete;
  const { pending, manual, blocked, unlisted } = plan.summary;
  const besides = [
    [pending, 'pending'],
    [manual, 'manual'],
    [blocked, 'blocked'],
    [unlisted, 'unlisted'],
  ] as const;
  const counts = besides.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`);
  return [
    [styled('green', 'No changes.'), counts.length === 0 ? '' : ` Besides: ${counts.join(', ')}.`],
    [],
    ...incomplete,
  ];
}

function accessLines(plan: PlanDocument): Line[] {
  const summary = accessSummary(plan);
  if (summary === undefined) return [];
  return [
    [styled('bold', plainText(summary))],
    ...accessEntries(plan).map(({ isLoss, title, notes }): Line => [
      '  ',
      isLoss ? styled('red', '-') : styled('green', '+'),
      ` ${plainText(title)}`,
      ...(notes.length === 0 ? [] : [styled('dim', `  # ${notes.map(plainText).join(', ')}`)]),
    ]),
    [],
  ];
}

function privilegeLines({ resource_changes }: PlanDocument): Line[] {
  const gains = privilegeGains(resource_changes);
  if (gains.length === 0) return [];
  return [
    [styled('bold', 'Privileges gained:')],
    ...gains.map(({ address, roles, people }): Line => {
      const held = roles.map(({ role, scope }) => (scope === '' ? role : `${role} (${scope})`)).join(', ');
      return people.length === 0
        ? ['  ', address, styled('yellow', ' gains '), held]
        : [
            '  ',
            peopleText(people),
            styled('yellow', people.length === 1 ? ' joins ' : ' join '),
            `${address}, which has ${held}`,
          ];
    }),
    [],
  ];
}

function peopleText(people: readonly string[]): string {
  return people.length <= shownPeople + 1
    ? people.join(', ')
    : `${people.slice(0, shownPeople).join(', ')} and ${people.length - shownPeople} more`;
}

function changeLines(resource: ResourceChange, textDiff: TextDiff | undefined): Line[] {
  const sign = signOf(resource);
  const { address, previous_address, source, reason, change } = resource;
  const notes = [reason, source === null ? '' : formatSource(source)].filter((note) => note !== '');
  return [
    [
      sign === '-/+' ? '' : '  ',
      styled(signStyles[sign], sign),
      ' ',
      styled('bold', address),
      ...(previous_address === null ? [] : [` (was ${previous_address})`]),
    ],
    ...(notes.length === 0 ? [] : [['    ', styled('dim', `# ${notes.join(', ')}`)]]),
    ...renderAttributeDiff(change, 4, textDiff),
    [],
  ];
}

function guardLines({ guards }: PlanDocument): Line[] {
  const shown = guards.filter(isNotable);
  const passed = guards.filter(({ status }) => status === 'passed').length;
  if (guards.length - shown.length === guards.length && passed === 0) return [];
  return [
    [styled('bold', 'Guards:'), passed === 0 ? '' : ` ${passed} passed`],
    ...shown.flatMap((guard): Line[] => {
      const { id, organization, status, detail } = guard;
      const flag = acknowledgementFlag(guard);
      const word = status === 'tripped' ? styled('red', 'tripped') : styled('yellow', status);
      return [
        ['  ', word, ` ${organization}: ${id}: ${detail}`],
        ...(flag === undefined ? [] : [['    ', styled('dim', `# if just this is meant: ${flag}`)]]),
      ];
    }),
    ...guards
      .filter(isProven)
      .map(({ id, organization, detail }): Line => [
        '  ',
        styled('green', 'passed'),
        ` ${organization}: ${id}: ${detail}`,
      ]),
    [],
  ];
}

function closingLines({ summary, api_budget, diagnostics }: PlanDocument): Line[] {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const notes = [
    ...(api_budget.emails > 0 ? [`The vendor will send ${count(api_budget.emails, 'e-mail')}.`] : []),
    ...(summary.unchanged > 0 ? [`${count(summary.unchanged, 'object is', 'objects are')} already as wanted.`] : []),
    ...(warnings > 0 ? [`${count(warnings, 'warning')} on standard error.`] : []),
  ];
  return [
    ...notes.map((note): Line => [note]),
    [styled('bold', `Plan: ${summary.add} to add, ${summary.change} to change, ${summary.destroy} to destroy.`)],
  ];
}
