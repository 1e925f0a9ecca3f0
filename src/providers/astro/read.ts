/** Reads an Astro organization: list endpoints, full pages, in parallel, and only what is managed. */
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { compareText } from '../../core/json.js';
import { createNameIndex } from '../../core/name-index.js';
import type { ReadScope } from '../../core/provider.js';
import type { Coverage, Live } from '../../core/resource.js';
import { isApiError, isOrgwrightError } from '../../errors.js';
import type { HttpClient } from '../../http/client.js';
import { decoded, readBypassKey, readList } from './client.js';
import { CoreApi } from './core-api.js';
import { createDeploymentIndex } from './deployment-index.js';
import type { AstroFacts, AstroTeamRef, AstroUser, DeploymentIndex } from './facts.js';
import { leavingPeople, losesDeployments } from './live-needs.js';
import { needsOf, type Needs } from './needs.js';
import { liveResources, type Readings } from './live.js';
import * as wire from './wire.js';

export async function readOrganization(
  client: HttpClient,
  scope: ReadScope,
  privateApi: unknown,
): Promise<Live<AstroFacts>> {
  return new Reading(client, scope, privateApi).read();
}

/** What one read gathers. A list that cannot be read completely is noted and left out; a refused credential ends it. */
class Reading {
  private readonly coverage: Record<string, Coverage> = {};
  private readonly diagnostics: Diagnostic[] = [];
  private readonly client: HttpClient;
  private readonly scope: ReadScope;
  private readonly privateApi: unknown;
  private readonly needs: Needs;
  private readonly core: CoreApi;
  private readonly root: string;

  constructor(client: HttpClient, scope: ReadScope, privateApi: unknown) {
    const { id } = scope.organization;
    this.client = client;
    this.scope = scope;
    this.privateApi = privateApi;
    this.needs = needsOf(scope.organization, scope.whole);
    this.core = new CoreApi(client, id);
    this.root = `/v1/organizations/${encodeURIComponent(id)}`;
  }

  async read(): Promise<Live<AstroFacts>> {
    const { needs } = this;
    const [organization, users, teams, workspaces, deployments, members, connections, bypassKey] = await Promise.all([
      decoded(this.client, this.root, wire.organizationFromWire),
      needs.users ? this.users() : [],
      needs.teams ? this.teams() : [],
      needs.workspaces ? this.workspaces() : undefined,
      needs.deployments ? this.deployments() : undefined,
      needs.memberTeams === 'all' || needs.memberTeams.size > 0 ? this.coreMembers() : undefined,
      needs.connections ? this.connections() : undefined,
      needs.bypassLink ? this.bypassKey() : undefined,
    ]);
    if (needs.domains) await this.core.check();
    const readings: Readings = {
      organization,
      users: users ?? [],
      teams: teams ?? [],
      teamMembers: await this.teamMembers(teams ?? [], members),
      bypassKey,
      ...(await this.people(users ?? [], connections)),
    };
    // These may still ask the private API, so what is known of it comes after them.
    const teamsOf = await this.teamsOfLeaving(readings);
    const facts: AstroFacts = {
      plans: organization.plans,
      scimEnabled: organization.isScimEnabled,
      core: this.core.access(this.privateApi),
      users: new Map(readings.users.map((user) => [user.email, user])),
      teamMembers: readings.teamMembers,
      teamsOf,
      workspaces: workspaces === undefined ? undefined : createNameIndex(workspaces),
      deployments: deployments ?? (await this.deploymentsOfRemoved(readings, workspaces)),
    };
    return {
      organization: this.scope.organization.name,
      resources: liveResources(readings, facts, needs, this.scope),
      coverage: this.coverage,
      facts,
      diagnostics: this.diagnostics,
    };
  }

  private users(): Promise<readonly AstroUser[] | undefined> {
    return this.tolerate('members', 'the members', () =>
      readList(this.client, `${this.root}/users`, {
        query: 'sorts=id%3Aasc',
        key: 'users',
        what: 'the members',
        decode: wire.userFromWire,
      }),
    );
  }

