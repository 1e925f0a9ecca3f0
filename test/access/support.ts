/** Asks the access model and the sandbox the same questions, so that two readings of a vendor's documentation meet. */
import { askAccess, roleText, type AccessAnswer, type AccessQuestion, type AccessRole } from '../../src/core/access.js';
import { openAccess, type AccessSource } from '../../src/core/open-access.js';
import type { Change } from '../../src/core/change.js';
import type { Connection } from '../../src/core/provider.js';
import type { PlannedOrganization } from '../../src/core/plan.js';
import { startOfTime, type TestBed } from '../support/test-bed.js';

export const noOptions = {
  now: new Date(startOfTime).toISOString(),
  verifyDomains: false,
  replace: new Set<never>(),
};

/** Every organization of the configuration, read whole. */
export async function readWhole(
  bed: TestBed,
  config: string | object,
): Promise<readonly Omit<AccessSource, 'changes'>[]> {
  const planned = await bed.read(config);
  const connections = await bed.connect(config, 'read');
  return Promise.all(
    planned.map(async ({ desired, provider }) => ({
      desired,
      provider,
      live: await connectionOf(connections, desired.name).read({
        organization: desired,
        options: noOptions,
        whole: true,
      }),
    })),
  );
}

function connectionOf(connections: ReadonlyMap<string, Connection>, name: string): Connection {
  const connection = connections.get(name);
  if (connection === undefined) throw new Error(`no connection for ${name}`);
  return connection;
}

export type Ask = (organization: string, question: AccessQuestion) => AccessAnswer;

/** What the model says, with each organization's changes made or, without any, as it is. */
export function model(
  sources: readonly Omit<AccessSource, 'changes'>[],
  changesOf: (organization: string) => readonly Change[] = () => [],
): Ask {
  const all = sources.map((source) => ({ ...source, changes: changesOf(source.desired.name) }));
  const opened = new Map(all.map((source) => [source.desired.name, openAccess(source, all)]));
  return (organization, question) => {
    const access = opened.get(organization);
    if (access === undefined) throw new Error(`${organization} has no access rules`);
    return askAccess(access.rules, access.view, question);
  };
}

export interface Outcome {
  readonly allowed: boolean;
  readonly reason: string;
  readonly via?: string;
  readonly provisioned: boolean;
  readonly roles: readonly string[];
}

/** What the sandbox would do; it does not do it. */
export async function rehearse(
  bed: TestBed,
  organization: Pick<PlannedOrganization['desired'], 'id'>,
  { person, method, idpGroups }: AccessQuestion,
): Promise<Outcome> {
  return (await bed.control('POST', 'login', {
    organization: organization.id,
    email: person,
    method,
    rehearse: true,
    ...(idpGroups !== undefined && { idpGroups }),
  })) as Outcome;
}

/** Roles as the sandbox tells them: those of the membership, and in Atlas without what teams give in projects. */
export function roleTexts(roles: readonly AccessRole[], isAtlas: boolean): readonly string[] {
  const own = isAtlas ? roles.filter(({ sources }) => sources.some(({ path }) => !path.startsWith('team '))) : roles;
  return own.map(roleText).sort();
}
