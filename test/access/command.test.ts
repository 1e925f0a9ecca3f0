import { describe, expect, it } from 'vitest';
import { folder } from '../cli/support/folder.js';
import { runInTerminal, type Session } from '../cli/support/in-process.js';
import { servedSandbox } from '../cli/support/served-sandbox.js';

const world = `
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      billingEmail: billing@acme.com
      users:
        - { email: alice@acme.com, role: ORGANIZATION_OWNER }
        - { email: bob@acme.com, role: ORGANIZATION_MEMBER }
        - { email: eve@else.io, role: ORGANIZATION_MEMBER }
      teams:
        - { name: "=crew", role: ORGANIZATION_BILLING_ADMIN, members: [bob@acme.com] }
      domains: [{ name: acme.com, enforcedLogins: [sso] }]
      ssoConnections: [{ name: okta, domains: [acme.com], strategy: samlp, enabled: true, jit: { role: ORGANIZATION_MEMBER } }]
`;

const configuration = `orgwright: 1
providers:
  astro: { type: astro, token: { env: ASTRO_API_TOKEN }, privateApi: allow }
organizations:
  acme-data:
    type: astro
    id: clm3x0acme000000000000001
    authentication:
      domains:
        acme.com:
          allowedMethods: [google]
    members:
      eve@else.io: { state: absent }
      zoe@acme.com: { role: ORGANIZATION_OWNER }
`;

async function access(argv: readonly string[], wanted = configuration, live = world): Promise<Session> {
  const sandbox = await servedSandbox(live);
  const cwd = await folder({ 'org.yaml': wanted });
  return runInTerminal(['access', ...argv], { cwd, env: sandbox.env, answer: () => Promise.resolve(undefined) });
}

interface AccessRowJson {
  readonly person: string;
  readonly method: string;
  readonly allowed: string;
  readonly path: string | null;
  readonly roles: readonly unknown[];
  readonly because: readonly { readonly source: { readonly line: number } | null }[];
}

async function json(argv: readonly string[]): Promise<{ readonly access: readonly AccessRowJson[] }> {
  const { stdout } = await access(['-json', ...argv]);
  return JSON.parse(stdout) as { readonly access: readonly AccessRowJson[] };
}

describe('orgwright access', () => {
  it('says why she can and why she cannot, with the line or the live object that decides', async () => {
    const { stdout, stderr, code } = await access(['--user', 'bob@acme.com']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toBe(`\
acme-data, as it is live:

  bob@acme.com
    yes     sso: as a member, through okta
            has ORGANIZATION_BILLING_ADMIN (team =crew)
            because acme.com allows sso (acme-data/domain/acme.com)
            because SSO connection okta is active (acme-data/sso/acme.com)
            because bob@acme.com is an active member (acme-data/member/bob@acme.com)
    no      password, google, github
            because acme.com allows only sso (acme-data/domain/acme.com)
    no      bypass
            because the organization has no bypass link (acme-data/bypass-link)
`);
  });

  it('shows everybody, and anyone on the domains, as they will be after an apply', async () => {
    const { access: rows } = await json(['--at', 'plan', '--method', 'google']);
    expect(rows.map(({ person, allowed, path }) => [person, allowed, path])).toEqual([
      ['alice@acme.com', 'yes', 'member'],
      ['bob@acme.com', 'yes', 'member'],
      ['zoe@acme.com', 'yes', 'invitation'],
      ['*@acme.com', 'no', null],
    ]);
    const live = await json(['--method', 'google', '--user', 'zoe@acme.com', '--user', 'eve@else.io']);
    expect(live.access.map(({ allowed }) => allowed)).toEqual(['no', 'yes']);
  });

  it('names the line of YAML that holds', async () => {
    const { stdout } = await access(['--user', 'bob@acme.com', '--at', 'plan', '--method', 'google']);
    expect(stdout).toContain('because acme.com allows google (org.yaml:10:9)');
    const same = configuration.replace('[google]', '[sso]');
    const { stdout: live } = await access(['--user', 'bob@acme.com', '--method', 'sso'], same);
    expect(live).toContain('because acme.com allows sso (org.yaml:10:9)');
  });

  it('tells what it takes for granted', async () => {
    const { stdout } = await access(['--user', '*@acme.com', '--at', 'plan', '--method', 'google']);
    expect(stdout).toContain('acme-data, as it will be after an apply:');
    expect(stdout).toContain('google makes no member just in time (acme-data/sso/acme.com)');
    expect(stdout).toMatch(
      /Taken for granted, [^\n]*:\n {2}jit-logins: Only a login through the SSO connection itself/,
    );
  });

  it('makes a sheet that runs no formula, and a table that no name breaks', async () => {
    const { stdout: csv } = await access(['--format', 'csv', '--user', 'bob@acme.com', '--method', 'sso']);
    expect(csv.split('\r\n')).toEqual([
      'organization,person,method,allowed,path,identity_provider,bypass,roles,possible_roles,because,assumptions',
      'acme-data,bob@acme.com,sso,yes,member,okta,false,ORGANIZATION_BILLING_ADMIN (team =crew),,' +
        'acme.com allows sso (acme-data/domain/acme.com); SSO connection okta is active (acme-data/sso/acme.com); ' +
        'bob@acme.com is an active member (acme-data/member/bob@acme.com),',
      '',
    ]);
    const hostile = `=cmd|'/c calc'!A1,"x"`;
    const { stdout: formula } = await access(['--format', 'csv', '--method', 'google', '--user', hostile]);
    expect(formula.split('\r\n')[1]).toMatch(/^acme-data,"'=cmd\|'\/c calc'!A1,""x""",google,no/);
    const { stdout: markdown } = await access(['--format', 'markdown', '--method', 'google', '--user', 'a|b`<b>@x']);
    expect(markdown).toContain('| ``a\\|b`<b>@x`` | `google` | `no` |');
  });

  it('says what it cannot know, and where the private API refuses', async () => {
    const refusing = world.replace('      name: Acme Data\n', '      name: Acme Data\n      coreApi: false\n');
    const withoutSecrets = configuration.replace(
      '    authentication:\n      domains:\n        acme.com:\n          allowedMethods: [google]\n',
      '',
    );
    const { stdout, code } = await access(['--user', 'bob@acme.com', '--method', 'sso'], withoutSecrets, refusing);
    expect(code).toBe(0);
    expect(stdout).toContain('    unknown sso: as a member\n');
    expect(stdout).toContain('the SSO connection of acme.com cannot be read: only the private API tells');
  });

  it('refuses what nobody can answer', async () => {
    const { stderr, code } = await access(['--method', 'gogle']);
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody can log in by "gogle" here.');
    expect(stderr).toContain('Did you mean google?');
    expect((await access(['--at', 'yesterday'])).code).toBe(1);
    expect((await access(['-json', '--format', 'csv'])).stderr).toContain('exclude each other');
    const broken = await access([], configuration.replace('type: astro\n    id', 'type: astrow\n    id'));
    expect(broken.code).toBe(1);
  });
});
