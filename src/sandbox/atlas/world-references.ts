import { unique, type Report } from '../unique.js';
import { type ProjectAccess, type WorldAtlas, type WorldAtlasOrganization, type WorldFederation } from './world.js';

/** What the schema cannot say of Atlas: names that must exist, and what must not come twice. */
export function atlasProblems(world: WorldAtlas, report: Report): void {
  const { organizations = [], federations = [], serviceAccounts = [], apiKeys = [] } = world;
  unique(organizations, '/atlas/organizations', 'id', ({ id }) => id, report);
  organizations.forEach((organization, at) => checkOrganization(organization, `/atlas/organizations/${at}`, report));
  const projects = new Map(
    organizations.map(({ id, projects: own = [] }) => [id, new Set(own.map(({ name }) => name))]),
  );

  unique(federations, '/atlas/federations', 'id', ({ id }) => id, report);
  const connected = new Set<string>();
  federations.forEach((federation, at) => {
    const pointer = `/atlas/federations/${at}`;
    checkFederation(federation, pointer, projects, report);
    federation.connectedOrganizations?.forEach(({ organization }, place) => {
      const where = `${pointer}/connectedOrganizations/${place}/organization`;
      if (connected.has(organization))
        report(where, `${organization} is connected already; it can be in one federation`);
      connected.add(organization);
    });
  });

  unique(serviceAccounts, '/atlas/serviceAccounts', 'clientId', ({ clientId }) => clientId, report);
  unique(apiKeys, '/atlas/apiKeys', 'publicKey', ({ publicKey }) => publicKey, report);
  for (const [kind, credentials] of Object.entries({ serviceAccounts, apiKeys })) {
    credentials.forEach((credential, at) => {
      for (const id of credential.organizations ?? []) {
        if (!projects.has(id)) report(`/atlas/${kind}/${at}/organizations`, `there is no organization ${id}`);
      }
    });
  }
}

function checkOrganization(organization: WorldAtlasOrganization, pointer: string, report: Report): void {
  const { users = [], teams = [], projects = [] } = organization;
  unique(users, `${pointer}/users`, 'email', ({ email }) => email.toLowerCase(), report);
  unique(teams, `${pointer}/teams`, 'name', ({ name }) => name, report);
  unique(projects, `${pointer}/projects`, 'name', ({ name }) => name, report);
  const own = new Set(projects.map(({ name }) => name));
  const known = new Set(users.map(({ email }) => email.toLowerCase()));
  users.forEach((user, at) => checkProjects(user.projects, own, `${pointer}/users/${at}/projects`, report));
  teams.forEach((team, at) => {
    checkProjects(team.projects, own, `${pointer}/teams/${at}/projects`, report);
    team.members?.forEach((email, member) => {
      if (!known.has(email.toLowerCase())) report(`${pointer}/teams/${at}/members/${member}`, `${email} is not a user`);
    });
  });
}

function checkProjects(
  access: ProjectAccess | undefined,
  known: ReadonlySet<string>,
  pointer: string,
  report: Report,
): void {
  for (const name of Object.keys(access ?? {})) {
    if (!known.has(name)) report(pointer, `there is no project ${name}`);
  }
}

function checkFederation(
  federation: WorldFederation,
  pointer: string,
  projects: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const { domains = [], identityProviders = [], connectedOrganizations = [] } = federation;
  unique(identityProviders, `${pointer}/identityProviders`, 'name', ({ name }) => name, report);
  const verified = new Set(
    domains
      .map((domain) => (typeof domain === 'string' ? { name: domain } : domain))
      .filter(({ status = 'VERIFIED' }: { readonly status?: string }) => status === 'VERIFIED')
      .map(({ name }) => name.toLowerCase()),
  );
  identityProviders.forEach((provider, at) => {
    const where = `${pointer}/identityProviders/${at}`;
    for (const domain of provider.associatedDomains ?? []) {
      if (!verified.has(domain.toLowerCase()))
        report(`${where}/associatedDomains`, `${domain} is not a VERIFIED domain of the federation`);
    }
    if (provider.protocol !== 'OIDC' && provider.idpType === 'WORKLOAD')
      report(`${where}/idpType`, 'only OIDC has WORKLOAD');
  });
  const saml = new Set(identityProviders.filter(({ protocol }) => protocol !== 'OIDC').map(({ name }) => name));
  const oidc = new Map(
    identityProviders
      .filter(({ protocol }) => protocol === 'OIDC')
      .map(({ name, idpType = 'WORKFORCE' }) => [name, idpType]),
  );
  connectedOrganizations.forEach((connected, at) => {
    const where = `${pointer}/connectedOrganizations/${at}`;
    const own = projects.get(connected.organization);
    if (own === undefined) report(`${where}/organization`, `there is no organization ${connected.organization}`);
    const { identityProvider, dataAccessIdentityProviders: data = [], roleMappings = {} } = connected;
    if (identityProvider !== undefined && !saml.has(identityProvider)) {
      report(`${where}/identityProvider`, `there is no SAML identity provider ${identityProvider}`);
    }
    for (const name of data) {
      if (!oidc.has(name)) report(`${where}/dataAccessIdentityProviders`, `there is no OIDC identity provider ${name}`);
    }
    if (data.filter((name) => oidc.get(name) === 'WORKFORCE').length > 1) {
      report(`${where}/dataAccessIdentityProviders`, 'at most one of them may be an OIDC WORKFORCE one');
    }
    for (const [group, mapping] of Object.entries(roleMappings)) {
      const place = `${where}/roleMappings/${group.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      checkProjects(mapping.projects, own ?? new Set(), `${place}/projects`, report);
    }
  });
}