  private teams(): Promise<readonly wire.WireTeam[] | undefined> {
    return this.tolerate('teams', 'the teams', () =>
      readList(this.client, `${this.root}/teams`, {
        query: 'sorts=createdAt%3Aasc&sorts=name%3Aasc',
        key: 'teams',
        what: 'the teams',
        decode: wire.teamFromWire,
      }),
    );
  }

  private workspaces(): Promise<readonly wire.WireNamed[]> {
    return readList(this.client, `${this.root}/workspaces`, {
      query: 'sorts=createdAt%3Aasc&sorts=name%3Aasc',
      key: 'workspaces',
      what: 'the workspaces',
      decode: wire.namedFromWire,
    });
  }

  private async deployments(): Promise<DeploymentIndex> {
    const deployments = await readList(this.client, `${this.root}/deployments`, {
      query: 'sorts=createdAt%3Aasc&sorts=name%3Aasc',
      key: 'deployments',
      what: 'the deployments',
      decode: wire.deploymentFromWire,
    });
    return createDeploymentIndex(deployments);
  }

  /** All teams with their members in one list; only the private API has that. */
  private async coreMembers(): Promise<ReadonlyMap<string, readonly wire.WireMember[]> | undefined> {
    const list = this.core.list('/teams', {
      query: 'includeMembers=true&includeMembersCount=true&sorts=createdAt%3Aasc&sorts=name%3Aasc',
      key: 'teams',
      what: 'the teams with their members',
      decode: wire.coreTeamFromWire,
    });
    const teams = await list.catch((error: unknown) => {
      if (endsRead(error)) throw error;
      // The public lists, team by team, say the same.
      return undefined;
    });
    return teams === undefined ? undefined : new Map(teams.map(({ id, members }) => [id, members]));
  }

  private connections(): Promise<readonly wire.WireConnection[] | undefined> {
    return this.tolerate('sso', 'the SSO connections', () =>
      this.core.get('/sso-connections', wire.connectionsFromWire),
    );
  }

  private async bypassKey(): Promise<wire.WireBypassKey | undefined> {
    // After a deletion the answer may be 404, which must not be taken for a refusal of the whole API: ask that first.
    await this.core.check();
    if (this.core.refused) return undefined;
    return this.tolerate('bypass-link', 'the SSO bypass link', () =>
      readBypassKey(this.client, this.scope.organization.id),
    );
  }

  /** By team id; from the private list where it answered, else one request a managed team. */
  private async teamMembers(
    teams: readonly wire.WireTeam[],
    fromCore: ReadonlyMap<string, readonly wire.WireMember[]> | undefined,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const { memberTeams } = this.needs;
    const managed = teams.filter(({ name }) => memberTeams === 'all' || memberTeams.has(name));
    const read = await Promise.all(
      managed.map(async ({ id, name }) => {
        const members = fromCore === undefined ? await this.membersOf(id, name) : fromCore.get(id);
        if (members === undefined) {
          this.coverage[`teamMembers/${name}`] ??= {
            complete: false,
            reason: `team "${name}" appeared during the read`,
          };
        }
        return [id, members] as const;
      }),
    );
    return new Map(
      read.flatMap(([id, members]) =>
        members === undefined ? [] : [[id, new Map(members.map(({ email, userId }) => [email, userId]))]],
      ),
    );
  }

  private membersOf(id: string, name: string): Promise<readonly wire.WireMember[] | undefined> {
    return this.tolerate(`teamMembers/${name}`, `the members of team "${name}"`, () =>
      readList(this.client, `${this.root}/teams/${encodeURIComponent(id)}/members`, {
        query: 'sorts=userId%3Aasc',
        key: 'teamMembers',
        what: `the members of team "${name}"`,
        decode: wire.memberFromWire,
      }),
    );
  }

