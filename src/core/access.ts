/**
 * Who may get into an organization, how, and as what: questions, answers, and how an answer comes from a vendor's rules.
 *
 * A login has two halves. The passage: may this person prove who they are in this way? The entrance: does the
 * organization then take them, as a member, by an invitation, or just in time? It is allowed where both are.
 */
import type { Address } from './address.js';
import type { Change } from './change.js';
import type { Live, LiveResource } from './resource.js';

/** `unknown` only where what decides could not be read, or was not given. */
export type Verdict = 'yes' | 'no' | 'unknown';

export interface AccessQuestion {
  /** An e-mail address or user name; `*@acme.com` is anyone there whom the organization does not know. */
  readonly person: string;
  readonly method: string;
  /** The groups that the identity provider tells at a login; undefined where nobody said which. */
  readonly idpGroups: readonly string[] | undefined;
}

/** What decides, in words, and what it is: an address of the configuration or of a live object. */
export interface AccessReason {
  readonly text: string;
  readonly address: Address | undefined;
}

/** What the answer takes for granted although no public source settles it, where another truth would change it. */
export interface AccessAssumption {
  readonly id: string;
  readonly text: string;
}

/** What gives a role: `direct`, `team data-eng`, `group mapping admins`, `default role`, `JIT policy`, `invitation`. */
export interface RoleSource {
  readonly path: string;
  readonly address: Address | undefined;
}

export interface AccessRole {
  /** Empty for the organization itself; else the workspace, deployment or project. */
  readonly place: string;
  readonly role: string;
  readonly sources: readonly RoleSource[];
}

export interface Passage {
  readonly verdict: Verdict;
  /** By name; undefined where none is asked. */
  readonly identityProvider: string | undefined;
  readonly reasons: readonly AccessReason[];
  readonly assumptions: readonly AccessAssumption[];
}

export type AccessPath = 'member' | 'invitation' | 'jit';

export interface Entrance {
  readonly verdict: Verdict;
  /** Undefined where there is none. */
  readonly path: AccessPath | undefined;
  readonly roles: readonly AccessRole[];
  /** Roles that depend on what is not known: each source says on what. */
  readonly possibleRoles: readonly AccessRole[];
  readonly reasons: readonly AccessReason[];
  readonly assumptions: readonly AccessAssumption[];
}

export interface AccessAnswer {
  readonly allowed: Verdict;
  readonly method: string;
  readonly identityProvider: string | undefined;
  readonly path: AccessPath | undefined;
  /** Past the identity provider on purpose: no way to rely on. */
  readonly bypass: boolean;
  readonly roles: readonly AccessRole[];
  readonly possibleRoles: readonly AccessRole[];
  readonly reasons: readonly AccessReason[];
  readonly assumptions: readonly AccessAssumption[];
}

/** An object of an organization as it is, or as it will be once a plan's changes are made. */
export interface StateResource extends LiveResource {
  readonly address: Address;
  /** What makes it so; undefined where it is as live. */
  readonly change: Change | undefined;
}

export interface AccessState<Facts = unknown> {
  /** The organization's name in the configuration: the first part of its addresses. */
  readonly name: string;
  /** The vendor's id. */
  readonly id: string;
  readonly live: Live<Facts>;
  readonly resources: readonly StateResource[];
  /** What the plan takes away, as it is live. */
  readonly deleted: readonly StateResource[];
  /** The other organizations of the same vendor, which may hold what this one shares. */
  readonly peers: readonly Pick<AccessState<Facts>, 'live' | 'resources' | 'deleted'>[];
}

/** A vendor's rules about logins and roles; pure. */
export interface AccessRules<Facts = unknown> {
  /** In the vendor's order. */
  readonly methods: readonly AccessMethod[];
  /** Those of the organization itself that own it. */
  readonly ownerRoles?: readonly string[];
  /** Whether who has `role` can do all that `other` gives in the same place, so that nothing is gained by having both. */
  holds?(role: string, other: string): boolean;
  /** Looks at a state once, so that many questions can follow. The state must have been read whole. */
  open(state: AccessState<Facts>): AccessView;
}

export interface AccessMethod {
  readonly name: string;
  /** Goes past the identity provider. */
  readonly bypass?: true;
}

export interface AccessView {
  passage(person: string, method: string): Passage;
  entrance(question: AccessQuestion): Entrance;
  /** Everybody whom the organization knows, sorted. */
  readonly people: readonly string[];
  /** E-mail domains whose people may come without an invitation, or have rules of their own; sorted. */
  readonly domains: readonly string[];
}

/** Asked of everybody by every method, so it is written for speed: no copies of what is there already. */
export function askAccess(rules: AccessRules, view: AccessView, question: AccessQuestion): AccessAnswer {
  const { method } = question;
  const passage = view.passage(question.person, method);
  const entrance = view.entrance(question);
  const allowed = both(passage.verdict, entrance.verdict);
  const isRefused = allowed === 'no';
  // What already refuses needs no more reasons, and no assumption about the rest.
  const refusing = passage.verdict === 'no' ? passage : entrance;
  return {
    allowed,
    method,
    identityProvider: passage.identityProvider,
    path: isRefused ? undefined : entrance.path,
    bypass: rules.methods.find(({ name }) => name === method)?.bypass === true,
    roles: isRefused ? [] : entrance.roles,
    possibleRoles: isRefused ? [] : entrance.possibleRoles,
    reasons: isRefused ? refusing.reasons : passage.reasons.concat(entrance.reasons),
    assumptions: isRefused ? refusing.assumptions : together(passage.assumptions, entrance.assumptions),
  };
}

function together<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : one.concat(other);
}

/** One refusal is enough; one doubt leaves it open. */
export function both(one: Verdict, other: Verdict): Verdict {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' && other === 'yes' ? 'yes' : 'unknown';
}

export function domainOfPerson(person: string): string {
  return person.slice(person.lastIndexOf('@') + 1).toLowerCase();
}

/** `Analytics: WORKSPACE_OWNER`, or the role alone where it is one of the organization. */
export function roleText({ place, role }: Pick<AccessRole, 'place' | 'role'>): string {
  return place === '' ? role : `${place}: ${role}`;
}
