/**
 * A plan from a snapshot is the plan from live but for the note of its age, holds no secret, and can be saved and
 * applied. Of any organization of any provider; a failing case prints its seed and the shrunk example.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { folder } from '../cli/support/folder.js';
import { runInTerminal, type Session } from '../cli/support/in-process.js';
import { servedSandbox, type TestSandbox } from '../cli/support/served-sandbox.js';
import { families, type Family } from '../plan-file/scenarios.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 4);

const key = { ORGWRIGHT_SNAPSHOT_KEY: '0123456789abcdef0123456789abcdef' };

interface Place {
  readonly cwd: string;
  readonly sandbox: TestSandbox;
  readonly env: Readonly<Record<string, string>>;
}

async function place(world: object, config: object): Promise<Place> {
  const sandbox = await servedSandbox(stringify(world, { aliasDuplicateObjects: false }));
  const text = stringify(config, { aliasDuplicateObjects: false });
  const cwd = await folder({ 'org.yaml': text.replaceAll('http://127.0.0.1:9/', `${sandbox.url}/`) });
  return { sandbox, cwd, env: { ...sandbox.env, XDG_RUNTIME_DIR: cwd, AZURE_SECRET: 'azure-secret-value' } };
}

/** Where the services are, and no credential. */
function offlineOf({ env }: Place): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.endsWith('_ENDPOINT')));
}

function orgwright(cwd: string, env: Readonly<Record<string, string>>, ...argv: string[]): Promise<Session> {
  return runInTerminal(argv, { cwd, env, answer: () => Promise.resolve(undefined) });
}

function documentOf({ stdout, stderr }: Session): PlanDocument {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as PlanDocument;
}

/** What does not tell when it was made, and from what. */
function comparable(document: PlanDocument): unknown {
  const diagnostics = document.diagnostics.filter(({ code }) => !code.startsWith('snapshot'));
  return { ...document, diagnostics, timestamp: '', as_of: '' };
}

/** Values of the sandbox that nobody may see. */
function secretsIn(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string')
    return /secret|bypasskey|token|password/i.test(name) && value.length > 5 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, item]) => secretsIn(item, typeof item === 'string' ? inner : name));
}

it.each<[string, Family]>(Object.entries(families))('of %s', async (_, { cases }) => {
  let compared = 0;
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ world, config }) => {
      const here = await place(world, config);
      const { cwd, sandbox, env } = here;
      const offlineEnv = offlineOf(here);
      const live = await orgwright(cwd, env, 'plan', '-json', '-allow-incomplete');
      // What is refused offline has no plan.
      if (live.stdout === '') return;
      const taken = await orgwright(cwd, env, 'snapshot', '-out=live.json');
      if (taken.code !== 0) {
        expect(documentOf(live).errored || !documentOf(live).complete, taken.stderr).toBe(true);
        return;
      }
      compared += 1;
      const text = await readFile(join(cwd, 'live.json'), 'utf8');
      for (const secret of [...secretsIn(await sandbox.control('GET', 'state')), 'azure-secret-value'])
        expect(text).not.toContain(secret);
      const flags = ['-json', '-allow-incomplete', '-out=plan.json'];
      const offline = documentOf(await orgwright(cwd, offlineEnv, 'plan', '--snapshot=live.json', ...flags));
      expect(comparable(offline)).toEqual(comparable(documentOf(live)));
      expect(offline.diagnostics.map(({ code }) => code)).toContain('snapshot');

      const hidden = await orgwright(cwd, { ...env, ...key }, 'snapshot', '--pseudonymize', '-out=hidden.json');
      expect(hidden.code, hidden.stderr).toBe(0);
      expect(await readFile(join(cwd, 'hidden.json'), 'utf8')).not.toMatch(/(alice|bob|carol|dave|erin)@/i);
      const named = documentOf(
        await orgwright(cwd, key, 'plan', '--snapshot=hidden.json', '-json', '-allow-incomplete'),
      );
      // Whoever is not in the files is planned for under a pseudonym, so as many objects change.
      expect(named.summary).toEqual(offline.summary);

      if (!offline.applyable) return;
      applied += 1;
      await rm(join(cwd, 'org.yaml'));
      const apply = await orgwright(cwd, env, 'apply', 'plan.json', '--secrets-out=secrets.json');
      expect(apply.code, apply.stderr).toBe(0);
    }),
    { numRuns: runs },
  );
  expect(compared).toBeGreaterThan(runs / 4);
  expect(applied).toBeGreaterThan(0);
});

it('a plan from a snapshot is refused where live has moved since', async () => {
  const [{ world, config }] = fc.sample(
    families.mirrors.cases.filter((one) => JSON.stringify(one).includes('PENDING')),
    {
      seed: 1,
      numRuns: 1,
    },
  ) as [{ world: object; config: object }];
  const here = await place(world, config);
  const { cwd, env } = here;
  await orgwright(cwd, env, 'snapshot', '-out=live.json');
  const planned = await orgwright(cwd, offlineOf(here), 'plan', '--snapshot=live.json', '-out=plan.json');
  expect(planned.code, planned.stderr).toBe(0);
  expect((await orgwright(cwd, env, 'apply', '-auto-approve')).code).toBe(0);
  expect(await orgwright(cwd, env, 'apply', 'plan.json')).toMatchObject({ code: 11 });
  await writeFile(join(cwd, 'live.json'), (await readFile(join(cwd, 'live.json'), 'utf8')).slice(0, -30));
  expect(await orgwright(cwd, {}, 'plan', '--snapshot=live.json')).toMatchObject({ code: 1, stdout: '' });
});
