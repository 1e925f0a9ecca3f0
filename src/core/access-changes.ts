/** What a plan does to people's access: who gains and who loses what, and by which of its changes. */
import { askAccess, domainOfPerson, roleText, type AccessAnswer, type AccessRole, type Verdict } from './access.js';
import type { AccessSight } from './access-sight.js';
import { addressesBehind, type Causes } from './access-causes.js';
import { heldRoles } from './held-roles.js';
import { compareText } from './json.js';
import type { AccessChange, AccessChangeWord } from './plan-document.js';
import type { Provider } from './provider.js';
import { roleChanges, rolesOf, type RoleChange } from './role-changes.js';

export interface AccessComparison {
  readonly organization: string;
  readonly sight: AccessSight;
  readonly causes: Causes;
  readonly provider: Pick<Provider, 'isPrivilegedRole' | 'kinds'>;
  /** The groups that the identity provider tells at a login; undefined where nobody said which. */
  readonly idpGroups: readonly string[] | undefined;
}

/**
 * Sorted by person, then by change. `*@acme.com` is anyone there whom the organization does not know, `*` everybody whom
 * it does know. What only may be so, because it depends on what could not be read or is not known, is `possible`.
 */
export function accessChanges(comparison: AccessComparison): readonly AccessChange[] {
  const { before, after } = comparison.sight;
  const domains = [...new Set([...before.domains, ...after.domains])];
  const strangers = new Map(domains.map((domain) => [domain, strangerChanges(comparison, domain)]));
  const people = [...new Set([...before.people, ...after.people])];
  const holding = rolesHeldNow(comparison);
  const known = people.map((person) =>
    personChanges(comparison, person, strangers.get(domainOfPerson(person)), () => holding(person)),
  );
  return [
    ...[...strangers.values()].flatMap(({ changes }) => changes),
    ...known.flatMap(({ changes }) => changes),
    ...bypassChanges(known),
  ].sort((a, b) => compareText(a.person, b.person) || compareText(a.change, b.change));
}

interface Sides {
  readonly before: readonly AccessAnswer[];
  readonly after: readonly AccessAnswer[];
}

interface Stranger {
  readonly changes: readonly AccessChange[];
  /** What anyone there gets or loses, so that it need not be said of each. */
  readonly roles: readonly RoleChange[];
}

function strangerChanges(comparison: AccessComparison, domain: string): Stranger {
  const person = `*@${domain}`;
  const sides = ordinary(ask(comparison, person));
  const roles = roleChanges(sides, comparison.sight.rules);
  const [was, willBe] = [best(sides.before), best(sides.after)];
  if (was === willBe) return { changes: roles.map((change) => roleEntry(comparison, person, change, sides)), roles };
  const gains = strength(willBe) > strength(was);
  const may = (answers: readonly AccessAnswer[]): readonly AccessRole[] => {
    const { certain, possible } = rolesOf(answers);
    return [...certain.values(), ...possible.values()];
  };
  const change = entry(comparison, gains ? 'gains_jit' : 'loses_jit', person, sides, {
    before: texts(may(sides.before)),
    after: texts(may(sides.after)),
    possible: !isCertain(was, willBe),
    roles: may(gains ? sides.after : sides.before),
  });
  // That nobody joins any more says nothing of what members lose.
  return { changes: [change], roles: gains ? roles : [] };
}

interface Known {
  readonly changes: readonly AccessChange[];
  /** Undefined for somebody whom it does not concern; not told of who comes or goes, of whom that says enough. */
  readonly bypass: { readonly change: AccessChange | undefined; readonly isTold: boolean } | undefined;
}

