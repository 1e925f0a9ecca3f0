/** Mirror lists on the command line: what is selected, what the credential may not see, what has moved. */
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { everywhere, mirroredConfig, mirroredWorld, shop, shopId } from '../support/mirrored.js';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

const config = mirroredConfig({
  lists: { eng: { mirror: 'acme-shop/eng' } },
  data: { teams: { engineers: { members: [{ list: 'eng' }] } }, unlisted: { teamMembers: 'remove' } },
  shop: { settings: { name: 'Acme' }, teams: { 'ops/on call': { members: ['bob@acme.com'] } } },
});

interface Started {
  readonly sandbox: TestSandbox;
  run(...argv: readonly string[]): Promise<Session>;
  plan(...flags: readonly string[]): Promise<PlanDocument>;
}

async function start(given: object = config): Promise<Started> {
  const world = mirroredWorld({
    shop,
    data: { ...everywhere, teams: [{ name: 'engineers', members: ['zed@acme.com'] }] },
  });
  const sandbox = await servedSandbox(stringify(world));
  const cwd = await folder({ 'org.yaml': stringify(given) });
  const run: Started['run'] = (...argv) =>
    runInTerminal(argv, { cwd, env: sandbox.env, answer: async () => undefined });
  return {
    sandbox,
    run,
    plan: async (...flags) => JSON.parse((await run('plan', '-json', ...flags)).stdout) as PlanDocument,
  };
}

async function pathsRead({ sandbox }: Started): Promise<readonly string[]> {
  const { requests } = (await sandbox.control('GET', 'requests')) as {
    requests: readonly { method: string; path: string }[];
  };
  return requests.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/\?.*/, ''));
}

describe('a mirrored organization that is not selected', () => {
  it.each(['--org=acme-data', '-target=acme-data/team/engineers'])('is read but not planned: %s', async (flag) => {
    const started = await start();
    const document = await started.plan(flag);
    expect(document.resource_changes.map(({ address }) => address)).toEqual(['acme-data/team/engineers']);
    expect(document.resource_changes[0]?.change.after?.['members']).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect(document.diagnostics).toEqual([]);
    const paths = await pathsRead(started);
    const ofShop = paths.filter((path) => path.includes(shopId)).sort();
    // Not the settings: nobody asked for them.
    expect(ofShop).toEqual([`/api/atlas/v2/orgs/${shopId}/teams`, `/api/atlas/v2/orgs/${shopId}/users`]);
    expect(document.api_budget.reads).toBe(paths.length);
  });

  it('is not read where nobody who is selected follows it', async () => {
    const started = await start();
    await started.plan('--org=acme-shop');
    expect((await pathsRead(started)).filter((path) => path.startsWith('/v1/'))).toEqual([]);
  });
});

describe('a mirrored organization that refuses to be read', () => {
  const refused = [{ method: 'GET', path: `/api/atlas/v2/orgs/${shopId}/users`, times: 1000, status: 403 }];

  it('is an error of the list and of itself', async () => {
    const started = await start();
    await started.sandbox.control('PUT', 'faults', refused);
    const { stdout, stderr, code } = await started.run('plan');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^org\.yaml:\d+:\d+: error: Could not read acme-shop: /m);
    expect(stderr).toMatch(
      /^org\.yaml:16:13: error: Who is on the list "eng" is not known, so acme-data is not planned: acme-shop could not be read\.$/m,
    );
    expect(stdout).toMatch(/^This plan has errors/);
    expect(stdout).not.toContain('zed@acme.com');
  });

  it('is an error of the list alone where it is not selected', async () => {
    const started = await start();
    await started.sandbox.control('PUT', 'faults', refused);
    const document = await started.plan('--org=acme-data');
    expect(document.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error mirror-unreadable',
    ]);
    expect(document).toMatchObject({ errored: true, applyable: false, resource_changes: [] });
  });
});

describe('orgwright apply', () => {
  it('exits with 11 and sends nothing where a mirror shows others than in the plan', async () => {
    const started = await start();
    const everything = await started.plan();
    expect(everything.diagnostics).toEqual([]);
    const other = await folder({
      'org.yaml': stringify(mirroredConfig({ lists: {}, shop: { teams: { eng: { members: ['carol@acme.com'] } } } })),
    });
    const cwd = await folder({ 'org.yaml': stringify(config) });
    const { env } = started.sandbox;
    let writes: readonly string[] = [];
    const { stderr, code } = await runInTerminal(['apply', '--org=acme-data'], {
      cwd,
      env,
      answer: async () => {
        // As from another machine: on this one it would wait for its turn.
        const elsewhere = ['apply', '-auto-approve', '-lock=false'];
        await runInTerminal(elsewhere, { cwd: other, env, answer: async () => undefined });
        writes = await started.sandbox.takeWrites();
        return 'yes';
      },
    });
    expect(writes.some((path) => path.includes('/teams/'))).toBe(true);
    expect(stderr).toContain('Nothing was applied: changed since the plan was made: the list eng.');
    expect(code).toBe(11);
    expect((await started.sandbox.takeWrites()).filter((path) => !path.includes('/oauth/'))).toEqual([]);
    expect((await started.run('apply', '-auto-approve', '--org=acme-data')).code).toBe(0);
    expect((await started.plan('--org=acme-data')).operations).toEqual([]);
  });

  it('checks a mirror that shows the same, and goes on', async () => {
    const started = await start();
    const { code } = await started.run('apply', '-auto-approve');
    expect(code).toBe(0);
    expect((await started.plan()).operations).toEqual([]);
  });
});

describe('orgwright validate', () => {
  it('reads nobody and takes an unread list for unknown', async () => {
    const started = await start();
    const { stdout, stderr, code } = await started.run('validate');
    expect({ stdout, stderr, code }).toEqual({ stdout: 'Valid: 2 organizations in 1 file.\n', stderr: '', code: 0 });
    expect(await pathsRead(started)).toEqual([]);
  });
});
