import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, parseShard } from '../../src/cli/shard.js';
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
