import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inShard, isInShard, parseShard, type ShardedOrganization } from '../../src/cli/shard.js';
import { configuredOrganizations } from '../../src/cli/configuration.js';
import { loadConfiguration } from '../../src/config/load.js';
import type { Address } from '../../src/core/address.js';
import { folder } from './support/folder.js';
import { runInTerminal } from './support/in-process.js';
import { servedSandbox } from './support/served-sandbox.js';

const names = Array.from({ length: 12 }, (_, index) => `org-${index}`);

const world = `
astro:
  organizations:
${names.map((name, index) => `    - { id: clm3x0acme0000000000000${10 + index}, name: ${name}, billingEmail: old@acme.com, users: [{ email: a@acme.com, role: ORGANIZATION_OWNER }] }`).join('\n')}
`;
const configuration = `orgwright: 1
providers: { astro: { type: astro, token: { env: ASTRO_API_TOKEN } } }
organizations:
${names.map((name, index) => `  ${name}: { type: astro, id: clm3x0acme0000000000000${10 + index}, settings: { billingEmail: new@acme.com } }`).join('\n')}
`;

describe('parseShard', () => {
  it('takes I/N, and /N from an Indexed Job, which counts from 0', () => {
    expect(parseShard('2/4', { env: {} })).toEqual({ index: 2, count: 4 });
    expect(parseShard('/4', { env: { JOB_COMPLETION_INDEX: '0' } })).toEqual({ index: 1, count: 4 });
    expect(parseShard('2/4', { env: { JOB_COMPLETION_INDEX: '0' } })).toEqual({ index: 2, count: 4 });
  });

  it.each(['', '1', '0/4', '5/4', '1/0', '-1/4', '1/4/2', '1.5/4', ' 1/4', '1/99999', 'a/b'])('refuses %j', (text) => {
    expect(() => parseShard(text, { env: {} })).toThrow(/^-shard/);
  });

  it('says what is wrong with the index of the job', () => {
    expect(() => parseShard('/4', { env: {} })).toThrow('JOB_COMPLETION_INDEX, which is not set');
    expect(() => parseShard('/4', { env: { JOB_COMPLETION_INDEX: 'x' } })).toThrow('not "x"');
    expect(() => parseShard('/4', { env: { JOB_COMPLETION_INDEX: '4' } })).toThrow('shard 5 of 4, which there is not');
  });
});

describe('isInShard', () => {
  it('gives each organization to exactly one shard', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (name, count) => {
        const mine = Array.from({ length: count }, (_, index) => isInShard(name, { index: index + 1, count }));
        expect(mine.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  // A change of the hash would move organizations between the jobs of a pipeline: two shards could then apply at once.
  it('never changes', () => {
    const shardOf = (name: string): number => [1, 2, 3].findIndex((index) => isInShard(name, { index, count: 3 })) + 1;
    expect(names.map(shardOf)).toMatchInlineSnapshot(`
      [
        1,
        2,
        3,
        3,
        3,
        1,
        1,
        2,
        1,
        3,
        1,
        1,
      ]
    `);
  });
});

describe('inShard', () => {
  const organization = (name: string, ...holders: string[]): { readonly desired: ShardedOrganization } => ({
    desired: { name, resources: [{ dependsOn: holders.map((holder) => `${holder}/identity-provider/x` as Address) }] },
  });
  const shardsOf = (organizations: readonly { readonly desired: ShardedOrganization }[], count: number) =>
    new Map(
      Array.from({ length: count }, (_, index) => index + 1).flatMap((index) =>
        inShard(organizations, { index, count }).map(({ desired }): [string, number] => [desired.name, index]),
      ),
    );

  it('keeps those together that depend on one another, wherever their own names would put them', () => {
    const together = [organization('anchor'), ...names.map((name) => organization(name, 'anchor', name, 'gone'))];
    expect(new Set(shardsOf(together, 3).values()).size).toBe(1);
    const chain = [organization('a'), organization('b'), organization('c', 'b', 'a'), organization('d', 'b')];
    expect(new Set(shardsOf(chain, 50).values()).size).toBe(1);
  });

  it('moves nobody when one comes that depends on a holder, or on nobody', () => {
    const before = [organization('anchor'), organization('org-1', 'anchor'), organization('org-2')];
    const shards = shardsOf(before, 7);
    for (const more of [organization('aaa', 'anchor'), organization('zzz')]) {
      expect([...shardsOf([more, ...before], 7)]).toEqual(expect.arrayContaining([...shards]));
    }
  });

  it('is a partition in any order', () => {
    const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.array(fc.constantFrom(...names))), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (pairs, count) => {
        const organizations = pairs.map(([name, holders]) => organization(name, ...holders));
        const shards = shardsOf(organizations, count);
        expect(shards.size).toBe(pairs.length);
        const one = organizations.flatMap((_, index) =>
          inShard(organizations, { index: index + 1, count: pairs.length }),
        );
        expect(one).toHaveLength(pairs.length);
        expect(shardsOf([...organizations].reverse(), count)).toEqual(shards);
        for (const [name, holders] of pairs)
          for (const holder of holders) expect(shards.get(holder) ?? shards.get(name)).toBe(shards.get(name));
      }),
    );
  });

  it('keeps the organizations of one federation together', async () => {
    const loaded = await loadConfiguration(['.'], { cwd: join(import.meta.dirname, '../../examples/atlas') });
    const { organizations } = await configuredOrganizations(loaded);
    expect(organizations.length).toBeGreaterThan(1);
    expect(new Set(shardsOf(organizations, 1000).values()).size).toBe(1);
  });
});

