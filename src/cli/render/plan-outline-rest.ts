/** The sections of a plan that are no changes: unfinished business, what is live but unlisted, and the requests. */
import type { PlanDocument, PlanOperation, PlanUnlisted } from '../../core/plan-document.js';
import { phrase } from './phrase.js';
import type { OutlineEntry, OutlineSection } from './plan-outline.js';
import { bodySummary } from './plan-requests.js';
import { formatPath } from './value.js';

export function unfinishedSections({ manual_steps, blocked, pending, unlisted }: PlanDocument): OutlineSection[] {
  const kept = unlisted.filter(({ policy }) => policy === 'keep').length;
  return [
    {
      id: 'manual',
      title: 'Manual steps, only a person can do these',
      noun: ['manual step', 'manual steps'],
      tone: 'warning',
      open: true,
      entries: manual_steps.map(({ address, title, instructions, blocks, verifiable }) => ({
        sign: '!',
        title: phrase`${address}: ${title}`,
        notes: [
          ...(blocks.length === 0 ? [] : [phrase`until then these wait: ${blocks}`]),
          verifiable ? phrase`a later plan sees when it is done` : phrase`no API tells whether it is done`,
        ],
        detail: instructions.map((instruction, index) => [`${index + 1}. ${instruction}`]),
        isDiff: false,
      })),
    },
    {
      id: 'blocked',
      title: 'Blocked, another system owns these',
      noun: ['blocked difference', 'blocked differences'],
      tone: 'warning',
      open: true,
      entries: blocked.map(({ address, owner, direction, detail }) =>
        entry({
          title: phrase`${address} ${direction}`,
          notes: [...(detail === '' ? [] : [phrase`${detail}`]), phrase`owned by ${owner}`],
        }),
      ),
    },
    {
      id: 'pending',
      title: 'Pending, comes true by itself',
      noun: ['pending entry', 'pending entries'],
      tone: 'plain',
      open: false,
      entries: pending.map(({ address, waits_for }) => entry({ title: phrase`${address} waits for ${waits_for}` })),
    },
    {
      id: 'unlisted',
      title: 'Unlisted, live but not in the YAML, and left alone',
      noun: ['unlisted object', 'unlisted objects'],
      tone: 'plain',
      open: false,
      entries: unlisted.filter(({ policy }) => policy !== 'keep').map(unlistedEntry),
      ...(kept > 0 && { unseen: `${kept} kept by policy` }),
    },
  ];
}

function unlistedEntry({ address, member, origin, policy, roles = [], privileged = [] }: PlanUnlisted): OutlineEntry {
  return entry({
    title: member === undefined ? phrase`${address}` : phrase`${address}: ${member}`,
    notes: [
      phrase`origin ${origin}`,
      ...(roles.length === 0 ? [] : [privileged.length > 0 ? phrase`privileged: ${roles}` : phrase`${roles}`]),
      ...(policy === 'remove' ? [phrase`provisioned, so not removed`] : []),
    ],
  });
}

export function requestSection({ operations, api_budget }: PlanDocument): OutlineSection {
  const time = api_budget.estimated_seconds >= 1 ? `, about ${Math.ceil(api_budget.estimated_seconds)} s` : '';
  return {
    id: 'requests',
    title: `Requests${time}`,
    noun: ['request', 'requests'],
    tone: 'plain',
    open: false,
    entries: operations.map(requestEntry),
  };
}

function requestEntry(operation: PlanOperation): OutlineEntry {
  const { id, method, path, addresses, needs } = operation;
  const body = bodySummary(operation);
  return {
    sign: '',
    title: phrase`${id}: ${`${method} ${formatPath(path)}`}`,
    notes: [
      ...(needs.length === 0 ? [] : [phrase`after ${needs.join(', ')}`]),
      addresses.length <= 2
        ? phrase`for ${addresses}`
        : phrase`for ${addresses.slice(0, 2)} and ${addresses.length - 2} more`,
    ],
    detail: body === '' ? [] : [[body]],
    isDiff: false,
  };
}

function entry(part: Pick<OutlineEntry, 'title'> & Partial<OutlineEntry>): OutlineEntry {
  return { sign: '', notes: [], detail: [], isDiff: false, ...part };
}
