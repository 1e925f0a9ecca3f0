/**
 * Finds out who is in the managed groups. Services cut long lists of members, or show none in lists or at all; what is
 * not shown is not nobody, so such groups are asked about, and where that does not help it is said that others may be
 * in them.
 */
import { textList } from '../../core/diff.js';
import { compareText } from '../../core/json.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { isActivated } from './is-activated.js';
import type { ScimService } from './capabilities.js';
import type { ScimClient } from './client.js';
import { readGroup } from './groups.js';
import { mayBeCut, type Membership } from './membership.js';
import type { People } from './people.js';
import { Probe, type Question } from './probe.js';
import { groupSchema } from './schemas.js';
import type { TeamNames } from './team-names.js';
import type { WireGroup } from './wire.js';

/** Asked about before anybody has been found in a group. */
const sampleSize = 25;
/** Where no more than these could be asked about in all, all are before it is believed that nobody is in any group. */
const cheapQuestions = 100;
/** Unlisted people are asked about only where that takes no more than this. */
const maxExtraQuestions = 500;

export class Memberships {
  readonly managed: readonly Membership[];
  private readonly client: ScimClient;
  private readonly service: ScimService;
  private readonly organization: DesiredOrganization;
  private readonly probe: Probe;
  private readonly groups: readonly WireGroup[];
  /** No group showed any members, and nothing says that there are none. */
  private areHidden = false;
  private areThereSome = false;

  constructor(
    client: ScimClient,
    service: ScimService,
    organization: DesiredOrganization,
    groups: readonly WireGroup[],
    names: TeamNames,
  ) {
    this.client = client;
    this.service = service;
    this.organization = organization;
    this.probe = new Probe(client, service.filter);
    this.groups = groups;
    // In which order a service lists is its own affair, and decides nothing here.
    this.managed = groups.toSorted(byId).flatMap((group) => {
      const desired = names.of(group.displayName);
      const isManaged = desired.some(({ attributes }) => attributes['members'] !== undefined);
      if (!isManaged && (service.patch || desired.length === 0)) return [];
      const shown = group.members ?? [];
      const name = names.spelled(group.displayName);
      return [{ group, name, desired, shown, ids: new Set(shown), hidden: undefined }];
    });
  }

  /** Reads singly what the list seems not to have shown. */
  async readShown(): Promise<void> {
    if (this.managed.length === 0) return;
    if (this.groups.every(({ memberCount }) => memberCount === 0)) {
      await this.readUnshown();
      return;
    }
    await this.readSingly(this.cutOnes());
  }

  /** Everybody who is in a managed group, as far as it is shown. */
  get shownIds(): ReadonlySet<string> {
    return new Set(this.managed.flatMap(({ ids }) => [...ids]));
  }

  /** Asks about what is still not shown. */
  async readHidden(people: People): Promise<void> {
    const cut = this.cutOnes();
    if (cut.length === 0 && !this.areHidden) return;
    const byPerson = membersByPerson(people);
    await Promise.all(
      cut.map((membership) => this.checkCut(membership, people, byPerson.get(membership.group.id) ?? [])),
    );
    if (this.areHidden) await this.findHidden(people, byPerson);
  }

  /** Where one group shows more, fewer are not all that the service shows. */
  private cutOnes(): readonly Membership[] {
    const seen = [...this.groups, ...this.managed.map(({ group }) => group)];
    const most = seen.reduce((count, { memberCount }) => Math.max(count, memberCount), 0);
    return this.managed.filter(({ group }) => group.memberCount === most && mayBeCut(group, this.service.maxResults));
  }

  private async readUnshown(): Promise<void> {
    const [first, ...others] = this.managed;
    if (first === undefined) return;
    const anywhere = await this.probe.hasAnyMembers();
    this.areThereSome = anywhere === true;
    await this.readSingly([first]);
    if (anywhere === false && first.group.memberCount === 0 && (await this.isSaidToBeEmpty(first))) return;
    await this.readSingly(others);
    this.areHidden = this.managed.every(({ group }) => group.memberCount === 0);
  }

  /** Whether the group comes with an empty list, or the service's schema says that groups come with their members. */
  private async isSaidToBeEmpty({ group }: Membership): Promise<boolean> {
    if (group.members !== undefined) return true;
    const returned = (await this.client.schemas())?.get(groupSchema)?.get('members');
    return returned === 'default' || returned === 'always';
  }

  private async readSingly(memberships: readonly Membership[]): Promise<void> {
    await Promise.all(
      memberships.map(async (membership) => {
        membership.group = await readGroup(this.client, membership.group.id);
        for (const id of membership.group.members ?? []) membership.ids.add(id);
      }),
    );
  }

