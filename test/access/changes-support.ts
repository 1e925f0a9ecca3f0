/**
 * What a plan says of people's access against what their logins show: before and after the apply, everybody tries every
 * method, and the difference is worked out here, from the vendors' rules of which role holds which and nothing else.
 */
import { expect } from 'vitest';
import type { AccessChange, AccessChangeWord, PlanDocument } from '../../src/core/plan-document.js';
import type { TestBed } from '../support/test-bed.js';
import { rehearse } from './support.js';

/** By whichever method but a bypass. */
export interface Seen {
  readonly methods: readonly string[];
  readonly roles: ReadonlySet<string>;
  readonly bypass: boolean;
}

export type Sight = ReadonlyMap<string, Seen>;

export interface Logins {
  readonly organization: string;
  readonly people: readonly string[];
  readonly methods: readonly string[];
  readonly idpGroups?: readonly string[] | undefined;
  /** Roles that the sandbox does not tell with a login. */
  readonly more?: (person: string) => readonly string[];
}

export async function tryLogins(
  bed: TestBed,
  { organization, people, methods, idpGroups, more = () => [] }: Logins,
): Promise<Sight> {
  const sight = new Map<string, Seen>();
  for (const person of people) {
    const open: string[] = [];
    const roles = new Set<string>();
    let bypass = false;
    for (const method of methods) {
      const outcome = await rehearse(bed, { id: organization }, { person, method, idpGroups });
      if (!outcome.allowed) continue;
      if (method === 'bypass') {
        bypass = true;
        continue;
      }
      open.push(method);
      for (const role of [...outcome.roles, ...(outcome.provisioned ? [] : more(person))]) roles.add(role);
    }
    sight.set(person, { methods: open, roles, bypass });
  }
  return sight;
}

export interface Comparison {
  readonly plan: PlanDocument;
  readonly organization: string;
  readonly before: Sight;
  readonly after: Sight;
  /** Whom the organization knows, before or after; everybody else in the sights is a stranger. */
  readonly known: ReadonlySet<string>;
  /** `place: ROLE` or `ROLE`, as `roleText` writes it. */
  readonly holds: (role: string, other: string) => boolean;
  /** Whether the plan knows what groups a login tells; otherwise whoever joins may have the roles of any. */
  readonly knowsGroups: boolean;
  /** Whether several identity providers have the person's domain, so that nobody can tell which one's bypass it is. */
  readonly isShared?: (person: string) => boolean;
}

export interface Tally {
  /** People of whom the plan says only what is certain, and of whom it says something that may be. */
  certain: number;
  possible: number;
}

export function noTally(): Tally {
  return { certain: 0, possible: 0 };
}

interface Difference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Gained or lost; of a login and a bypass none. */
  readonly roles: readonly string[];
  /** Need not be told: a bypass is told of who neither comes nor goes, and the plan cannot know whether this person does, or whose it is. */
  readonly isOptional?: boolean;
}

/**
 * Of each person in the sights; whoever is told of something that may be is counted, since either is right then. Gives
 * the real differences that the plan says nothing about.
 */
