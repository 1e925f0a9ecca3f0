/**
 * Whether the way to what a plan wants takes access, for a while, from somebody who has it before and afterwards.
 *
 * Every request that matters to a person is looked at: those of the organization's login settings, and those of their own
 * membership and teams. Whoever differs in nothing that decides, and whom no request of their own concerns, is looked at
 * once for all.
 */
import { askAccess, domainOfPerson, roleText, type AccessAnswer, type AccessRules } from './access.js';
import type { ChangedOrganization } from './access-sight.js';
import type { Change } from './change.js';
import { changesSoFar, servingOf, type Serving } from './changes-so-far.js';
import type { Diagnostic } from './diagnostics.js';
import { textList } from './diff.js';
import { compareText } from './json.js';
import { openAccess } from './open-access.js';
import type { Operation } from './operation.js';
import { memberFields } from './planned-state.js';
import type { KindSpec } from './provider.js';
import type { Live, LiveResource } from './resource.js';
import { isHeld, roleChanges, rolesOf } from './role-changes.js';

export interface TransientInput {
  /** Read whole. */
  readonly live: Live;
  readonly organization: ChangedOrganization;
  /** Others that it shares something with; of their changes only those that concern it. */
  readonly peers: readonly ChangedOrganization[];
  readonly rules: AccessRules;
  /** Those whose people may join without being known. */
  readonly domains: readonly string[];
  /** Of all organizations, in order. */
  readonly operations: readonly Operation[];
  readonly idpGroups: readonly string[] | undefined;
}

export function transientLosses(input: TransientInput): readonly Diagnostic[] {
  const { organization, peers, operations } = input;
  const serving = servingOf(operations);
  const index = indexPeople(input);
  const shared = [...index.settings, ...peers.flatMap(({ changes }) => changes)];
  const common = [...new Set(positionsOf(shared, serving))];
  const losses = new Map<string, Loss & { readonly people: string[] }>();
  for (const [people, own] of index.alike(common.length)) {
    const [person] = people;
    if (person === undefined) continue;
    // Who is removed and may come back later keeps nothing.
    if (own.some(({ action, kind, name }) => action === 'delete' && name === person && index.isMember(kind))) continue;
    const positions = [...new Set([...common, ...positionsOf(own, serving)])].sort((a, b) => a - b);
    const loss = positions.length < 2 ? undefined : lossOf({ ...input, serving, index }, person, own, positions);
    if (loss === undefined) continue;
    const key = `${loss.what} ${loss.from} ${loss.until}`;
    const known = losses.get(key);
    if (known === undefined) losses.set(key, { ...loss, people: [...people] });
    else known.people.push(...people);
  }
  return [...losses.values()]
    .sort((a, b) => a.from - b.from || a.until - b.until || compareText(a.what, b.what))
    .map((loss) => warning(organization.desired.name, loss, operations));
}

interface Loss {
  /** `login`, or roles. */
  readonly what: string;
  /** Positions among the operations: after this one it is gone, and after that one it is back. */
  readonly from: number;
  readonly until: number;
}

interface Indexed extends TransientInput {
  readonly serving: Serving;
  readonly index: PeopleIndex;
}

function lossOf(
  input: Indexed,
  person: string,
  own: readonly Change[],
  positions: readonly number[],
): Loss | undefined {
  const states = [-1, ...positions].map((position) => ({
    position,
    answers: answersAt(input, person, own, position),
  }));
  const [before, after] = [states[0]?.answers ?? [], states.at(-1)?.answers ?? []];
  const keepsLogin = isIn(before) && isIn(after);
  if (!keepsLogin) return undefined;
  const kept = keptRoles(before, after, input.rules);
  let loss: Loss | undefined;
  for (const { position, answers } of states.slice(1)) {
    const what = missing(answers, kept, input.rules);
    if (loss === undefined) {
      if (what !== undefined) loss = { what, from: position, until: position };
    } else if (what === undefined) {
      return { ...loss, until: position };
    }
  }
  return loss;
}

function missing(
  answers: readonly AccessAnswer[],
  kept: readonly AccessAnswer['roles'][number][],
  rules: AccessRules,
): string | undefined {
  if (!answers.some(({ allowed }) => allowed !== 'no')) return 'login';
  const { certain, possible } = rolesOf(answers);
  const gone = kept.filter((role) => !isHeld(role, certain, rules) && !isHeld(role, possible, rules));
  return gone.length === 0 ? undefined : gone.map(roleText).sort(compareText).join(', ');
}

/** What is held on both sides, be it by a greater role. */
function keptRoles(
  before: readonly AccessAnswer[],
  after: readonly AccessAnswer[],
  rules: AccessRules,
): readonly AccessAnswer['roles'][number][] {
  const lost = new Set(
    roleChanges({ before, after }, rules)
      .filter(({ gains }) => !gains)
      .flatMap(({ roles }) => roles.map(roleText)),
  );
  return [...rolesOf(before).certain.values()].filter((role) => !lost.has(roleText(role)));
}

function isIn(answers: readonly AccessAnswer[]): boolean {
  return answers.some(({ allowed }) => allowed === 'yes');
}

