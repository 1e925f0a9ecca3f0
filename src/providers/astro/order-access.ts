/**
 * What each request waits for, so that nobody who keeps access loses it on the way:
 * - what only grants a person something comes before what also takes from them, and that before what only takes;
 * - ownership is given before it is taken;
 * - teams are shaped while SCIM is off: after it is switched off, before it is switched on.
 * A request that waits for a failed one is skipped, so a failed grant never leaves somebody with less.
 */
import type { OperationDraft } from '../../core/operation.js';
import type { Step, StepMark } from './step.js';

export function orderAccess(steps: readonly Step[]): readonly OperationDraft[] {
  const needs = new Map<string, Set<string>>(steps.map((step) => [step.key, new Set(step.needs)]));
  const need = (later: Step, earlier: Step): void => {
    if (later.key !== earlier.key) needs.get(later.key)?.add(earlier.key);
  };
  const marked = (mark: StepMark): Step[] => steps.filter((step) => step.marks.includes(mark));

  grantBeforeRevoke(steps, need);
  for (const demotion of marked('demotes-owner')) {
    for (const promotion of marked('promotes-owner')) need(demotion, promotion);
  }
  for (const shape of marked('team-shape')) {
    for (const off of marked('scim-off')) need(shape, off);
    for (const on of marked('scim-on')) need(on, shape);
  }
  // SCIM presupposes a configured identity provider.
  for (const on of marked('scim-on')) {
    for (const sso of marked('sso-on')) need(on, sso);
  }
  const known = new Set(needs.keys());
  return steps.map(({ grants: _grants, revokes: _revokes, marks: _marks, ...draft }) => ({
    ...draft,
    needs: [...(needs.get(draft.key) ?? [])].filter((key) => known.has(key)).sort(),
  }));
}

/** Only from a lower stage to a higher one, so that no circle can arise. */
function stage(step: Step): 'grant' | 'mixed' | 'revoke' | 'none' {
  if (step.grants.length > 0) return step.revokes.length > 0 ? 'mixed' : 'grant';
  return step.revokes.length > 0 ? 'revoke' : 'none';
}

function grantBeforeRevoke(steps: readonly Step[], need: (later: Step, earlier: Step) => void): void {
  const granting = new Map<string, { grant: Step[]; mixed: Step[] }>();
  for (const step of steps) {
    const kind = stage(step);
    if (kind !== 'grant' && kind !== 'mixed') continue;
    for (const person of step.grants) {
      const entry = granting.get(person) ?? { grant: [], mixed: [] };
      entry[kind].push(step);
      granting.set(person, entry);
    }
  }
  for (const step of steps) {
    const kind = stage(step);
    if (kind !== 'revoke' && kind !== 'mixed') continue;
    for (const person of step.revokes) {
      const entry = granting.get(person);
      for (const earlier of entry?.grant ?? []) need(step, earlier);
      if (kind === 'revoke') for (const earlier of entry?.mixed ?? []) need(step, earlier);
    }
  }
}