export function compareChanges(comparison: Comparison, tally: Tally): readonly string[] {
  const untold: string[] = [];
  const { plan, organization, before, after, known } = comparison;
  const mine = plan.access_changes.filter((change) => change.organization === organization);
  const changed = new Set(plan.resource_changes.map(({ address }) => address));
  for (const change of mine) {
    expect(change.because, JSON.stringify(change)).not.toEqual([]);
    expect(
      change.because.filter((address) => !changed.has(address)),
      JSON.stringify(change),
    ).toEqual([]);
    expect((change.privileged ?? []).filter((role) => change.roles?.includes(role) !== true)).toEqual([]);
  }
  const all = mine.find(({ person }) => person === '*');
  const leavesOpen = !comparison.knowsGroups || mine.some(isPossible);
  for (const [person, was] of before) {
    const willBe = after.get(person) ?? was;
    const isKnown = known.has(person);
    const anyone = `*@${person.slice(person.indexOf('@') + 1)}`;
    const ofAnyone = mine.filter((change) => change.person === anyone);
    const said = isKnown ? mine.filter((change) => change.person === person) : ofAnyone;
    const mayStay =
      !comparison.knowsGroups || said.some((entry) => isPossible(entry) && /_login|_method/.test(entry.change));
    const real = isKnown
      ? knownDifferences(comparison, was, willBe, mayStay || comparison.isShared?.(person) === true)
      : strangerDifferences(comparison, was, willBe);
    const isOut = was.methods.length + willBe.methods.length === 0;
    const stays = isOut ? was.bypass || willBe.bypass : was.methods.length > 0 && willBe.methods.length > 0;
    const entries = isKnown && stays && all !== undefined ? [...said, all] : said;
    const about = JSON.stringify({ person, was: shown(was), willBe: shown(willBe), entries, real: [...real] });
    expectTrue(entries, real, about, comparison.knowsGroups);
    if (entries.some(({ possible }) => possible === true)) tally.possible += 1;
    else if (entries.length > 0) tally.certain += 1;
    // Of roles that may be, what is said of anyone there is not repeated.
    const ofAll = isKnown && leavesOpen ? ofAnyone.flatMap(asRole) : [];
    const told = [...entries, ...ofAll];
    // Without the groups, one role for another shows as what some may gain, or as what some may lose.
    if (!comparison.knowsGroups && told.some(({ roles, possible }) => roles !== undefined && possible)) continue;
    untold.push(...untoldOf(told, real, about));
  }
  return untold;
}

/** Whatever is certain is so. */
function expectTrue(
  entries: readonly AccessChange[],
  real: ReadonlyMap<AccessChangeWord, Difference>,
  about: string,
  knowsGroups: boolean,
): void {
  for (const entry of entries.filter((each) => !isPossible(each))) {
    const difference = real.get(entry.change);
    expect(difference, `${entry.change} is no real one: ${about}`).toBeDefined();
    if (difference === undefined) continue;
    const mayBe = entries.filter((other) => other.change === entry.change && isPossible(other));
    const open = new Set(mayBe.flatMap(({ roles = [] }) => roles));
    const isOneOfMany = !knowsGroups && entry.change.endsWith('_jit');
    if (entry.roles !== undefined) {
      expect(
        isOneOfMany ? [] : entry.roles.filter((role) => !difference.roles.includes(role)),
        `roles that do not change: ${about}`,
      ).toEqual([]);
      expect(
        knowsGroups ? difference.roles.filter((role) => entry.roles?.includes(role) !== true && !open.has(role)) : [],
        `roles that are not told: ${about}`,
      ).toEqual([]);
    }
    if (knowsGroups && !entries.some(isPossible)) {
      expect(entry.before, about).toEqual(difference.before);
      expect(entry.after, about).toEqual(difference.after);
    }
  }
}

/** Whatever is so is to be told, as certain or as what may be. */
function untoldOf(
  entries: readonly AccessChange[],
  real: ReadonlyMap<AccessChangeWord, Difference>,
  about: string,
): readonly string[] {
  return [...real].flatMap(([word, { roles, isOptional }]) => {
    if (isOptional === true) return [];
    const same = entries.filter(({ change }) => change === word);
    // Where whether somebody gets in is not known on either side, only the roles tell that something changes.
    const near = entries.filter(
      (entry) => isPossible(entry) && (wayOf(entry.change) === wayOf(word) || tellsMethods(entry, word)),
    );
    if (same.length === 0 && near.length === 0) return [`${word} is not told: ${about}`];
    const told = new Set(same.flatMap((entry) => entry.roles ?? []));
    const rest = same.every(isPossible) ? [] : roles.filter((role) => !told.has(role));
    return rest.length === 0 ? [] : [`${word} of ${rest.join()} is not told: ${about}`];
  });
}

