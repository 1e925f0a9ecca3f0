import { describe, expect, it } from 'vitest';
import type { DriftItem, DriftSummary } from '../../src/core/drift.js';
import { folder } from './support/folder.js';
import { configuration, world } from './support/organization.js';
import { runCli, type CliResult } from './support/run-cli.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

interface DriftDocument {
  readonly format_version: string;
  readonly complete: boolean;
  readonly errored: boolean;
  readonly drift: readonly DriftItem[];
  readonly kept_privileged: readonly { readonly address: string }[];
  readonly summary: DriftSummary;
  readonly diagnostics: readonly unknown[];
}

const sameAsLive = configuration
  .replace('      dave@acme.com: { state: absent }\n', '      dave@acme.com: {}\n')
  .replace('description: Data engineering, members: [alice@acme.com, bob@acme.com]', 'members: [alice@acme.com]');

interface Situation {
  readonly live?: string;
  readonly wanted?: string;
  readonly argv?: readonly string[];
}

async function drift({
  live = world,
  wanted = configuration,
  argv = [],
}: Situation): Promise<CliResult & { readonly sandbox: TestSandbox }> {
  const sandbox = await servedSandbox(live);
  const cwd = await folder({ 'org.yaml': wanted });
  return { ...(await runCli(['drift', ...argv], { cwd, env: sandbox.env })), sandbox };
}

async function driftJson(situation: Situation): Promise<{ code: number | null; document: DriftDocument }> {
  const { stdout, code } = await drift({ ...situation, argv: ['-json', ...(situation.argv ?? [])] });
  return { code, document: JSON.parse(stdout) as DriftDocument };
}

