/** Reads an Atlas organization: list endpoints, full pages, in parallel, and only what is managed. */
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { JsonObject } from '../../core/json.js';
import { createNameIndex, type NameIndex } from '../../core/name-index.js';
import type { ReadScope } from '../../core/provider.js';
import type { Coverage, DesiredOrganization, Live } from '../../core/resource.js';
import { isApiError, isOrgwrightError } from '../../errors.js';
import type { AtlasClient } from './client.js';
import type { AtlasFacts, AtlasTeamRef, AtlasUser, Federation } from './facts.js';
import type { Federations } from './federation.js';
import { liveResources, restrictsOtherwise } from './live.js';
import { needsOf, type Needs } from './needs.js';
import * as wire from './wire.js';

export async function readOrganization(
  client: AtlasClient,
  federations: Federations,
  scope: ReadScope,
): Promise<Live<AtlasFacts>> {
  return new Reading(client, federations, scope).read();
}

/** The roles of each team in one project. */
export interface ProjectTeams {
  readonly projectId: string;
  readonly teams: readonly wire.WireTeamAssignment[];
}

/** What one read gathers. A list that cannot be read completely is noted and left out; a refused credential ends it. */
class Reading {
  private readonly coverage: Record<string, Coverage> = {};
  private readonly diagnostics: Diagnostic[] = [];
  private readonly client: AtlasClient;
  private readonly federations: Federations;
  private readonly organization: DesiredOrganization;
  private readonly needs: Needs;
  private readonly whole: boolean;
  private readonly root: string;

  constructor(client: AtlasClient, federations: Federations, { organization, whole = false }: ReadScope) {
    this.client = client;
    this.federations = federations;
    this.organization = organization;
    this.needs = needsOf(organization, whole);
    this.whole = whole;
    this.root = `/orgs/${encodeURIComponent(organization.id)}`;
  }

  async read(): Promise<Live<AtlasFacts>> {
    const { needs, organization } = this;
    const [early, listedUsers, listedTeams, projects, settings] = await Promise.all([
      needs.federation ? this.federation() : undefined,
      needs.users ? this.users() : undefined,
      needs.teams ? this.teams() : undefined,
      needs.projects ? this.projects() : undefined,
      this.settings(),
    ]);
    // Whom a new restriction keeps out is told by name, so the people must be known; only then.
    const users =
      listedUsers ?? (!needs.users && restrictsOtherwise(organization, early) ? await this.users() : undefined);
    const federation =
      early ??
      (this.originDecides(users ?? []) || this.joiningDecides(users ?? []) ? await this.federation() : undefined);
    const teams =
      listedTeams ?? (!needs.teams && leavesATeamEmpty(organization, users ?? []) ? await this.teams() : undefined);
    const assignments =
      projects !== undefined && this.assignmentsMatter(listedTeams ?? [])
        ? await this.assignments(projects)
        : undefined;
    const facts: AtlasFacts = {
      federation,
      federationRead: needs.federation && this.coverage['idp-mapping'] === undefined,
      users: new Map((users ?? []).map((user) => [user.email, user])),
      teams,
      projects,
      assignments: assignments === undefined ? undefined : projectsOfTeams(assignments),
    };
    return {
      organization: organization.name,
      resources: liveResources({ facts, settings, users, teams: listedTeams ?? [], assignments }, organization),
      coverage: this.coverage,
      facts,
      diagnostics: this.diagnostics,
    };
  }

  private federation(): Promise<Federation | undefined> {
    return this.tolerate(['idp-mapping', 'roleMappings', 'identity-provider'], 'the federation', () =>
      this.federations.of(this.organization.id),
    );
  }

  /** All of them, invitations too: this one list tells roles and teams of everybody. */
  private users(): Promise<readonly AtlasUser[] | undefined> {
    const statuses = wire.membershipStatuses.map((status) => `orgMembershipStatuses=${status}`).join('&');
    return this.tolerate(['members'], 'the members', () =>
      this.client.list(`${this.root}/users?${statuses}`, 'the members', wire.userFromWire),
    );
  }

  private teams(): Promise<readonly AtlasTeamRef[] | undefined> {
    return this.tolerate(['teams'], 'the teams', () =>
      this.client.list(`${this.root}/teams`, 'the teams', wire.namedFromWire),
    );
  }

  /** Without them no name could be resolved, so a failure is one of the whole organization. */
  private async projects(): Promise<NameIndex> {
    return createNameIndex(await this.client.list(`${this.root}/groups`, 'the projects', wire.namedFromWire));
  }

