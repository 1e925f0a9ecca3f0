/**
 * Who may get into an Astro organization, and as what (product documentation). Enforcement goes by the e-mail domain of
 * the person, and only a VERIFIED domain enforces anything.
 *
 * | method                   | passes where                                                   |
 * | ------------------------ | -------------------------------------------------------------- |
 * | password, google, github | the person's domain does not enforce other methods             |
 * | sso                      | ... and an active connection has the domain                    |
 * | bypass                   | the organization has a bypass link, whatever is enforced        |
 *
 * | membership                       | enters                                            |
 * | -------------------------------- | ------------------------------------------------- |
 * | ACTIVE                           | as a member                                       |
 * | PENDING, invitation not expired  | by the invitation                                 |
 * | none, or the invitation expired  | just in time, where the connection has a policy   |
 * | INACTIVE, BANNED                 | not                                               |
 */
import {
  domainOfPerson,
  type AccessQuestion,
  type AccessRules,
  type AccessState,
  type AccessView,
  type Entrance,
  type Passage,
  type StateResource,
} from '../../core/access.js';
import { byName, noEntrance, passage, reason, teamsByPerson } from '../../core/access-parts.js';
import { formatAddress } from '../../core/address.js';
import { textList } from '../../core/diff.js';
import { compareText, textOf } from '../../core/json.js';
import { astroAssumptions } from './access-assumptions.js';
import { holds, jitRoles, memberRoles, possibleTeamRoles, type Effective } from './access-roles.js';
import type { AstroFacts } from './facts.js';
import { ownerRole } from './roles.js';

export const astroAccess: AccessRules<AstroFacts> = {
  methods: [
    { name: 'password' },
    { name: 'google' },
    { name: 'github' },
    { name: 'sso' },
    { name: 'bypass', bypass: true },
  ],
  ownerRoles: [ownerRole],
  holds,
  open: (state) => new AstroView(state),
};

type Known<T> = { readonly known: true; readonly value: T | undefined } | { readonly known: false };

class AstroView implements AccessView {
  private readonly state: AccessState<AstroFacts>;
  private readonly members: ReadonlyMap<string, StateResource>;
  private readonly managedDomains: ReadonlyMap<string, StateResource>;
  private readonly connections: ReadonlyMap<string, StateResource>;
  private readonly teamsOf: ReadonlyMap<string, readonly StateResource[]>;
  private readonly unreadTeams: readonly StateResource[];
  private readonly link: StateResource | undefined;
  /** What each member has, which is the same by every method. */
  private readonly effective = new Map<StateResource, Effective>();

  constructor(state: AccessState<AstroFacts>) {
    this.state = state;
    const { resources } = state;
    this.members = byName(resources, 'member');
    this.managedDomains = byName(resources, 'domain');
    this.connections = byName(resources, 'sso');
    const teams = resources.filter(({ kind }) => kind === 'team');
    this.teamsOf = teamsByPerson(teams);
    this.link = resources.find(({ kind }) => kind === 'bypass-link');
    // In a new team is nobody but whom it is created with.
    this.unreadTeams = teams.filter(
      ({ attributes, change }) => attributes['members'] === undefined && change?.action !== 'create',
    );
  }

  get people(): readonly string[] {
    return [...this.members.keys()].sort(compareText);
  }

  get domains(): readonly string[] {
    return [...new Set([...this.managedDomains.keys(), ...this.connections.keys()])].sort(compareText);
  }

  passage(person: string, method: string): Passage {
    if (method === 'bypass') return this.bypass();
    const domain = this.managedDomains.get(domainOfPerson(person));
    if (domain === undefined || !mayBeVerified(domain)) return this.unmanaged(person, method, domain);
    const enforced = this.enforced(domain, method);
    if (!isVerifiedByPlan(domain)) return enforced;
    const unenforced = this.unmanaged(person, method, domain);
    if (enforced.verdict === unenforced.verdict) return enforced;
    return passage(
      'unknown',
      `whether ${domain.name} is verified shows only when Astro looks for its DNS record`,
      domain,
    );
  }

