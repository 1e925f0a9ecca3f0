/** What a plan does to people's access, for its readers: one entry a person and change, what costs somebody access first. */
import type { AccessChange, PlanDocument } from '../../core/plan-document.js';
import { compareText } from '../../core/json.js';
import { nested, phrase, type Phrase } from './phrase.js';

export interface AccessEntry {
  readonly change: AccessChange;
  readonly isLoss: boolean;
  readonly title: Phrase;
  /** From what to what, what it takes for granted, and what causes it. */
  readonly notes: readonly Phrase[];
}

/** Roles that come or go together with the login are told with it. */
export function accessEntries({ access_changes }: Pick<PlanDocument, 'access_changes'>): readonly AccessEntry[] {
  const roles = new Map<string, AccessChange[]>();
  const logins = new Set<string>();
  for (const change of access_changes) {
    if (isRole(change)) roles.set(keyOf(change), [...(roles.get(keyOf(change)) ?? []), change]);
    else if (isLogin(change)) logins.add(keyOf(change));
  }
  return access_changes
    .filter((change) => !(isRole(change) && logins.has(keyOf(change))))
    .map((change) => ({ change, withLogin: isLogin(change) ? (roles.get(keyOf(change)) ?? []) : [] }))
    .map((each) => ({ ...each, weight: weightOf(each.change, each.withLogin) }))
    .sort((a, b) => a.weight - b.weight || compareText(a.change.organization, b.change.organization))
    .map(({ change, withLogin }) => entry(change, withLogin));
}

function entry(change: AccessChange, withLogin: readonly AccessChange[]): AccessEntry {
  const { organization, because, assumes = [] } = change;
  return {
    change,
    isLoss: change.change.startsWith('loses_'),
    title: phrase`${organization}: ${nested(titleOf(change, withLogin))}`,
    notes: [
      ...sidesOf(change),
      ...(because.length === 0 ? [] : [phrase`because of ${because}`]),
      ...assumes.map((text) => phrase`taken for granted: ${text}`),
    ],
  };
}

function titleOf(change: AccessChange, withLogin: readonly AccessChange[]): Phrase {
  const { person, before, after, possible, roles = [] } = change;
  const may = possible === true;
  const who = whoOf(person);
  const gains = nested([{ words: may ? 'may gain' : 'gains' }]);
  const loses = nested([{ words: may ? 'may lose' : 'loses' }]);
  const as = nested(rolesWith(withLogin));
  switch (change.change) {
    case 'loses_login':
      return after.length === 0
        ? phrase`${who} ${loses} login (${before}${as})`
        : phrase`${who} ${loses} login (${before}${as}), and may come back by ${after}`;
    case 'gains_login':
      return phrase`${who} ${gains} login (${after}${as})`;
    case 'loses_method':
      return phrase`${who} ${loses} ${without(before, after)}, and logs in by ${after}`;
    case 'gains_method':
      return phrase`${who} ${gains} ${without(after, before)}`;
    case 'gains_role':
      return isAnyone(person) ? phrase`${who} who joins ${gains} ${roles}` : phrase`${who} ${gains} ${roles}`;
    case 'loses_role':
      return isAnyone(person) ? phrase`${who} who joins ${loses} ${roles}` : phrase`${who} ${loses} ${roles}`;
    case 'gains_jit':
      return phrase`${who} ${nested([{ words: may ? 'perhaps may join' : 'may join' }])} as ${after}`;
    case 'loses_jit':
      return phrase`${who} ${nested([{ words: may ? 'perhaps may join no more' : 'may join no more' }])}`;
    case 'gains_bypass':
      return phrase`${who} ${gains} the bypass link`;
    case 'loses_bypass':
      return phrase`${who} ${loses} the bypass link`;
  }
}

/** What is certain, and after it what only may be. */
function rolesWith(changes: readonly AccessChange[]): Phrase {
  return changes.flatMap(({ roles = [], possible }, index) => {
    const perhaps = nested(possible === true ? [{ words: 'perhaps ' }] : []);
    return index === 0 ? phrase` as ${perhaps}${roles}` : phrase`, ${perhaps}${roles}`;
  });
}

function sidesOf({ change, before, after }: AccessChange): readonly Phrase[] {
  if (change !== 'gains_role' && change !== 'loses_role') return [];
  if (before.join('\n') === after.join('\n')) return [];
  return [phrase`${nested(side(before))} to ${nested(side(after))}`];
}

function side(values: readonly string[]): Phrase {
  return values.length === 0 ? phrase`nothing` : phrase`${values}`;
}

function whoOf(person: string): { readonly phrase: Phrase } {
  if (person === '*') return nested(phrase`everybody`);
  return nested(isAnyone(person) ? phrase`anyone ${person.slice(1)}` : phrase`${person}`);
}

export function isAnyone(person: string): boolean {
  return person.startsWith('*@');
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const rest = some.filter((each) => !others.includes(each));
  // Where a method only became less certain, it is on both sides.
  return rest.length === 0 ? some : rest;
}

function isRole({ change }: AccessChange): boolean {
  return change === 'gains_role' || change === 'loses_role';
}

function isLogin({ change }: AccessChange): boolean {
  return change === 'gains_login' || change === 'loses_login';
}

/** Of one direction, certain or not: what belongs together. */
function keyOf({ organization, person, change }: AccessChange): string {
  return `${organization}\n${person}\n${change.split('_')[0] ?? ''}`;
}

function weightOf({ change, privileged }: AccessChange, withLogin: readonly AccessChange[]): number {
  const isPrivileged =
    privileged !== undefined || (change === 'gains_login' && withLogin.some((roles) => roles.privileged !== undefined));
  switch (change) {
    case 'loses_login':
      return 0;
    case 'gains_jit':
      return 1;
    case 'gains_login':
    case 'gains_role':
      return isPrivileged ? 1 : 4;
    case 'gains_bypass':
      return 2;
    case 'loses_role':
      return isPrivileged ? 3 : 5;
    case 'loses_method':
      return 3;
    case 'loses_jit':
    case 'loses_bypass':
    case 'gains_method':
      return 5;
  }
}
