/**
 * Acknowledgements: `max-removals@sha256:...` lets a plan go on although that guard tripped. The digest is of the facts that
 * tripped it and of nothing else, so it outlives whatever else changes in the plan, and covers not one fact more.
 */
import { digest } from '../canonical.js';
import type { Diagnostic } from '../diagnostics.js';
import type { PlanDocument, PlanGuard } from '../plan-document.js';

/** `facts` are sorted, each once. */
export function acknowledgementFor(id: string, organization: string, facts: readonly string[]): string {
  return `${id}@${digest([id, organization, facts])}`;
}

export function isAcknowledgement(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*@sha256:[0-9a-f]{64}$/.test(text);
}

export function acknowledge(guards: readonly PlanGuard[], given: readonly string[]): readonly PlanGuard[] {
  return guards.map((guard) =>
    guard.status === 'tripped' && guard.acknowledgement !== undefined && given.includes(guard.acknowledgement)
      ? { ...guard, status: 'acknowledged' }
      : guard,
  );
}

/** What was acknowledged when the plan was made. */
export function acknowledgedIn({ guards }: Pick<PlanDocument, 'guards'>): readonly string[] {
  return guards.flatMap(({ status, acknowledgement }) =>
    status === 'acknowledged' && acknowledgement !== undefined ? [acknowledgement] : [],
  );
}

/** An acknowledgement that nothing needs may be one that no longer fits: its giver meant other facts. */
export function unmatchedAcknowledgements(
  given: readonly string[],
  guards: readonly PlanGuard[],
): readonly Diagnostic[] {
  const needed = new Set(guards.map(({ acknowledgement }) => acknowledgement));
  return [...new Set(given)].filter((words) => !needed.has(words)).map((words) => unmatched(words, guards));
}

function unmatched(words: string, guards: readonly PlanGuard[]): Diagnostic {
  const id = words.slice(0, words.indexOf('@'));
  const others = guards.filter((guard) => guard.id === id && guard.status === 'tripped');
  return {
    severity: 'warning',
    code: 'ack-unmatched',
    summary: `-ack ${words} acknowledges nothing of this plan.`,
    detail:
      others.length === 0
        ? `No guard ${id} tripped on the facts that it was given for.`
        : `Guard ${id} of ${others.map(({ organization }) => organization).join(', ')} tripped on other facts than those that it was given for.`,
    hint:
      others.length === 0
        ? 'Leave it out.'
        : 'Look at the plan again; if it is meant, acknowledge it with the words that the plan prints now.',
  };
}