/** By the ordinary methods, once the operations up to this position are done. */
function answersAt(
  { live, organization, peers, rules, serving, index, idpGroups }: Indexed,
  person: string,
  own: readonly Change[],
  position: number,
): readonly AccessAnswer[] {
  const { desired, provider } = organization;
  const at = (changes: readonly Change[]): readonly Change[] => changesSoFar(changes, serving, position);
  const opened = openAccess(
    {
      desired,
      provider,
      live: { ...live, resources: index.around(person) },
      changes: at([...index.settings, ...own]),
    },
    peers.map((peer) => ({ ...peer, changes: at(peer.changes) })),
  );
  if (opened === undefined) return [];
  return rules.methods
    .filter(({ bypass }) => bypass !== true)
    .map(({ name: method }) => askAccess(rules, opened.view, { person, method, idpGroups }));
}

interface PeopleIndex {
  /** Changes that concern everybody. */
  readonly settings: readonly Change[];
  /** People whom the same can be said of, with the changes of their own; of those without any only where `common` may matter. */
  alike(common: number): Iterable<readonly [readonly string[], readonly Change[]]>;
  readonly isMember: (kind: string) => boolean;
  /** What decides about one person, and no other people but owners: that there are others may decide, too. */
  around(person: string): readonly LiveResource[];
}

function indexPeople({ live, organization, domains }: TransientInput): PeopleIndex {
  const { changes, provider } = organization;
  const specs = new Map(provider.kinds.map((spec) => [spec.kind, spec]));
  const members = new Map<string, LiveResource>();
  const teams = new Map<string, LiveResource[]>();
  const byName = new Map<string, LiveResource>();
  const others = new Set<LiveResource>();
  for (const resource of live.resources) {
    const spec = specs.get(resource.kind);
    if (spec?.collection === 'members') {
      members.set(resource.name, resource);
      if (provider.isActiveOwner(resource.attributes)) others.add(resource);
    } else if (spec !== undefined && isTeam(spec)) {
      byName.set(`${resource.kind}/${resource.name}`, resource);
      for (const person of peopleOf(resource.attributes, spec)) push(teams, person, resource);
    } else others.add(resource);
  }
  const settings: Change[] = [];
  const ofPerson = new Map<string, Change[]>();
  for (const change of changes) {
    const spec = specs.get(change.kind);
    if (spec?.collection === 'members') push(ofPerson, change.name, change);
    else if (spec !== undefined && isTeam(spec)) {
      const liveTeam = byName.get(`${change.kind}/${liveName(change)}`);
      const sides = [
        'before' in change ? change.before : {},
        'after' in change ? change.after : {},
        // Whom a team has may have been read only for this.
        liveTeam?.attributes ?? {},
      ];
      const people = new Set(sides.flatMap((attributes) => peopleOf(attributes, spec)));
      for (const person of people) {
        push(ofPerson, person, change);
        if (liveTeam !== undefined && teams.get(person)?.includes(liveTeam) !== true) push(teams, person, liveTeam);
      }
    } else settings.push(change);
  }
  return {
    settings,
    isMember: (kind) => specs.get(kind)?.collection === 'members',
    around: (person) => {
      const member = members.get(person);
      const own = member === undefined || others.has(member) ? [] : [member];
      return [...others, ...own, ...(teams.get(person) ?? [])];
    },
    alike: (common) => {
      const groups = new Map<string, string[]>();
      for (const [person, { attributes, native }] of members) {
        if (ofPerson.has(person)) groups.set(`of ${person}`, [person]);
        else if (common > 1)
          push(groups, JSON.stringify([domainOfPerson(person), attributes, native['status']]), person);
      }
      if (common > 1) for (const domain of domains) groups.set(`at ${domain}`, [`*@${domain}`]);
      return [...groups.values()].map((people) => [people, ofPerson.get(people[0] ?? '') ?? []] as const);
    },
  };
}

function isTeam({ shape }: KindSpec): boolean {
  return memberFields(shape).length > 0;
}

function peopleOf(attributes: LiveResource['attributes'], { shape }: KindSpec): readonly string[] {
  return memberFields(shape).flatMap((field) => textList(attributes[field]));
}

function liveName(change: Change): string {
  const previous = change.action === 'update' ? change.previousAddress : undefined;
  return previous === undefined ? change.name : previous.slice(`${change.organization}/${change.kind}/`.length);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function positionsOf(changes: readonly Change[], serving: Serving): readonly number[] {
  return changes.flatMap(({ address }) => (serving.get(address) ?? []).map(({ at }) => at));
}

const shownPeople = 5;

function warning(
  organization: string,
  { what, from, until, people }: Loss & { readonly people: readonly string[] },
  operations: readonly Operation[],
): Diagnostic {
  const sorted = people
    .map((person) => (person.startsWith('*@') ? `anyone ${person.slice(1)}` : person))
    .sort(compareText);
  const more = sorted.length > shownPeople ? ` and ${sorted.length - shownPeople} more` : '';
  const loses = what === 'login' ? 'cannot get in' : `${sorted.length === 1 ? 'is' : 'are'} without ${what}`;
  const requestAt = (position: number): string => {
    const operation = operations[position];
    return operation === undefined ? '' : `${operation.id} (${operation.method} ${operation.path})`;
  };
  return {
    severity: 'warning',
    code: 'transient-loss',
    summary: `${sorted.slice(0, shownPeople).join(', ')}${more} ${loses} while this is applied, though nothing of that is to change.`,
    detail: `From request ${requestAt(from)} until request ${requestAt(until)}: the API knows no way without.`,
    hint: 'Apply it when they can do without. Should the second request fail, apply again at once.',
    address: organization,
  };
}
