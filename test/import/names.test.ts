/** Names as people and attackers make them, and roles that the YAML does not know. */
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { acmeConfig, acmeWorld } from '../support/acme.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { importYaml } from './round-trip.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const owner = { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' };
const hostile = [
  'yes',
  '012',
  'null',
  '# no comment',
  'a: b',
  '- x',
  '\u001b[31mred',
  'adm\u202Ein',
  'zero\u200Bwidth',
  '"',
  "'",
  '{a}',
  '*x',
  '&x',
  '!t',
  '%',
  '@x',
  '`',
  'é',
  '👩‍👩‍👧',
  'team/with/slashes',
];
const unnameable = [' space', '__proto__', 'constructor', '<<', 'two\nlines'];

async function importing(world: object): Promise<{ text: string; live: TestBed }> {
  bed = await createTestBed(world);
  return { text: await importYaml(bed, world), live: bed };
}

describe('an import', () => {
  it('writes any name so that it is read back as it was, and nothing that cannot be seen', async () => {
    const teams = hostile.map((name) => ({ name, members: ['alice@acme.com'] }));
    const { text, live } = await importing(acmeWorld({ users: [owner], teams }));
    expect(text).not.toMatch(/[\p{Cf}\u001b]/u);
    const written = parse(text) as { organizations: { 'acme-data': { teams: object } } };
    expect(Object.keys(written.organizations['acme-data'].teams).sort()).toEqual([...hostile].sort());
    const { document } = await live.plan(text);
    expect(document.operations).toEqual([]);
    expect(document.unlisted).toEqual([]);
    expect(document.diagnostics).toEqual([]);
  });

  it('leaves out what the YAML cannot name, with a comment', async () => {
    const teams = unnameable.map((name) => ({ name, members: ['alice@acme.com'] }));
    const { text, live } = await importing(acmeWorld({ users: [owner], teams }));
    for (const name of ['" space"', '"__proto__"', '"constructor"', '"<<"', '"two\\u{a}lines"']) {
      expect(text).toContain(`# Not listed: ${name}: `);
    }
    const { document } = await live.plan(text);
    expect(document.operations).toEqual([]);
    expect(document.unlisted.map(({ address }) => address).sort()).toEqual(
      unnameable.map((name) => `acme-data/team/${name}`).sort(),
    );
  });

  it('does not manage roles that the YAML does not know', async () => {
    const workspaces = { Analytics: 'WORKSPACE_AUTHOR' };
    const bob = { email: 'bob@acme.com', role: 'ORGANIZATION_MEMBER', workspaces };
    const world = acmeWorld({ users: [owner, bob] });
    bed = await createTestBed(world);
    bed.intercept = async (_, next) => {
      const response = await next();
      const text = (await response.text()).replaceAll('WORKSPACE_AUTHOR', 'Analyst of ours');
      return new Response(text, { status: response.status, headers: response.headers });
    };
    const text = await importYaml(bed, world);
    expect(text).toContain('# The workspaces are not managed: Analyst of ours on "Analytics" is unknown to the YAML.');
    const { document } = await bed.plan(text);
    expect({ operations: document.operations, errored: document.errored }).toEqual({ operations: [], errored: false });
  });

  it('puts people who are together in several teams into a list', async () => {
    const people = ['alice@acme.com', 'bob@acme.com'];
    const teams = ['B Team', 'C Team', 'D Team'].map((name) => ({ name, members: people }));
    const alone = { name: 'A Team', members: ['alice@acme.com'] };
    const users = [owner, { email: 'bob@acme.com', role: 'ORGANIZATION_MEMBER' }];
    const { text, live } = await importing(acmeWorld({ users, teams: [...teams, alone] }));
    const written = parse(text) as { lists: object; organizations: { 'acme-data': { teams: Record<string, object> } } };
    expect(written.lists).toEqual({ 'b-team': people });
    expect(written.organizations['acme-data'].teams['D Team']).toMatchObject({ members: [{ list: 'b-team' }] });
    expect((await live.plan(text)).operations).toEqual([]);
  });
});

describe('a name that cannot be seen', () => {
  const problems = async (organization: Record<string, unknown>, world = {}): Promise<readonly string[]> => {
    bed = await createTestBed(acmeWorld({ users: [owner], ...world }));
    const { document } = await bed.plan(acmeConfig(organization));
    return document.diagnostics.map(({ code, source }) => `${code} at line ${source?.line ?? '?'}`);
  };
  const team = { name: 'adm\u202Ein', members: ['alice@acme.com'] };

  it('is refused where something would be created', async () => {
    expect(await problems({ teams: { 'adm\u202Ein': {} } })).toEqual([
      expect.stringMatching(/^unsafe-name at line \d+$/),
    ]);
    await bed?.close();
    expect(await problems({ members: { 'a\u00ADb@acme.com': {} } })).toEqual([expect.stringMatching(/^unsafe-name/)]);
  });

  it('is refused where something would be renamed, or given such a text', async () => {
    const rename = { teams: { 'ad\u200Bmin': { previously: ['admin'] } } };
    expect(await problems(rename, { teams: [{ ...team, name: 'admin' }] })).toEqual([
      expect.stringMatching(/^unsafe-name/),
    ]);
    await bed?.close();
    const text = { teams: { admin: { description: 'bell \u0007' } }, settings: { name: 'Acme\u2066' } };
    expect(await problems(text, { teams: [{ ...team, name: 'admin' }] })).toEqual([
      expect.stringMatching(/^unsafe-name/),
      expect.stringMatching(/^unsafe-name/),
    ]);
  });

  it('is fine for what is there: to keep, to rename to a better one, to remove', async () => {
    expect(await problems({ teams: { 'adm\u202Ein': { members: [] } } }, { teams: [team] })).toEqual([]);
    await bed?.close();
    expect(await problems({ teams: { admin: { previously: ['adm\u202Ein'] } } }, { teams: [team] })).toEqual([]);
    await bed?.close();
    expect(await problems({ teams: { 'adm\u202Ein': { state: 'absent' } } }, { teams: [team] })).toEqual([]);
  });
});
