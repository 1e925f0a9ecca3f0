/** What is said of guards beside their verdicts: those set weaker than by default, and how to acknowledge one that tripped. */
import type { PlanDocument, PlanGuard } from '../../core/plan-document.js';
import { phrase, type Phrase } from './phrase.js';

const shown = 5;

/** Stands first in a plan. Undefined where no guard is weaker than its default. */
export function weakerGuardsNote({ diagnostics }: Pick<PlanDocument, 'diagnostics'>): Phrase | undefined {
  const weaker = diagnostics.filter(({ code }) => code === 'weaker-guard').map(({ summary }) => summary);
  if (weaker.length === 0) return undefined;
  const told = weaker.slice(0, shown);
  const rest = weaker.length - told.length;
  return rest === 0 ? phrase`Weaker guards: ${told}` : phrase`Weaker guards: ${told} and ${rest} more`;
}

/** As a command takes it. */
export function acknowledgementFlag({ status, acknowledgement }: PlanGuard): string | undefined {
  return status === 'tripped' && acknowledgement !== undefined ? `-ack ${acknowledgement}` : undefined;
}