  private assignments(projects: NameIndex): Promise<readonly ProjectTeams[]> {
    return Promise.all(
      [...projects.nameOf].map(async ([projectId, name]) => ({
        projectId,
        teams: await this.client.listBy(
          `/groups/${encodeURIComponent(projectId)}/teams`,
          `the teams of project "${name}"`,
          wire.teamAssignmentFromWire,
          ({ teamId }) => teamId,
        ),
      })),
    );
  }

  /** Of teams that are there: a new one has none. */
  private assignmentsMatter(teams: readonly AtlasTeamRef[]): boolean {
    if (!this.needs.assignments) return false;
    if (this.whole) return teams.length > 0;
    const { managed, unlisted, resources } = this.organization;
    if (managed.includes('teams') && unlisted.teams.policy === 'remove') return teams.length > 0;
    const named = new Set(
      resources.flatMap(({ kind, name, previously, state, attributes }) =>
        kind === 'team' && (state === 'absent' || attributes['projects'] !== undefined) ? [name, ...previously] : [],
      ),
    );
    return teams.some(({ name }) => named.has(name));
  }

  /** The name is the organization's own; the others have a call that Atlas allows ten times in a row only. */
  private async settings(): Promise<JsonObject | undefined> {
    const { name, settings } = this.needs;
    if (!name && settings.length === 0) return undefined;
    return this.tolerate(['settings'], 'the settings', async () => {
      const [organization, others] = await Promise.all([
        name ? this.client.get(this.root, wire.organizationFromWire) : undefined,
        settings.length > 0
          ? this.client.get(`${this.root}/settings`, (body) => wire.settingsFromWire(body, settings))
          : undefined,
      ]);
      return { ...others, ...organization };
    });
  }

  /** Whether a person is to be removed for being unlisted, if nobody provisioned them. */
  private originDecides(users: readonly AtlasUser[]): boolean {
    const { managed, unlisted, resources } = this.organization;
    if (this.needs.federation || !managed.includes('members')) return false;
    if (unlisted.members.policy !== 'remove' || unlisted.members.includeProvisioned) return false;
    const listed = new Set(resources.filter(({ kind }) => kind === 'member').map(({ name }) => name));
    return users.some(({ email }) => !listed.has(email));
  }

  /** Whether somebody is to be invited: whom Atlas lets in, and who is a member at once, depends on the federation. */
  private joiningDecides(users: readonly AtlasUser[]): boolean {
    if (this.needs.federation || this.coverage['members'] !== undefined) return false;
    const members = new Set(
      users.filter(({ status }) => status === 'ACTIVE' || status === 'PENDING').map(({ email }) => email),
    );
    return this.organization.resources.some(
      ({ kind, name, state }) => kind === 'member' && state === 'present' && !members.has(name),
    );
  }

  /** A refusal (401, 403) is the credential's and ends the read; anything else makes the plan incomplete. */
  private async tolerate<T>(keys: readonly string[], what: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!isOrgwrightError(error) || error.code === 'safety' || error.code === 'config' || error.code === 'auth')
        throw error;
      if (isApiError(error) && (error.status === 401 || error.status === 403)) throw error;
      for (const key of keys) this.coverage[key] = { complete: false, reason: error.message };
      this.diagnostics.push({
        severity: 'warning',
        code: 'incomplete-read',
        summary: `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${this.organization.name} could not be read completely.`,
        detail: error.message,
        hint: error.hint ?? 'Try again; nothing that was not read is created or removed.',
        address: formatAddress(this.organization.name, keys[0] ?? ''),
      });
      return undefined;
    }
  }
}

/** Whether somebody is to leave who is alone in a team: then the plan must name the team. */
function leavesATeamEmpty({ resources }: DesiredOrganization, users: readonly AtlasUser[]): boolean {
  const leaving = new Set(
    resources.filter(({ kind, state }) => kind === 'member' && state === 'absent').map(({ name }) => name),
  );
  const staying = new Set(users.filter(({ email }) => !leaving.has(email)).flatMap(({ teamIds }) => teamIds));
  return users.some(({ email, teamIds }) => leaving.has(email) && teamIds.some((team) => !staying.has(team)));
}

function projectsOfTeams(assignments: readonly ProjectTeams[]): ReadonlyMap<string, readonly string[]> {
  const projects = new Map<string, string[]>();
  for (const { projectId, teams } of assignments) {
    for (const { teamId } of teams) projects.set(teamId, [...(projects.get(teamId) ?? []), projectId]);
  }
  return projects;
}
