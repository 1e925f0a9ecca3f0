/** Reads a SCIM directory: few requests, large pages, in parallel, and only what is managed. */
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { ReadScope } from '../../core/provider.js';
import type { Coverage, DesiredOrganization, Live } from '../../core/resource.js';
import { isApiError, isOrgwrightError } from '../../errors.js';
import type { ScimService } from './capabilities.js';
import type { ScimClient } from './client.js';
import type { ScimFacts } from './facts.js';
import { readGroups } from './groups.js';
import { hiddenDiagnostics } from './hidden-diagnostics.js';
import { liveResources } from './live.js';
import { mayBeCut } from './membership.js';
import { Memberships } from './memberships.js';
import { needsOf, type Needs } from './needs.js';
import { People } from './people.js';
import { createTeamNames, type TeamNames } from './team-names.js';
import { findUnsupported } from './unsupported.js';
import type { WireGroup } from './wire.js';

export async function readDirectory(
  client: ScimClient,
  { organization, whole = false }: ReadScope,
): Promise<Live<ScimFacts>> {
  return new Reading(client, organization, await client.capabilities(), whole).read();
}

/** What one read gathers. What cannot be read completely is noted and left out; a refused credential ends it. */
class Reading {
  private readonly coverage: Record<string, Coverage> = {};
  private readonly diagnostics: Diagnostic[] = [];
  private readonly client: ScimClient;
  private readonly organization: DesiredOrganization;
  private readonly service: ScimService;
  private readonly needs: Needs;
  private readonly teamNames: TeamNames;

  constructor(client: ScimClient, organization: DesiredOrganization, service: ScimService, whole: boolean) {
    this.client = client;
    this.organization = organization;
    this.service = service;
    this.needs = needsOf(organization, service, whole);
    this.teamNames = createTeamNames(organization.resources);
  }

  async read(): Promise<Live<ScimFacts>> {
    const { needs, organization, service, client, teamNames } = this;
    const [people, groups = []] = await Promise.all([
      needs.users ? this.tolerate('people', 'members', () => People.open(client)) : undefined,
      needs.groups ? this.tolerate('groups', 'teams', () => readGroups(client, needs)) : undefined,
    ]);
    const memberships = new Memberships(client, service, organization, needs.members ? groups : [], teamNames);
    const areMembersRead = await this.readMembers(memberships, people);
    const users = people?.byId ?? new Map<string, never>();
    const unsupported = await findUnsupported(client, organization, users);
    const byGroup = new Map(memberships.managed.map((membership) => [membership.group.id, membership]));
    const resources = liveResources({
      organization,
      service,
      users,
      groups,
      teamNames,
      memberships: byGroup,
      areNamed: (group) => (byGroup.has(group.id) ? areMembersRead : people?.isComplete === true && hasPeople(group)),
    });
    for (const { name, hidden } of memberships.managed) {
      if (hidden !== undefined) this.coverage[`teamMembers/${name}`] ??= { complete: false, reason: hidden };
    }
    const facts: ScimFacts = {
      basePath: client.basePath,
      capabilities: capabilitiesOf(await client.capabilities()),
      users: new Map([...users].map(([id, { key, active }]) => [id, { id, userName: key, active }])),
      idOf: people?.ids ?? new Map(),
      hidden: new Set(
        memberships.managed
          .filter(({ group, hidden }) => hidden !== undefined || (!areMembersRead && this.mayHaveMore(group)))
          .map(({ group }) => group.id),
      ),
      unsupported: unsupported.attributes,
    };
    return {
      organization: organization.name,
      resources,
      coverage: this.coverage,
      facts,
      diagnostics: [
        ...this.diagnostics,
        ...hiddenDiagnostics(organization, memberships.managed),
        ...unsupported.diagnostics,
      ],
    };
  }

  /** Where nobody was asked: only what could not have been cut counts as whole. */
  private mayHaveMore(group: WireGroup): boolean {
    return this.needs.memberNames || group.memberCount === 0 || mayBeCut(group, this.service.maxResults);
  }

  /** Reads the people who are needed and who is in the groups; whether the latter is known, as far as it is shown. */
  private async readMembers(memberships: Memberships, people: People | undefined): Promise<boolean> {
    const { needs, service } = this;
    const keys = memberships.managed.map(({ name }) => `teamMembers/${name}`);
    const what = 'members of the groups';
    const done = async (work: Promise<void>): Promise<true> => work.then(() => true);
    const areShown =
      !(needs.memberNames || !service.patch) ||
      (await this.tolerate(what, keys, () => done(memberships.readShown()))) === true;
    const arePeopleRead =
      people !== undefined &&
      (await this.tolerate('people', 'members', () =>
        done(
          needs.allUsers
            ? people.readAll()
            : people.find(needs.userNames, needs.memberNames ? memberships.shownIds : new Set()),
        ),
      )) === true;
    if (!needs.memberNames) return false;
    if (people === undefined || !arePeopleRead) {
      const reason = 'the people of the directory could not be read';
      for (const key of keys) this.coverage[key] ??= { complete: false, reason };
      return false;
    }
    return areShown && (await this.tolerate(what, keys, () => done(memberships.readHidden(people)))) === true;
  }

  /** A credential that is refused ends the read, and so does an address where no people are. */
  private async tolerate<T>(
    what: string,
    keys: string | readonly string[],
    read: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!isOrgwrightError(error) || error.code === 'safety' || error.code === 'config' || error.code === 'auth')
        throw error;
      if (what === 'people' && isApiError(error) && isFinal(error.status)) throw error;
      const list = [keys].flat();
      for (const key of list) this.coverage[key] = { complete: false, reason: error.message };
      this.diagnostics.push({
        severity: 'warning',
        code: 'incomplete-read',
        summary: `The ${what} of ${this.organization.name} could not be read completely.`,
        detail: error.message,
        hint: error.hint ?? 'Try again; nothing that was not read is created or removed.',
        address: formatAddress(this.organization.name, what === 'people' ? 'members' : 'teams'),
      });
      return undefined;
    }
  }
}

/** Answers that another try will not change; they are about the connection rather than about one list. */
function isFinal(status: number | undefined): boolean {
  return status !== undefined && status < 500 && status !== 429;
}

function hasPeople({ members }: WireGroup): boolean {
  return members !== undefined && members.length > 0;
}

function capabilitiesOf({ patch, bulk, filter, etag }: ScimService): ScimFacts['capabilities'] {
  return { patch, bulk, filter, etag };
}