function personChanges(
  comparison: AccessComparison,
  person: string,
  stranger: Stranger | undefined,
  holding: () => readonly string[],
): Known {
  const all = ask(comparison, person);
  const sides = ordinary(all);
  const [was, willBe] = [best(sides.before), best(sides.after)];
  const changes: AccessChange[] = [];
  const isOut = isOutUntilJoining(sides);
  if (was !== willBe || isOut) {
    const gains = strength(willBe) > strength(was);
    changes.push(
      entry(comparison, gains ? 'gains_login' : 'loses_login', person, sides, {
        before: methodsOf(sides.before),
        after: methodsOf(sides.after),
        possible: isOut || !isCertain(was, willBe),
      }),
    );
  } else if (was !== 'no') {
    changes.push(...methodChanges(comparison, person, sides));
  }
  for (const change of roleChanges(sides, comparison.sight.rules)) {
    const isSaid = change.possible && stranger?.roles.some((other) => isSaidBy(change, other)) === true;
    // What anyone may lose is said of those, too, who have it now: that is more than a possibility.
    const told = isSaid ? { ...change, roles: change.gains ? [] : held(change.roles, holding()) } : change;
    if (told.roles.length > 0) changes.push(roleEntry(comparison, person, told, sides));
  }
  // Who has no other way in loses all of it with the link.
  const hasOnlyBypass = was === 'no' && willBe === 'no' && [...all.before, ...all.after].some(isPassing);
  const stays = (was !== 'no' && willBe !== 'no' && !isOut) || hasOnlyBypass;
  const change = bypassChange(comparison, person, all);
  // Who gets another way in for the link loses it as everybody does.
  const isExchanged = was === 'no' && willBe !== 'no' && change?.change === 'loses_bypass';
  return { changes, bypass: stays || isExchanged ? { change, isTold: stays } : undefined };
}

/** No member any more, but may become one again just in time: whether they do is theirs to say. */
function isOutUntilJoining({ before, after }: Sides): boolean {
  const ways = after.filter(({ allowed }) => allowed !== 'no');
  return (
    ways.length > 0 &&
    ways.every(({ path }) => path === 'jit') &&
    before.some(({ allowed, path }) => allowed !== 'no' && path !== 'jit')
  );
}

function isPassing({ allowed }: AccessAnswer): boolean {
  return allowed !== 'no';
}

function held(roles: readonly AccessRole[], now: readonly string[]): readonly AccessRole[] {
  return roles.filter(({ role }) => now.includes(role));
}

/** The roles that a membership has as it was read, whatever a login makes of them. */
function rolesHeldNow({ sight, provider }: AccessComparison): (person: string) => readonly string[] {
  const shapes = new Map(
    provider.kinds.flatMap(({ kind, collection, shape }) => (collection === 'members' ? [[kind, shape] as const] : [])),
  );
  const members = new Map(
    sight.live.resources.flatMap((resource) => (shapes.has(resource.kind) ? [[resource.name, resource] as const] : [])),
  );
  return (person) => {
    const member = members.get(person);
    return member === undefined ? [] : heldRoles(member.attributes, shapes.get(member.kind));
  };
}

function isSaidBy(change: RoleChange, other: RoleChange): boolean {
  const said = new Set(texts(other.roles));
  return change.gains === other.gains && texts(change.roles).every((text) => said.has(text));
}

function methodChanges(comparison: AccessComparison, person: string, sides: Sides): readonly AccessChange[] {
  const pairs = sides.before.flatMap((was) => {
    const willBe = sides.after.find(({ method }) => method === was.method);
    return willBe === undefined || willBe.allowed === was.allowed ? [] : [{ was, willBe }];
  });
  return ([true, false] as const).flatMap((gains) => {
    const mine = pairs.filter(({ was, willBe }) => strength(willBe.allowed) > strength(was.allowed) === gains);
    if (mine.length === 0) return [];
    const about = { before: mine.map(({ was }) => was), after: mine.map(({ willBe }) => willBe) };
    return entry(comparison, gains ? 'gains_method' : 'loses_method', person, about, {
      before: methodsOf(sides.before),
      after: methodsOf(sides.after),
      possible: !mine.some(({ was, willBe }) => isCertain(was.allowed, willBe.allowed)),
    });
  });
}

