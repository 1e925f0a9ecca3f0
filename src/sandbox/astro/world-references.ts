import { unique, type Report } from '../unique.js';
import { type Access, type WorldAstro, type WorldOrganization } from './world.js';

/** What the schema cannot say of Astro: names that must exist, and names that must not come twice. */
export function astroProblems({ organizations = [], tokens = [] }: WorldAstro, report: Report): void {
  unique(organizations, '/astro/organizations', 'id', ({ id }) => id, report);
  organizations.forEach((organization, at) => checkOrganization(organization, `/astro/organizations/${at}`, report));

  const ids = new Set(organizations.map(({ id }) => id));
  unique(tokens, '/astro/tokens', 'token', ({ token }) => token, report);
  tokens.forEach((token, at) => {
    for (const id of token.organizations ?? []) {
      if (!ids.has(id)) report(`/astro/tokens/${at}/organizations`, `there is no organization ${id}`);
    }
  });
}

function checkOrganization(organization: WorldOrganization, pointer: string, report: Report): void {
  const { users = [], teams = [], domains = [], workspaces = [], ssoConnections = [], customRoles = [] } = organization;
  unique(users, `${pointer}/users`, 'email', ({ email }) => email.toLowerCase(), report);
  unique(domains, `${pointer}/domains`, 'name', ({ name }) => name.toLowerCase(), report);
  unique(workspaces, `${pointer}/workspaces`, 'name', ({ name }) => name, report);
  unique(ssoConnections, `${pointer}/ssoConnections`, 'name', ({ name }) => name, report);
  unique(customRoles, `${pointer}/customRoles`, 'name', ({ name }) => name, report);
  for (const [kind, things] of Object.entries({ users, teams, domains, workspaces, ssoConnections, customRoles })) {
    const withId = (things as readonly { id?: string }[]).filter(({ id }) => id !== undefined);
    unique(withId, `${pointer}/${kind}`, 'id', ({ id }) => id ?? '', report);
  }
  const unnamed = teams.filter(({ id }) => id === undefined);
  unique(unnamed, `${pointer}/teams`, 'name', ({ name }) => name, report, ' (give teams of one name their own ids)');

  const deployments = new Map(
    workspaces.map((workspace) => [workspace.name, new Set(workspace.deployments?.map(({ name }) => name))]),
  );
  const known = new Set(users.map(({ email }) => email.toLowerCase()));
  users.forEach((user, at) => checkAccess(user.workspaces, deployments, `${pointer}/users/${at}/workspaces`, report));
  teams.forEach((team, at) => {
    checkAccess(team.workspaces, deployments, `${pointer}/teams/${at}/workspaces`, report);
    team.members?.forEach((email, member) => {
      if (!known.has(email.toLowerCase())) report(`${pointer}/teams/${at}/members/${member}`, `${email} is not a user`);
    });
  });

  const verified = new Set(
    domains.filter(({ status = 'VERIFIED' }) => status === 'VERIFIED').map(({ name }) => name.toLowerCase()),
  );
  const mapped = new Set<string>();
  ssoConnections.forEach((connection, at) => {
    for (const name of connection.domains ?? []) {
      const where = `${pointer}/ssoConnections/${at}/domains`;
      const domain = name.toLowerCase();
      if (!verified.has(domain)) report(where, `${name} is not a VERIFIED domain of the organization`);
      if (mapped.has(domain)) report(where, `${name} belongs to another connection already`);
      mapped.add(domain);
    }
    for (const workspace of Object.keys(connection.jit?.workspaces ?? {})) {
      if (!deployments.has(workspace)) {
        report(`${pointer}/ssoConnections/${at}/jit/workspaces`, `there is no workspace ${workspace}`);
      }
    }
  });
}

function checkAccess(
  access: Access | undefined,
  deployments: ReadonlyMap<string, ReadonlySet<string>>,
  pointer: string,
  report: Report,
): void {
  for (const [workspace, granted] of Object.entries(access ?? {})) {
    const inside = deployments.get(workspace);
    if (inside === undefined) report(pointer, `there is no workspace ${workspace}`);
    else if (typeof granted === 'object') {
      for (const deployment of Object.keys(granted.deployments ?? {})) {
        if (!inside.has(deployment)) report(pointer, `workspace ${workspace} has no deployment ${deployment}`);
      }
    }
  }
}
