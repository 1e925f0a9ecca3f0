/** A compiled request with what it means for people's access, and where it stands among the others. */
import { makeStep, type Step as AccessStep, type StepInput } from '../../core/access-order.js';
import type { ScimContext } from './settlement.js';

/** In the order in which they are sent, as far as nothing else is said. */
export const ranks = [
  'creates-user',
  'creates-group',
  'updates-user',
  'edits-group',
  'deletes-group',
  'deactivates-user',
  'deletes-user',
] as const;
export type Rank = (typeof ranks)[number];
export type Step = AccessStep<Rank>;

export function step(rank: Rank, input: Omit<StepInput<Rank>, 'marks'>): Step {
  return makeStep({ ...input, marks: [rank] });
}

export function rankOf({ marks: [rank] }: Step): number {
  return rank === undefined ? ranks.length : ranks.indexOf(rank);
}

export type Endpoint = 'Users' | 'Groups';

/** From the root of the host; `id` undefined: of the collection. */
export function resourcePath({ live }: Pick<ScimContext, 'live'>, endpoint: Endpoint, id?: string): string {
  return `${live.facts.basePath}/${endpoint}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}
