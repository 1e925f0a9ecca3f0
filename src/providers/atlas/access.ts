/**
 * Who may get into an Atlas organization, and as what (product documentation). People of a domain that an active identity
 * provider has come through it, and by no other method; others cannot. What roles a login leaves them with is in
 * `access-roles.ts`.
 *
 * | membership                              | enters                                                            |
 * | --------------------------------------- | ----------------------------------------------------------------- |
 * | ACTIVE                                  | as a member, also from a domain that may not join any more        |
 * | PENDING                                 | by the invitation, from a domain that may join                    |
 * | none, or an invitation came to nothing  | just in time, through the organization's own identity provider    |
 */
import {
  domainOfPerson,
  type AccessQuestion,
  type AccessReason,
  type AccessRules,
  type AccessState,
  type AccessView,
  type Entrance,
  type Passage,
  type StateResource,
  type Verdict,
} from '../../core/access.js';
import { byName, noEntrance, passage, reason, teamsByPerson } from '../../core/access-parts.js';
import { textList } from '../../core/diff.js';
import { compareText, textOf } from '../../core/json.js';
import { atlasAssumptions } from './access-assumptions.js';
import { identityProvidersIn, servesDomain, type StateProvider } from './access-identity-providers.js';
import { passageThrough } from './access-passage.js';
import { allowedWith, isInvitedByPlan, mappedLogin, ownGrants, teamGrants, type LoginRoles } from './access-roles.js';
import { connectionOf, type AtlasFacts } from './facts.js';
import { ownerRole } from './roles.js';

export const atlasAccess: AccessRules<AtlasFacts> = {
  methods: [
    { name: 'password' },
    { name: 'google' },
    { name: 'github' },
    { name: 'sso' },
    // The bypass URL of an identity provider in debug mode.
    { name: 'bypass', bypass: true },
  ],
  ownerRoles: [ownerRole],
  // An owner of an organization or of a project can do everything there (product documentation).
  holds: (role, other) =>
    (role === 'ORG_OWNER' && other.startsWith('ORG_')) || (role === 'GROUP_OWNER' && other.startsWith('GROUP_')),
  open: (state) => new AtlasView(state),
};

class AtlasView implements AccessView {
  private readonly state: AccessState<AtlasFacts>;
  private readonly members: ReadonlyMap<string, StateResource>;
  private readonly teamsOf: ReadonlyMap<string, readonly StateResource[]>;
  private readonly providers: readonly StateProvider[];
  private readonly mappings: readonly StateResource[];
  /** The organization's place in the federation. */
  private readonly place: StateResource | undefined;
  /** By which its own people log in. */
  private readonly own: StateProvider | undefined;
  private readonly owners: ReadonlySet<string>;

  constructor(state: AccessState<AtlasFacts>) {
    this.state = state;
    const ofKind = (kind: string): StateResource[] => state.resources.filter((resource) => resource.kind === kind);
    this.members = byName(state.resources, 'member');
    this.teamsOf = teamsByPerson(ofKind('team'));
    this.providers = identityProvidersIn(state);
    this.mappings = ofKind('role-mapping');
    [this.place] = ofKind('idp-mapping');
    this.own = this.providers.find(({ isOwn, name }) => isOwn && name === this.place?.attributes['identityProvider']);
    this.owners = new Set(
      [...this.members.values()]
        .filter(
          (member) => this.statusOf(member) === 'ACTIVE' && textList(member.attributes['roles']).includes(ownerRole),
        )
        .map(({ name }) => name),
    );
  }

  get people(): readonly string[] {
    return [...this.members.keys()].sort(compareText);
  }

  get domains(): readonly string[] {
    const { own } = this;
    return own === undefined ? [] : [...new Set([...own.domains, ...own.perhaps])].sort(compareText);
  }

  passage(person: string, method: string): Passage {
    const domain = domainOfPerson(person);
    if (!this.state.live.facts.federationRead) {
      return passage('unknown', `which identity provider has ${domain} could not be read`);
    }
    return passageThrough(this.providers, this.own, this.place, domain, method);
  }