  private async checkCut(membership: Membership, people: People, saidThere: readonly string[]): Promise<void> {
    const { group, ids } = membership;
    const evident = saidThere.filter((id) => !ids.has(id));
    // The people say the same: two lists are not cut at the same person.
    if (people.isComplete && evident.length === 0 && saidThere.length === group.memberCount) return;
    const missing = this.desiredIds(membership, people).filter((id) => !ids.has(id));
    const [asked] = [
      ...missing.toSorted(compareText),
      ...[...people.byId.keys()].filter((id) => !ids.has(id)).sort(compareText),
    ];
    const question = asked === undefined ? undefined : { group: group.id, user: asked };
    if (evident.length === 0) {
      if (question === undefined && people.isComplete) return;
      if (question !== undefined) await this.probe.ask([question]);
    }
    const answer = question === undefined ? undefined : this.probe.answer(question);
    if (evident.length === 0 && answer === false) return;
    membership.hidden =
      evident.length > 0 || answer === true
        ? `the service shows only ${group.memberCount} of its members`
        : `the service shows ${group.memberCount} members, which may be as many as it shows at most, and cannot be asked whether there are more`;
    for (const id of evident) ids.add(id);
    await this.askAbout([membership], (each) => this.desiredIds(each, people));
  }

  private async findHidden(people: People, byPerson: ReadonlyMap<string, readonly string[]>): Promise<void> {
    for (const { group, ids } of this.managed) {
      for (const id of byPerson.get(group.id) ?? []) ids.add(id);
    }
    const evident = this.managed.some(({ ids }) => ids.size > 0);
    const wanted = (membership: Membership): readonly string[] => this.desiredIds(membership, people);
    const everybody = [...people.byId.keys()];
    await this.askAbout(this.managed, wanted, sampleSize);
    if (!this.probe.saidYes && people.isComplete && everybody.length * this.managed.length <= cheapQuestions)
      await this.askAbout(this.managed, () => everybody);
    if (this.probe.saidYes) await this.askAbout(this.managed, wanted);

    const isSeen = evident || this.probe.saidYes || this.areThereSome;
    if (this.probe.saidYes && (await this.askedAboutAll(people))) return;
    for (const membership of this.managed) {
      // Said of this one group, and nothing speaks against it.
      if (!isSeen && membership.group.members !== undefined) continue;
      membership.hidden = this.whyHidden();
    }
  }

  /** Whether everybody else was asked about: only where that could lead to a removal, and does not take long. */
  private async askedAboutAll(people: People): Promise<boolean> {
    if (this.organization.unlisted.teamMembers.policy === 'keep') return false;
    const others = this.activeIds(people);
    if (!people.isComplete || others.length * this.managed.length > maxExtraQuestions) return false;
    await this.askAbout(this.managed, () => others);
    return !this.probe.isRefused;
  }

  /** Of those who are active, or will be: the membership of others is dormant. */
  private activeIds({ byId }: People): readonly string[] {
    const activated = new Set(
      this.organization.resources.filter((resource) => isActivated(resource)).map(({ name }) => name),
    );
    return [...byId.values()].filter(({ active, key }) => active || activated.has(key)).map(({ id }) => id);
  }

  private whyHidden(): string {
    const { isRefused, saidYes } = this.probe;
    const but = saidYes
      ? 'only those whom the configuration names were asked about'
      : !this.service.filter
        ? 'it cannot be asked about single people, since it has no filters'
        : isRefused
          ? 'it does not answer whether a single person is in one'
          : 'that it says of nobody who was asked about that they are in one proves nothing';
    return `the service does not show who is in its groups, and ${but}`;
  }

  /** One question for each group before the second for any, so that a few say something about all. */
  private async askAbout(
    memberships: readonly Membership[],
    whom: (membership: Membership) => readonly string[],
    atMost = Infinity,
  ): Promise<void> {
    const questions = memberships.flatMap((membership) =>
      whom(membership)
        .filter((user) => !membership.ids.has(user))
        .toSorted(compareText)
        .map((user, rank): Question & { rank: number } => ({ group: membership.group.id, user, rank })),
    );
    await this.probe.ask(questions.sort((a, b) => a.rank - b.rank).slice(0, atMost));
    const idsOf = new Map(memberships.map(({ group, ids }) => [group.id, ids]));
    for (const question of questions) {
      if (this.probe.answer(question) === true) idsOf.get(question.group)?.add(question.user);
    }
  }

  private desiredIds({ desired }: Membership, people: People): readonly string[] {
    const names = new Set(desired.flatMap(({ attributes }) => textList(attributes['members'])));
    return [...names].map((name) => people.idOf(name)).filter((id) => id !== undefined);
  }
}

function byId(a: WireGroup, b: WireGroup): number {
  return compareText(a.id, b.id);
}

/** By group: people of whom the service says so where it shows the person. */
function membersByPerson({ byId }: People): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { id, groups } of byId.values()) {
    for (const group of groups ?? []) {
      const known = members.get(group);
      if (known === undefined) members.set(group, [id]);
      else known.push(id);
    }
  }
  return members;
}