  /** On a domain that nobody has verified. */
  private unmanaged(person: string, method: string, domain: StateResource | undefined): Passage {
    const name = domainOfPerson(person);
    if (method === 'sso') return passage('no', `no SSO connection has the domain ${name}`, domain);
    return passage(
      'yes',
      domain === undefined
        ? `${name} is no domain of the organization, so every method passes`
        : `${name} is not verified, so it enforces nothing`,
      domain,
    );
  }

  private enforced(domain: StateResource, method: string): Passage {
    const allowed = textList(domain.attributes['allowedMethods']);
    const assumptions = allowed.length === 0 ? [astroAssumptions.emptyMethods] : [];
    if (allowed.length > 0 && !allowed.includes(method)) {
      return passage('no', `${domain.name} allows only ${allowed.join(', ')}`, domain);
    }
    const allows =
      allowed.length === 0
        ? `${domain.name} restricts no method`
        : `${domain.name} allows ${method === 'sso' ? 'sso' : allowed.join(', ')}`;
    if (method !== 'sso') return passage('yes', allows, domain, assumptions);
    const connection = this.connectionOf(domain.name);
    if (!connection.known)
      return passage('unknown', `the SSO connection of ${domain.name} ${this.whyUnread()}`, domain);
    const { value } = connection;
    if (value === undefined) return passage('no', `no SSO connection has the domain ${domain.name}`, domain);
    const name = textOf(value.attributes['connection']);
    if (value.attributes['active'] !== true) return passage('no', `SSO connection ${name} is not active`, value);
    return {
      verdict: 'yes',
      identityProvider: name,
      reasons: [reason(allows, domain), reason(`SSO connection ${name} is active`, value)],
      assumptions,
    };
  }

  private bypass(): Passage {
    const address = formatAddress(this.state.name, 'bypass-link');
    const { core } = this.state.live.facts;
    if (!core.reads || this.state.live.coverage['bypass-link']?.complete === false) {
      return passage('unknown', `whether there is a bypass link ${this.whyUnread()}`, { address });
    }
    const { link } = this;
    return link === undefined
      ? passage('no', 'the organization has no bypass link', { address })
      : passage('yes', 'the bypass link passes whatever is enforced, with e-mail and password', link);
  }

  entrance({ person, method }: AccessQuestion): Entrance {
    const member = this.members.get(person.toLowerCase());
    if (member === undefined) {
      const coverage = this.state.live.coverage['members'];
      return coverage?.complete === false
        ? noEntrance('unknown', reason(`the members were not read completely: ${coverage.reason}`, undefined))
        : this.justInTime(person, method, undefined);
    }
    const status = textOf(member.attributes['status']);
    if (status === 'ACTIVE') return this.asMember(member);
    if (status === 'INACTIVE' || status === 'BANNED')
      return noEntrance('no', reason(`the membership is ${status}`, member));
    const invitation = this.isInvited(member);
    if (invitation === 'unknown') {
      return {
        ...noEntrance('unknown', reason(`whether the invitation of ${person} has expired ${this.whyUnread()}`, member)),
        path: 'invitation',
        possibleRoles: memberRoles(member, this.teams(member), 'invitation, where it has not expired').roles,
      };
    }
    if (invitation === 'no') return this.justInTime(person, method, member);
    const { roles, assumptions } = this.rolesOf(member, 'invitation');
    return {
      verdict: 'yes',
      path: 'invitation',
      roles,
      possibleRoles: [],
      reasons: [reason(`${member.name} is invited`, member)],
      assumptions,
    };
  }

  private asMember(member: StateResource): Entrance {
    const { roles, assumptions } = this.rolesOf(member, 'direct');
    const outlivesConnection = this.state.deleted.some(
      ({ kind, name }) => kind === 'sso' && name === domainOfPerson(member.name),
    );
    return {
      verdict: 'yes',
      path: 'member',
      roles,
      possibleRoles: possibleTeamRoles(this.unreadTeams),
      reasons: [reason(`${member.name} is an active member`, member)],
      assumptions: [...assumptions, ...(outlivesConnection ? [astroAssumptions.connectionMembers] : [])],
    };
  }