  entrance(question: AccessQuestion): Entrance {
    const person = question.person.toLowerCase();
    const member = this.members.get(person);
    const coverage = this.state.live.coverage['members'];
    if (member === undefined && coverage?.complete === false) {
      return noEntrance('unknown', reason(`the members were not read completely: ${coverage.reason}`));
    }
    const status = member === undefined ? undefined : this.statusOf(member);
    const federated = this.comesThroughOwn(person, question.method);
    if (member !== undefined && status === 'ACTIVE') {
      return this.enter(member, 'member', `${member.name} is an active member`, federated, question);
    }
    const joins = this.mayJoin(domainOfPerson(person));
    if (joins.verdict === 'no') return noEntrance('no', reason(joins.text, this.place));
    if (member !== undefined && status === 'PENDING') {
      const entrance = this.enter(member, 'invitation', `${member.name} is invited`, federated, question);
      return joins.verdict === 'yes' ? entrance : doubt(entrance, joins.text, this.place?.address);
    }
    return this.newcomer(member, federated, joins, question);
  }

  private enter(
    member: StateResource,
    path: 'member' | 'invitation',
    text: string,
    federated: Verdict,
    { idpGroups }: AccessQuestion,
  ): Entrance {
    const { facts } = this.state.live;
    const own = ownGrants(member, facts, path === 'member' ? 'direct' : 'invitation');
    const teams = teamGrants(this.teams(member));
    const asTheyWere = allowedWith([...own, ...teams]);
    const isDisconnected = this.state.deleted.some(({ kind }) => kind === 'idp-mapping');
    const staying = isDisconnected && !this.owners.has(member.name) ? [atlasAssumptions.disconnectedMembers] : [];
    const because = { text, address: member.address };
    if (federated === 'no' || this.place === undefined) return entered(asTheyWere, path, because, staying);
    const isLastOwner = this.owners.has(member.name) || textList(member.attributes['roles']).includes(ownerRole);
    const mapped = mappedLogin({
      rules: { mappings: this.mappings, place: this.place },
      groups: idpGroups,
      own,
      teams,
      isLastOwner: isLastOwner && this.owners.size <= Number(this.owners.has(member.name)),
    });
    if (federated === 'yes' || this.mappings.length === 0) return entered(mapped, path, because, staying);
    const unsure = entered(mapped, path, because, staying);
    return {
      ...unsure,
      path,
      verdict: mapped.verdict === 'yes' ? 'yes' : 'unknown',
      reasons: [
        ...unsure.reasons,
        {
          text: 'whether the identity provider will be active, so that role mappings apply, cannot be read before',
          address: this.place.address,
        },
      ],
      roles: [],
      possibleRoles: [...mapped.roles, ...mapped.possibleRoles, ...asTheyWere.roles],
    };
  }

  /** A new invitation takes the place of one that came to nothing, and of the teams that it was for. */
  private teams(member: StateResource): readonly StateResource[] {
    const teams = this.teamsOf.get(member.name) ?? [];
    return isInvitedByPlan(member) ? teams.filter(({ change }) => puts(member.name, change)) : teams;
  }

  private newcomer(
    forgotten: StateResource | undefined,
    federated: Verdict,
    joins: { readonly verdict: Verdict; readonly text: string },
    { person, idpGroups }: AccessQuestion,
  ): Entrance {
    const missing =
      forgotten === undefined
        ? 'not a member and not invited'
        : forgotten.attributes['status'] === 'INVITATION_REJECTED'
          ? 'the invitation was rejected'
          : 'the invitation has expired';
    const { place } = this;
    if (!this.state.live.facts.federationRead) {
      return noEntrance('unknown', reason(`${missing}; whether people join just in time could not be read`, forgotten));
    }
    if (federated === 'no' || place === undefined) {
      const text = `${missing}, and nobody joins just in time from ${domainOfPerson(person)} by this method`;
      return noEntrance('no', reason(text, forgotten ?? place));
    }
    if (place.attributes['jit'] === 'none') {
      return noEntrance('no', reason(`${missing}, and just-in-time membership is turned off`, place));
    }
    const roles = mappedLogin({
      rules: { mappings: this.mappings, place },
      groups: idpGroups,
      own: [],
      teams: [],
      isLastOwner: false,
    });
    const because = { text: 'a login through the identity provider makes a member', address: place.address };
    const entrance = entered(roles, 'jit', because, []);
    if (entrance.verdict === 'no' || (federated === 'yes' && joins.verdict === 'yes')) return entrance;
    return doubt(
      entrance,
      federated === 'yes' ? joins.text : `whether ${person} comes through it is not known`,
      place.address,
    );
  }