describe('orgwright drift', () => {
  it('tells each difference by its direction, exits with 2, and writes nothing', async () => {
    const { stdout, stderr, code, sandbox } = await drift({});
    expect({ stderr, code }).toEqual({ stderr: '', code: 2 });
    expect(stdout).toBe(`\
acme-data:
  extra    acme-data/member/dave@acme.com (owner unknown, state: absent)
           role: ORGANIZATION_MEMBER
           status: ACTIVE
  changed  acme-data/team/data-eng
           description: live "", wanted "Data engineering"
  missing  acme-data/team/data-eng
           members: bob@acme.com

Drift: 1 missing, 1 extra, 1 changed.
`);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('reads what is managed and no more, and says nothing of an apply', async () => {
    const [withoutTeams = ''] = configuration.split('    teams:');
    const wanted = `${withoutTeams.replace('bypassLink: { state: present }', 'domains: {}')}guards: { minOwners: 0 }\n`;
    const { stdout, stderr, sandbox } = await drift({ wanted });
    expect(stdout).toMatch(/Drift: 0 missing, 1 extra, 0 changed/);
    expect(stderr).toBe('');
    const { requests } = (await sandbox.control('GET', 'requests')) as { requests: readonly { path: string }[] };
    expect(requests.map(({ path }) => path.replace(/[?].*/, '').split('/').slice(4).join('/')).sort()).toEqual([
      '',
      'domains',
      'users',
    ]);
  });

  it('begins with "No drift." and exits with 0 where all is as configured', async () => {
    const { stdout, stderr, code } = await drift({ wanted: sameAsLive });
    expect({ stdout, stderr, code }).toEqual({ stdout: 'No drift.\n', stderr: '', code: 0 });
  });

  it('looks at what is live although no file has changed', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': sameAsLive });
    const run = () => runCli(['drift'], { cwd, env: sandbox.env });
    expect((await run()).code).toBe(0);
    const answer = await fetch(`${sandbox.url}/v1/organizations/clm3x0acme000000000000001/invites`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sandbox.env['ASTRO_API_TOKEN'] ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ inviteeEmail: 'zed@else.example', role: 'ORGANIZATION_OWNER' }),
    });
    expect(answer.ok).toBe(true);
    const later = await run();
    expect(later.code).toBe(2);
    expect(later.stdout).toMatch(
      /^ {2}extra {4}acme-data\/member\/zed@else\.example with ORGANIZATION_OWNER \(owner /m,
    );
  });

  it('is one JSON document with -json, --format json and --format=json', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    for (const argv of [['-json'], ['--format', 'json'], ['--format=json']]) {
      const { stdout, code } = await runCli(['drift', ...argv], { cwd, env: sandbox.env });
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toEqual({
        format_version: '1.0',
        complete: true,
        errored: false,
        drift: [
          {
            address: 'acme-data/member/dave@acme.com',
            direction: 'extra',
            owner: 'unknown',
            detail: 'state: absent',
            before: { role: 'ORGANIZATION_MEMBER', status: 'ACTIVE' },
          },
          {
            address: 'acme-data/team/data-eng',
            direction: 'changed',
            owner: 'yaml',
            before: { description: '' },
            after: { description: 'Data engineering' },
          },
          {
            address: 'acme-data/team/data-eng',
            direction: 'missing',
            owner: 'yaml',
            after: { members: ['bob@acme.com'] },
          },
        ],
        kept_privileged: [],
        summary: { missing: 1, extra: 1, changed: 1, blocked: 0, privileged: 0, pending: 0, kept: 0, manual: 0 },
        diagnostics: [],
      });
    }
  });

  it('is the same whatever the order of files, keys and live objects', async () => {
    const reordered = world.replace(
      /( +- \{ email: alice.*\n)( +- \{ email: bob.*\n)( +- \{ email: dave.*\n)/,
      '$3$2$1',
    );
    const other = configuration.replace(/( +alice@.*\n)( +bob@.*\n)( +dave@.*\n)/, '$3$1$2');
    expect([reordered === world, other === configuration]).toEqual([false, false]);
    const one = await driftJson({});
    const two = await driftJson({ live: reordered, wanted: other });
    expect(two.document.drift).toEqual(one.document.drift);
  });

  it('names who is unlisted and privileged, and only counts what is kept', async () => {
    const owner = world.replace(
      '        - { email: dave',
      '        - { email: zed@acme.com, role: ORGANIZATION_OWNER }\n        - { email: dave',
    );
    const reported = await driftJson({ live: owner, wanted: sameAsLive });
    expect(reported.code).toBe(2);
    expect(reported.document.drift).toEqual([
      {
        address: 'acme-data/member/zed@acme.com',
        direction: 'extra',
        owner: 'unknown',
        policy: 'report',
        privileged: ['ORGANIZATION_OWNER'],
      },
    ]);
    const keep = `${sameAsLive}    unlisted: { members: keep }\n`;
    const kept = await drift({ live: owner, wanted: keep });
    expect(kept.code).toBe(0);
    expect(kept.stdout).toBe(`\
No drift.
Besides: 1 kept by policy.

Kept by policy, with a privileged role:
  acme-data/member/zed@acme.com with ORGANIZATION_OWNER (owner unknown, kept by policy)

`);
    const plain = await drift({
      live: owner.replace('zed@acme.com, role: ORGANIZATION_OWNER', 'zed@acme.com'),
      wanted: keep,
    });
    expect({ code: plain.code, stdout: plain.stdout }).toEqual({
      code: 0,
      stdout: 'No drift.\nBesides: 1 kept by policy.\n',
    });
  });

  it('has an expired invitation, and not a pending one', async () => {
    const invited = (days: number): string =>
      world.replace(
        'dave@acme.com, role: ORGANIZATION_MEMBER',
        `dave@acme.com, role: ORGANIZATION_MEMBER, status: PENDING, invite: { expiresInDays: ${days} }`,
      );
    const pending = await driftJson({ live: invited(7), wanted: sameAsLive });
    expect(pending).toMatchObject({ code: 0, document: { drift: [], summary: { pending: 1 } } });
    const expired = await driftJson({ live: invited(-1), wanted: sameAsLive });
    expect(expired.code).toBe(2);
    expect(expired.document.drift).toMatchObject([
      { address: 'acme-data/member/dave@acme.com', direction: 'changed', owner: 'yaml', before: { status: 'EXPIRED' } },
    ]);
  });

  it('tells what another system owns, and which way it goes', async () => {
    const scim = world.replace('billingEmail', 'scimEnabled: true\n      billingEmail');
    const { code, document } = await driftJson({ live: scim, wanted: configuration });
    expect(code).toBe(2);
    expect(document.drift.filter(({ blocked }) => blocked)).toEqual([
      {
        address: 'acme-data/team/data-eng',
        direction: 'changed',
        owner: 'scim',
        detail: 'the description cannot be changed while SCIM manages teams',
        blocked: true,
      },
      {
        address: 'acme-data/team/data-eng',
        direction: 'missing',
        owner: 'scim',
        detail: 'not in the team: bob@acme.com',
        blocked: true,
      },
    ]);
    expect(document.summary).toMatchObject({ blocked: 2, missing: 1, changed: 1 });
  });

  it('has what only a person can do, and whose it is', async () => {
    const denied = configuration.replace('privateApi: allow', 'privateApi: deny');
    const { code, document } = await driftJson({
      live: world.replace('dave@acme.com, role: ORGANIZATION_MEMBER', 'dave@acme.com, role: ORGANIZATION_OWNER'),
      wanted: denied,
      argv: ['-target=acme-data/member/dave@acme.com'],
    });
    expect(code).toBe(2);
    expect(document.drift).toEqual([
      {
        address: 'acme-data/member/dave@acme.com',
        direction: 'extra',
        owner: 'unknown',
        detail: expect.stringMatching(/; Remove dave@acme\.com from the organization$/) as string,
        before: { role: 'ORGANIZATION_OWNER' },
        privileged: ['ORGANIZATION_OWNER'],
      },
    ]);
  });

  it('never exits with 10, whatever a plan would take away', async () => {
    const wanted = configuration.replace('{ role: ORGANIZATION_OWNER }', '{ role: ORGANIZATION_MEMBER }');
    const { stdout, stderr, code } = await drift({ wanted });
    expect({ stderr, code }).toEqual({ stderr: '', code: 2 });
    expect(stdout).toContain(
      '  changed  acme-data/member/alice@acme.com with ORGANIZATION_OWNER\n' +
        '           role: live ORGANIZATION_OWNER, wanted ORGANIZATION_MEMBER\n',
    );
  });

  it('shows what it saw where one organization cannot be read, and exits with 1', async () => {
    const second = configuration
      .slice(configuration.indexOf('  acme-data:'))
      .replace('acme-data:', 'gone:')
      .replace(/clm\w+/, 'clm3x0acme000000000000009');
    const { stdout, stderr, code } = await drift({ wanted: configuration + second });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^org\.yaml:\d+:\d+: error: Could not read gone: /m);
    expect(stdout).toMatch(/^This report has errors/);
    expect(stdout).toContain('  extra    acme-data/member/dave@acme.com');
    const clean = await drift({ wanted: sameAsLive + second });
    expect(clean.code).toBe(1);
    expect(clean.stdout).not.toContain('No drift.');
    const only = await drift({ wanted: sameAsLive + second, argv: ['--org', 'acme-data'] });
    expect({ code: only.code, stdout: only.stdout }).toEqual({ code: 0, stdout: 'No drift.\n' });
  });

  it('goes on with an incomplete read only when told to, and never calls that no drift', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': sameAsLive });
    const run = async (...argv: string[]) => {
      await sandbox.control('PUT', 'faults', [
        { method: 'GET', path: '/v1/organizations/clm3x0acme000000000000001/teams', times: 100, status: 403 },
      ]);
      return runCli(['drift', ...argv], { cwd, env: sandbox.env });
    };
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('error: Not everything could be read');
    const allowed = await run('--allow-incomplete');
    expect(allowed.code).toBe(0);
    for (const { stdout } of [refused, allowed]) {
      expect(stdout).toMatch(/^This report is incomplete: not everything could be read\./);
      expect(stdout).toMatch(/\nDrift: 0 missing, 0 extra, 0 changed\.\n$/);
    }
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('is the body of an issue with --format markdown', async () => {
    const { stdout, code } = await drift({ argv: ['--format=markdown'] });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^## Drift: 1 missing, 1 extra, 1 changed\n/);
    expect(stdout).toContain('### Missing: configured, but not live (1)\n\n- `acme-data/team/data-eng`');
    expect(stdout).toContain('  - `members`: `bob@acme.com`\n');
  });

  it.each([
    [['-as-of=yesterday'], /-as-of takes a time, not "yesterday"/],
    [['-json', '--format=text'], /-json and --format=text exclude each other/],
    [['-json', '--format=markdown'], /-json and --format=markdown exclude each other/],
    [['-replace=acme-data/bypass-link'], /Unknown flag -replace for `orgwright drift`/],
    [['-auto-approve'], /Unknown flag -auto-approve for `orgwright drift`/],
    [['--format=html'], /Flag -format does not take "html"/],
    [['-parallelism=3'], /Flag -parallelism of `orgwright drift` is not yet supported/],
    [['-detailed-exitcode'], /Unknown flag -detailed-exitcode/],
  ])('refuses %j', async (argv, message) => {
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['drift', ...argv], { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(message);
  });

  it('shows every problem of the configuration and reads nothing', async () => {
    const { stdout, stderr, code, sandbox } = await drift({ wanted: configuration.replace('teams:', 'teems:') });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^org\.yaml:14:\d+: error: /m);
    expect(await sandbox.control('GET', 'requests')).toMatchObject({ totals: { reads: 0, writes: 0 } });
  });
});