  /** Invitations where somebody is invited, and who provisioned whom where that decides a removal. */
  private async people(
    users: readonly AstroUser[],
    connections: readonly wire.WireConnection[] | undefined,
  ): Promise<Pick<Readings, 'invites' | 'idpManaged' | 'connections'>> {
    const { managed, unlisted, resources } = this.scope.organization;
    const listed = new Set(resources.filter(({ kind }) => kind === 'member').map(({ name }) => name));
    const managesAll = managed.includes('members');
    const matters = (email: string): boolean => managesAll || this.scope.whole === true || listed.has(email);
    const isInvited = users.some(({ status, email }) => status === 'PENDING' && matters(email));
    const originDecides =
      managesAll &&
      unlisted.members.policy === 'remove' &&
      !unlisted.members.includeProvisioned &&
      users.some(({ email }) => !listed.has(email));
    if (!isInvited && !originDecides) {
      return { invites: new Map(), idpManaged: new Set(), connections };
    }
    const [people, allConnections] = await Promise.all([
      this.tolerate('members', 'the invitations', () =>
        this.core.list('/users', {
          query: `${originDecides ? '' : 'hasInvites=true&'}sorts=id%3Aasc`,
          key: 'users',
          what: 'the invitations',
          decode: wire.coreUserFromWire,
        }),
      ),
      originDecides && !this.needs.connections ? this.connections() : connections,
    ]);
    // Who came by single sign-on is not known without the connections.
    const { sso } = this.coverage;
    if (originDecides && sso !== undefined) this.coverage['members'] ??= sso;
    return {
      invites: new Map(
        (people ?? []).flatMap(({ email, invites }) => (invites.length === 0 ? [] : [[email, invites]])),
      ),
      idpManaged: new Set((people ?? []).filter(({ isIdpManaged }) => isIdpManaged).map(({ email }) => email)),
      connections: allConnections,
    };
  }

  /** Without the private API a person leaves team by team, so their teams must be known. */
  private async teamsOfLeaving(readings: Readings): Promise<AstroFacts['teamsOf']> {
    const leaving = leavingPeople(this.scope.organization, readings.users);
    if (leaving.length === 0) return new Map();
    await this.core.check();
    if (this.core.access(this.privateApi).writes) return new Map();
    const teams = await Promise.all(
      leaving.map(async (user) => {
        const list = await this.tolerate('members', `the teams of ${user.email}`, () =>
          readList(this.client, `${this.root}/users/${encodeURIComponent(user.id)}/teams`, {
            query: 'sorts=name%3Aasc',
            key: 'teams',
            what: `the teams of ${user.email}`,
            decode: wire.teamRefFromWire,
          }),
        );
        const sorted: readonly AstroTeamRef[] = (list ?? []).toSorted(
          (a, b) => compareText(a.name, b.name) || compareText(a.id, b.id),
        );
        return [user.email, sorted] as const;
      }),
    );
    return new Map(teams);
  }

  /** Taking a workspace away takes the deployment roles in it along; only then must deployments be known. */
  private async deploymentsOfRemoved(
    readings: Readings,
    workspaces: readonly wire.WireNamed[] | undefined,
  ): Promise<DeploymentIndex | undefined> {
    if (workspaces === undefined) return undefined;
    return losesDeployments(this.scope.organization, readings, workspaces) ? this.deployments() : undefined;
  }

  /** 401 ends the read; anything else that stays unread makes the plan incomplete, and nothing of it is removed. */
  private async tolerate<T>(key: string, what: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!isOrgwrightError(error) || endsRead(error)) throw error;
      this.coverage[key] = { complete: false, reason: error.message };
      this.diagnostics.push({
        severity: 'warning',
        code: 'incomplete-read',
        summary: `${capitalized(what)} of ${this.scope.organization.name} could not be read completely.`,
        detail: error.message,
        hint: error.hint ?? 'Try again; nothing that was not read is created or removed.',
        address: formatAddress(this.scope.organization.name, key.split('/')[0] ?? key),
      });
      return undefined;
    }
  }
}

/** A refused credential, a refusal of our own, or a bug. */
function endsRead(error: unknown): boolean {
  return !isOrgwrightError(error) || (isApiError(error) && error.status === 401) || error.code === 'safety';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