  /** Whether a login goes through the identity provider by which the organization's own people log in. */
  private comesThroughOwn(person: string, method: string): Verdict {
    if (method !== 'sso') return 'no';
    if (!this.state.live.facts.federationRead) return 'unknown';
    return this.own === undefined ? 'no' : servesDomain(this.own, domainOfPerson(person));
  }

  /** Whoever is invited from a domain of the organization's own identity provider is a member at once. */
  private statusOf({ name, change, attributes }: StateResource): string {
    const status = textOf(attributes['status']);
    const isInvitedNow = status === 'PENDING' && isInvitedByPlan({ change });
    const joins = this.own !== undefined && servesDomain(this.own, domainOfPerson(name)) === 'yes';
    return isInvitedNow && joins ? 'ACTIVE' : status;
  }

  /** The list, and always the domains of the organization's identity provider. */
  private mayJoin(domain: string): { readonly verdict: Verdict; readonly text: string } {
    const { place, own } = this;
    const { facts } = this.state.live;
    const no = { verdict: 'no', text: `the organization does not let people of ${domain} join` } as const;
    const yes = { verdict: 'yes', text: '' } as const;
    if (!facts.federationRead)
      return { verdict: 'unknown', text: `whether people of ${domain} may join could not be read` };
    if (place?.attributes['domainRestriction'] !== 'restricted' || own?.domains.includes(domain) === true) return yes;
    if (own?.perhaps.includes(domain) === true) {
      return { verdict: 'unknown', text: `whether ${domain} is verified shows only at the apply` };
    }
    const { change } = place;
    const edits = change?.action === 'update' ? change.edits : undefined;
    if (change?.action === 'update' && edits?.some(({ path }) => path[0] === 'allowedDomains') === true) {
      return textList(change.after['allowedDomains']).includes(domain) ? yes : no;
    }
    if (connectionOf(facts, this.state.id)?.allowedDomains.includes(domain) !== true) return no;
    // Whether it is in the list for its own sake, or only as long as the identity provider has it, does not show.
    const isLeaving = edits === undefined && own?.live.domains.includes(domain) === true;
    return isLeaving
      ? {
          verdict: 'unknown',
          text: `whether ${domain} stays allowed once ${own.displayName} has lost it does not show`,
        }
      : yes;
  }
}

/** Whether a change of a team puts somebody into it. */
function puts(person: string, change: StateResource['change']): boolean {
  if (change?.action === 'create') return true;
  return (
    change?.action === 'update' &&
    change.edits.some((edit) => edit.type === 'members' && edit.path[0] === 'members' && edit.added.includes(person))
  );
}

function entered(
  { verdict, roles, possibleRoles, reasons, assumptions }: LoginRoles,
  path: NonNullable<Entrance['path']>,
  because: AccessReason,
  more: Entrance['assumptions'],
): Entrance {
  return {
    verdict,
    path: verdict === 'no' ? undefined : path,
    roles,
    possibleRoles,
    reasons: [because, ...reasons],
    assumptions: [...assumptions, ...more],
  };
}

function doubt(entrance: Entrance, text: string, address: AccessReason['address']): Entrance {
  return {
    ...entrance,
    verdict: entrance.verdict === 'no' ? 'no' : 'unknown',
    roles: [],
    possibleRoles: [...entrance.roles, ...entrance.possibleRoles],
    reasons: [{ text, address }, ...entrance.reasons],
  };
}