function asRole(change: AccessChange): readonly AccessChange[] {
  if (change.change === 'gains_jit') return [{ ...change, change: 'gains_role', possible: true }];
  return change.change === 'loses_jit' ? [] : [{ ...change, possible: true }];
}

function isPossible({ possible }: AccessChange): boolean {
  return possible === true;
}

/** The methods on both sides, whichever way the login may go. */
function tellsMethods({ change }: AccessChange, word: AccessChangeWord): boolean {
  return word.endsWith('_method') && change.endsWith('_login');
}

function wayOf(word: AccessChangeWord): string {
  return word.startsWith('gains_') ? 'gains' : 'loses';
}

function knownDifferences(
  { holds }: Pick<Comparison, 'holds'>,
  was: Seen,
  willBe: Seen,
  mayDiffer: boolean,
): ReadonlyMap<AccessChangeWord, Difference> {
  const found = new Map<AccessChangeWord, Difference>();
  const sides = { before: was.methods, after: willBe.methods, roles: [] };
  const stays = was.methods.length > 0 && willBe.methods.length > 0;
  if (stays) {
    if (willBe.methods.some((method) => !was.methods.includes(method))) found.set('gains_method', sides);
    if (was.methods.some((method) => !willBe.methods.includes(method))) found.set('loses_method', sides);
  } else if (was.methods.length > 0) found.set('loses_login', sides);
  else if (willBe.methods.length > 0) found.set('gains_login', sides);
  // Who has no other way in on either side stays out but for it.
  const isOnlyWay = was.methods.length === 0 && willBe.methods.length === 0;
  if (willBe.bypass !== was.bypass && (stays || isOnlyWay || mayDiffer)) {
    const sight = ({ bypass }: Seen): string[] => (bypass ? ['bypass'] : []);
    const bypass = { before: sight(was), after: sight(willBe), roles: [], isOptional: mayDiffer };
    found.set(willBe.bypass ? 'gains_bypass' : 'loses_bypass', bypass);
  }
  return new Map([...found, ...roleDifferences(holds, was, willBe)]);
}

/** Anyone on a domain either joins just in time or does not; the roles are told with that. */
function strangerDifferences(
  { holds }: Pick<Comparison, 'holds'>,
  was: Seen,
  willBe: Seen,
): ReadonlyMap<AccessChangeWord, Difference> {
  const [joined, joins] = [was.methods.length > 0, willBe.methods.length > 0];
  if (joined === joins) return roleDifferences(holds, was, willBe);
  const roles = sorted(joins ? willBe.roles : was.roles);
  return new Map([
    [joins ? 'gains_jit' : 'loses_jit', { before: sorted(was.roles), after: sorted(willBe.roles), roles }],
  ]);
}

function roleDifferences(
  holds: Comparison['holds'],
  was: Seen,
  willBe: Seen,
): ReadonlyMap<AccessChangeWord, Difference> {
  const beside = (roles: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
    sorted(roles).filter((role) => !others.has(role) && ![...others].some((other) => holds(other, role)));
  const sides = { before: sorted(was.roles), after: sorted(willBe.roles) };
  const [gained, lost] = [beside(willBe.roles, was.roles), beside(was.roles, willBe.roles)];
  return new Map<AccessChangeWord, Difference>([
    ...(gained.length > 0 ? [['gains_role', { ...sides, roles: gained }] as const] : []),
    ...(lost.length > 0 ? [['loses_role', { ...sides, roles: lost }] as const] : []),
  ]);
}

function sorted(roles: Iterable<string>): string[] {
  return [...roles].sort();
}

function shown({ roles, ...seen }: Seen): object {
  return { ...seen, roles: [...roles] };
}

/** `Analytics: WORKSPACE_OWNER` to its two parts. */
export function placeAndRole(text: string): readonly [string, string] {
  const at = text.lastIndexOf(': ');
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 2)];
}