describe('plan --shard', () => {
  it('plans every organization in one of the shards, and reads no other', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const planned: string[] = [];
    for (const shard of ['1/3', '2/3', '/3']) {
      const env = { ...sandbox.env, JOB_COMPLETION_INDEX: '2' };
      const result = await runInTerminal(['plan', '-json', `--shard=${shard}`], {
        cwd,
        env,
        answer: () => Promise.resolve(undefined),
      });
      expect(result).toMatchObject({ code: 0, stderr: '' });
      const plan = JSON.parse(result.stdout) as { resource_changes: { organization: string }[] };
      planned.push(...plan.resource_changes.map(({ organization }) => organization));
    }
    expect(planned.sort()).toEqual([...names].sort());
  });

  it('applies every organization once, and finds its drift once', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const run = async (command: readonly string[], index: number) => {
      const argv = [...command, '-json', '--shard=/3', '--allow-pull-request'].filter(
        (flag) => command[0] === 'apply' || flag !== '--allow-pull-request',
      );
      const env = { ...sandbox.env, JOB_COMPLETION_INDEX: String(index) };
      return runInTerminal(argv, { cwd, env, answer: () => Promise.resolve(undefined) });
    };
    const drifted: string[] = [];
    for (const index of [0, 1, 2]) {
      const { code, stdout } = await run(['drift'], index);
      expect(code).toBe(2);
      drifted.push(...(JSON.parse(stdout) as { drift: { address: string }[] }).drift.map(({ address }) => address));
    }
    expect(drifted.sort()).toEqual(names.map((name) => `${name}/settings`).sort());
    const written: string[] = [];
    for (const index of [0, 1, 2]) {
      const { code, stdout } = await run(['apply', '-auto-approve'], index);
      expect(code).toBe(0);
      const { operations } = JSON.parse(stdout) as { operations: { organization: string; status: string }[] };
      written.push(...operations.map(({ organization, status }) => `${organization} ${status}`));
    }
    expect(written.sort()).toEqual(names.map((name) => `${name} done`).sort());
    for (const index of [0, 1, 2]) expect((await run(['drift'], index)).code).toBe(0);
  });

  it('is refused together with what names an organization', async () => {
    const cwd = await folder({ 'org.yaml': configuration });
    const result = await runInTerminal(['plan', '--shard', '1/3', '--org', 'org-1'], {
      cwd,
      env: {},
      answer: () => Promise.resolve(undefined),
    });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('-shard does not go together with -org, -target or -replace.');
  });
});
