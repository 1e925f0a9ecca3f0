/**
 * The order of requests as far as it is about people's access: what only grants a person something comes before what
 * also takes from them, and that before what only takes. A request that waits for a failed one is skipped, so a failed
 * grant never leaves somebody with less.
 */
import type { OperationDraft } from './operation.js';

/** A compiled request with what it means for people's access. */
export interface Step<Mark extends string = string> extends OperationDraft {
  /** People who gain a role or a team by it. */
  readonly grants: readonly string[];
  /** People who stay in the organization and lose a role or a team by it. */
  readonly revokes: readonly string[];
  /** It is about people who were not read, so they may be anybody. */
  readonly grantsAnybody?: boolean;
  readonly revokesAnybody?: boolean;
  /** What else must be told of it for the order between kinds. */
  readonly marks: readonly Mark[];
}

export type StepInput<Mark extends string = string> = Omit<OperationDraft, 'needs' | 'retry'> &
  Partial<Pick<Step<Mark>, 'needs' | 'retry' | 'grants' | 'revokes' | 'grantsAnybody' | 'revokesAnybody' | 'marks'>>;

export function makeStep<Mark extends string>(input: StepInput<Mark>): Step<Mark> {
  return { needs: [], retry: 'safe', grants: [], revokes: [], marks: [], ...input };
}

/** Which step must wait for which. */
export interface Waits<Mark extends string> {
  readonly need: (later: Step<Mark>, earlier: Step<Mark>) => void;
  /** Every step with the mark `later` waits for every step with the mark `earlier`. */
  readonly after: (later: Mark, earlier: Mark) => void;
}

/** The requests with all that they need: their own needs, grants before revokes, and what `more` adds. */
export function orderAccess<Mark extends string>(
  steps: readonly Step<Mark>[],
  more: (waits: Waits<Mark>) => void,
): readonly OperationDraft[] {
  const waiting = steps.map((step) => ({ step, needs: new Set(step.needs) }));
  const needs = new Map(waiting.map((entry) => [entry.step.key, entry.needs]));
  const need = (later: Step<Mark>, earlier: Step<Mark>): void => {
    if (later.key !== earlier.key) needs.get(later.key)?.add(earlier.key);
  };
  const marked = (mark: Mark): Step<Mark>[] => steps.filter((step) => step.marks.includes(mark));
  grantBeforeRevoke(steps, need);
  more({
    need,
    after: (later, earlier) => {
      const first = marked(earlier);
      for (const step of marked(later)) for (const before of first) need(step, before);
    },
  });
  return waiting.map(({ step, needs: all }) => {
    const { grants: _1, revokes: _2, grantsAnybody: _3, revokesAnybody: _4, marks: _5, ...draft } = step;
    return { ...draft, needs: [...all].sort() };
  });
}

/** Only from a lower stage to a higher one, so that no circle can arise. */
function stage(step: Step): 'grant' | 'mixed' | 'revoke' | 'none' {
  const grants = step.grants.length > 0 || step.grantsAnybody === true;
  const revokes = step.revokes.length > 0 || step.revokesAnybody === true;
  if (grants) return revokes ? 'mixed' : 'grant';
  return revokes ? 'revoke' : 'none';
}

function grantBeforeRevoke<Mark extends string>(
  steps: readonly Step<Mark>[],
  need: (later: Step<Mark>, earlier: Step<Mark>) => void,
): void {
  const granting = new Map<string, { grant: Step<Mark>[]; mixed: Step<Mark>[] }>();
  const all: { grant: Step<Mark>[]; mixed: Step<Mark>[] } = { grant: [], mixed: [] };
  const toAnybody: { grant: Step<Mark>[]; mixed: Step<Mark>[] } = { grant: [], mixed: [] };
  for (const step of steps) {
    const kind = stage(step);
    if (kind !== 'grant' && kind !== 'mixed') continue;
    all[kind].push(step);
    if (step.grantsAnybody === true) toAnybody[kind].push(step);
    for (const person of step.grants) {
      const entry = granting.get(person) ?? { grant: [], mixed: [] };
      entry[kind].push(step);
      granting.set(person, entry);
    }
  }
  for (const step of steps) {
    const kind = stage(step);
    if (kind !== 'revoke' && kind !== 'mixed') continue;
    const entries =
      step.revokesAnybody === true
        ? [all]
        : [toAnybody, ...step.revokes.flatMap((person) => granting.get(person) ?? [])];
    for (const { grant, mixed } of entries) {
      for (const earlier of grant) need(step, earlier);
      if (kind === 'revoke') for (const earlier of mixed) need(step, earlier);
    }
  }
}
