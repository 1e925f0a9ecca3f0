/** What no request can do at once: pending, manual steps, what another owner has, and what the YAML does not list. */
import type { PlanDocument, PlanUnlisted } from '../../core/plan-document.js';
import { styled, type Line } from './line.js';

export function renderUnfinished(plan: PlanDocument): Line[] {
  return [...pendingLines(plan), ...manualLines(plan), ...blockedLines(plan), ...unlistedLines(plan)];
}

function pendingLines({ pending }: PlanDocument): Line[] {
  return section(
    `Pending (${pending.length}), comes true by itself:`,
    pending.map(({ address, waits_for }) => [[`  ${address} `, styled('dim', `waits for ${waits_for}`)]]),
  );
}

function manualLines({ manual_steps }: PlanDocument): Line[] {
  return section(
    `Manual steps (${manual_steps.length}), only a person can do these:`,
    manual_steps.map(({ address, title, instructions, blocks, verifiable }) => [
      ['  ', styled('yellow', '!'), ' ', styled('bold', address), `: ${title}`],
      ...instructions.map((instruction, index): Line => [`      ${index + 1}. ${instruction}`]),
      ...(blocks.length === 0 ? [] : [[`      Until then these wait: ${blocks.join(', ')}`]]),
      ['      ', styled('dim', verifiable ? 'A later plan sees when it is done.' : 'No API tells whether it is done.')],
    ]),
  );
}

function blockedLines({ blocked }: PlanDocument): Line[] {
  return section(
    `Blocked (${blocked.length}), another system owns these:`,
    blocked.map(({ address, owner, direction, detail }) => [
      [`  ${address}: ${direction}${detail === '' ? '' : `: ${detail}`} `, styled('dim', `(owned by ${owner})`)],
    ]),
  );
}

/** What is deliberately kept is only counted, but for who holds a privileged role: that is never left to be found. */
function unlistedLines({ unlisted }: PlanDocument): Line[] {
  const kept = unlisted.filter(({ policy }) => policy === 'keep');
  const shown = unlisted.filter(({ policy }) => policy !== 'keep');
  if (unlisted.length === 0) return [];
  return section(`Unlisted (${unlisted.length}), live but not in the YAML, and left alone:`, [
    ...shown.map((entry) => [
      [
        ...unlistedName(entry),
        styled('dim', `(origin ${entry.origin}${entry.policy === 'remove' ? ', provisioned, so not removed' : ''})`),
      ],
    ]),
    ...kept
      .filter(({ privileged }) => privileged !== undefined)
      .map((entry) => [[...unlistedName(entry), styled('dim', `(origin ${entry.origin}, kept by policy)`)]]),
    ...(kept.length === 0 ? [] : [[[`  ${kept.length} kept by policy`]]]),
  ]);
}

function unlistedName({ address, member, privileged }: PlanUnlisted): Line {
  return [
    `  ${address}${member === undefined ? '' : `: ${member}`} `,
    ...(privileged === undefined ? [] : ['with ', styled('red', privileged.join(', ')), ' ']),
  ];
}

function section(title: string, entries: readonly (readonly Line[])[]): Line[] {
  return entries.length === 0 ? [] : [[styled('bold', title)], ...entries.flat(), []];
}