  private rolesOf(member: StateResource, path: string): Effective {
    const known = this.effective.get(member) ?? memberRoles(member, this.teams(member), path);
    this.effective.set(member, known);
    return known;
  }

  /** A connection's policy is for the logins through it. */
  private justInTime(person: string, method: string, expired: StateResource | undefined): Entrance {
    const missing = expired === undefined ? 'not a member and not invited' : 'the invitation has expired';
    const domain = this.managedDomains.get(domainOfPerson(person));
    const connection = domain === undefined ? undefined : this.connectionOf(domain.name);
    if (domain === undefined || !mayBeVerified(domain) || connection === undefined) {
      return noEntrance(
        'no',
        reason(`${missing}, and nobody joins just in time from ${domainOfPerson(person)}`, expired),
      );
    }
    if (!connection.known) {
      if (method === 'sso') {
        return noEntrance(
          'unknown',
          reason(`${missing}; whether people join just in time ${this.whyUnread()}`, expired),
        );
      }
      return noEntrance('no', reason(`${missing}, and ${method} makes no member just in time`, expired ?? domain), [
        astroAssumptions.jitLogins,
      ]);
    }
    const { value } = connection;
    const policy = value?.attributes['jit'];
    if (value === undefined || policy === undefined || policy === 'none' || value.attributes['active'] !== true) {
      return noEntrance(
        'no',
        reason(`${missing}, and just-in-time provisioning is off for ${domain.name}`, expired ?? value),
      );
    }
    if (method !== 'sso') {
      return noEntrance('no', reason(`${missing}, and ${method} makes no member just in time`, expired ?? value), [
        astroAssumptions.jitLogins,
      ]);
    }
    const { roles, assumptions } = jitRoles(value, expired === undefined ? [] : this.teams(expired));
    return {
      verdict: 'yes',
      path: 'jit',
      roles,
      possibleRoles: [],
      reasons: [reason(`just-in-time provisioning of ${textOf(value.attributes['connection'])} makes a member`, value)],
      assumptions,
    };
  }

  private isInvited(member: StateResource): 'yes' | 'no' | 'unknown' {
    if (member.attributes['status'] === 'EXPIRED') return 'no';
    // What the plan changes of somebody invited, it changes by a new invitation.
    if (member.change !== undefined) return 'yes';
    if (!this.state.live.facts.core.reads) return 'unknown';
    const invites = member.native['invites'];
    return Array.isArray(invites) && invites.length > 0 ? 'yes' : 'no';
  }

  private connectionOf(domain: string): Known<StateResource> {
    const found = this.connections.get(domain);
    if (found !== undefined) return { known: true, value: found };
    const { facts, coverage } = this.state.live;
    return facts.core.reads && coverage['sso']?.complete !== false
      ? { known: true, value: undefined }
      : { known: false };
  }

  /** Where only the membership itself must be ended by hand, the plan takes the person out of teams by the person. */
  private teams(member: StateResource): readonly StateResource[] {
    const teams = this.teamsOf.get(member.name) ?? [];
    if (member.change?.action !== 'update') return teams;
    const left = new Set(
      member.change.edits.flatMap((edit) => (edit.type === 'members' && edit.path[0] === 'teams' ? edit.removed : [])),
    );
    return teams.filter((team) => !left.has(team.name) && !left.has(liveName(team)));
  }

  private whyUnread(): string {
    const { facts, coverage } = this.state.live;
    const problem = [coverage['sso'], coverage['bypass-link']].find((each) => each?.complete === false);
    if (facts.core.reads && problem?.complete === false) return `could not be read: ${problem.reason}`;
    return 'cannot be read: only the private API tells, and it refuses this token';
  }
}

function liveName({ change, name }: StateResource): string {
  return change?.action === 'update' && change.previousAddress !== undefined
    ? change.previousAddress.slice(change.previousAddress.indexOf('/team/') + '/team/'.length)
    : name;
}

function mayBeVerified({ attributes }: StateResource): boolean {
  return attributes['status'] === 'VERIFIED';
}

function isVerifiedByPlan({ change }: StateResource): boolean {
  return change?.action === 'update' && change.edits.some(({ path }) => path[0] === 'status');
}