/** Past the identity provider: by which of these ways makes no difference. */
function bypassChange(comparison: AccessComparison, person: string, all: Sides): AccessChange | undefined {
  const sides = { before: all.before.filter(({ bypass }) => bypass), after: all.after.filter(({ bypass }) => bypass) };
  const [was, willBe] = [best(sides.before), best(sides.after)];
  if (was === willBe) return undefined;
  const gains = strength(willBe) > strength(was);
  return entry(comparison, gains ? 'gains_bypass' : 'loses_bypass', person, sides, {
    before: methodsOf(sides.before),
    after: methodsOf(sides.after),
    possible: !isCertain(was, willBe),
  });
}

/** Said once where it is so for everybody who stays. */
function bypassChanges(known: readonly Known[]): readonly AccessChange[] {
  const staying = known.flatMap(({ bypass }) => bypass ?? []);
  const changes = staying.flatMap(({ change }) => change ?? []);
  const [first] = changes;
  const isSame = ({ change, possible, because }: AccessChange): boolean =>
    change === first?.change && possible === first.possible && because.join('\n') === first.because.join('\n');
  return first !== undefined && changes.length === staying.length && changes.every(isSame)
    ? [{ ...first, person: '*' }]
    : staying.flatMap(({ change, isTold }) => (isTold && change !== undefined ? [change] : []));
}

function roleEntry(comparison: AccessComparison, person: string, change: RoleChange, sides: Sides): AccessChange {
  const { gains, roles, possible } = change;
  return entry(comparison, gains ? 'gains_role' : 'loses_role', person, sides, {
    before: texts([...rolesOf(sides.before).certain.values()]),
    after: texts([...rolesOf(sides.after).certain.values()]),
    possible,
    roles,
  });
}

interface EntryParts {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly possible: boolean;
  /** Those gained or lost. */
  readonly roles?: readonly AccessRole[];
}

function entry(
  { organization, causes, provider }: AccessComparison,
  change: AccessChangeWord,
  person: string,
  sides: Sides,
  { before, after, possible, roles }: EntryParts,
): AccessChange {
  const isGain = change.startsWith('gains_');
  const privileged = texts((roles ?? []).filter(({ role }) => provider.isPrivilegedRole?.(role) === true));
  const assumes = [...sides.before, ...sides.after].flatMap(({ assumptions }) => assumptions.map(({ text }) => text));
  return {
    organization,
    person,
    change,
    before,
    after,
    because: addressesBehind({ person, isGain, roles: roles ?? [], ...sides }, causes),
    ...(possible && { possible: true }),
    ...(roles !== undefined && { roles: texts(roles) }),
    ...(privileged.length > 0 && { privileged }),
    ...(assumes.length > 0 && { assumes: [...new Set(assumes)].sort(compareText) }),
  };
}

function ask({ sight: { rules, before, after }, idpGroups }: AccessComparison, person: string): Sides {
  const questions = rules.methods.map(({ name: method }) => ({ person, method, idpGroups }));
  return {
    before: questions.map((question) => askAccess(rules, before, question)),
    after: questions.map((question) => askAccess(rules, after, question)),
  };
}

/** Without the ways past the identity provider, on which nobody is to rely. */
function ordinary({ before, after }: Sides): Sides {
  return { before: before.filter(({ bypass }) => !bypass), after: after.filter(({ bypass }) => !bypass) };
}

function best(answers: readonly AccessAnswer[]): Verdict {
  if (answers.some(({ allowed }) => allowed === 'yes')) return 'yes';
  return answers.some(({ allowed }) => allowed === 'unknown') ? 'unknown' : 'no';
}

const strengths: Readonly<Record<Verdict, number>> = { no: 0, unknown: 1, yes: 2 };

function strength(verdict: Verdict): number {
  return strengths[verdict];
}

function isCertain(was: Verdict, willBe: Verdict): boolean {
  return was !== 'unknown' && willBe !== 'unknown';
}

function methodsOf(answers: readonly AccessAnswer[]): readonly string[] {
  return answers.filter(({ allowed }) => allowed !== 'no').map(({ method }) => method);
}

function texts(roles: readonly AccessRole[]): readonly string[] {
  return [...new Set(roles.map(roleText))].sort(compareText);
}
