/** Guards that trip, what acknowledges them, and that they are judged again just before the first write. */
import { expect, it } from 'vitest';
import type { ApplyReport } from '../../src/apply/report.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

const world = `
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      billingEmail: billing@acme.com
      plan: ENTERPRISE
      users:
        - { email: alice@acme.com, role: ORGANIZATION_OWNER }
        - { email: bob@other.example, role: ORGANIZATION_OWNER }
        - { email: carol@acme.com }
        - { email: dave@acme.com }
      domains: [{ name: acme.com, enforcedLogins: [google, github] }]
`;

const head = `orgwright: 1
providers:
  astro: { type: astro, token: { env: ASTRO_API_TOKEN }, privateApi: allow }
`;
const organization = (members: string): string => `${head}organizations:
  acme-data:
    type: astro
    id: clm3x0acme000000000000001
    members:
${members}`;
const limit = 'guards: { maxRemovals: { members: { percent: 0, atLeast: 0 } } }\n';
const removal = `      carol@acme.com: { state: absent }\n`;
const more = `      dave@acme.com: { state: absent }\n`;

type Listed = readonly { readonly id: string }[];

interface Setting {
  readonly sandbox: TestSandbox;
  readonly run: (...argv: readonly string[]) => Promise<Session>;
}

/** One folder with `one.yaml`, which removes carol; `two.yaml`, which removes dave, too; and `owner.yaml`. */
async function setting(): Promise<Setting> {
  const sandbox = await servedSandbox(world);
  const cwd = await folder({
    'one.yaml': organization(removal) + limit,
    'two.yaml': organization(removal + more) + limit,
    'owner.yaml': organization(`      bob@other.example: { role: ORGANIZATION_MEMBER }\n`),
  });
  const env = { ...sandbox.env, XDG_RUNTIME_DIR: cwd };
  return {
    sandbox,
    run: (...argv) => runInTerminal(argv, { cwd, env, answer: async () => undefined }),
  };
}

async function wordsOf({ run }: Setting, file: string): Promise<string> {
  const { stdout, code } = await run('plan', file, '-json');
  expect(code).toBe(10);
  const { guards } = JSON.parse(stdout) as PlanDocument;
  return guards.find(({ status }) => status === 'tripped')?.acknowledgement ?? 'none';
}

it('prints the words, and goes on with them at plan and apply; the report tells of it', async () => {
  const here = await setting();
  const words = await wordsOf(here, 'one.yaml');
  const { stdout, stderr, code } = await here.run('plan', 'one.yaml');
  expect(code).toBe(10);
  expect(stdout).toContain(`-ack ${words}`);
  expect(stderr).toContain(`If just this is meant, go on with -ack ${words}`);
  expect((await here.run('apply', 'one.yaml', '-auto-approve')).code).toBe(10);
  expect(await here.sandbox.takeWrites()).toEqual([]);

  expect(await here.run('plan', 'one.yaml', '-detailed-exitcode', `--ack=${words}`)).toMatchObject({ code: 2 });
  const applied = await here.run('apply', 'one.yaml', '-auto-approve', '-json', '-ack', words);
  expect(applied.code).toBe(0);
  const [organizationName, id] = ['acme-data', 'max-removals'];
  expect((JSON.parse(applied.stdout) as ApplyReport).acknowledged).toMatchObject([
    { id, organization: organizationName, acknowledgement: words },
  ]);
});

it('does not go on with words for other facts, nor with what are none', async () => {
  const here = await setting();
  const words = await wordsOf(here, 'one.yaml');
  const other = await here.run('apply', 'two.yaml', '-auto-approve', '-ack', words);
  expect(other.code).toBe(10);
  expect(other.stderr).toContain(`-ack ${words} acknowledges nothing of this plan.`);
  for (const wrong of ['max-removals', words.slice(0, -1), `${words}\u001b[2J`]) {
    const { code, stderr } = await here.run('apply', 'one.yaml', '-auto-approve', '-ack', wrong);
    expect(code).toBe(1);
    expect(stderr).toContain('-ack takes the words that a plan prints for a tripped guard');
    expect(stderr).not.toContain('\u001b[2J');
  }
  expect((await here.run('drift', 'one.yaml', '-ack', words)).stderr).toContain('Unknown flag -ack');
  expect(await here.sandbox.takeWrites()).toEqual([]);
});

it('keeps acknowledgements in a saved plan, and takes them for one', async () => {
  const here = await setting();
  const words = await wordsOf(here, 'one.yaml');
  expect((await here.run('plan', 'one.yaml', '-out=tripped.json')).code).toBe(10);
  expect((await here.run('plan', 'one.yaml', '-out=acknowledged.json', '-ack', words)).code).toBe(0);
  expect((await here.run('apply', 'tripped.json')).code).toBe(10);
  expect(await here.sandbox.takeWrites()).toEqual([]);
  const applied = await here.run('apply', 'tripped.json', '-ack', words);
  expect(applied.code).toBe(0);
  expect(applied.stdout).toContain(
    `Guard max-removals of acme-data had tripped and was acknowledged (who did is not known): ${words}`,
  );
  await here.sandbox.control('POST', 'reset');
  expect((await here.run('apply', 'acknowledged.json')).code).toBe(0);
});

it('proves owners again just before the first write', async () => {
  const { sandbox, run } = await setting();
  expect((await run('plan', 'owner.yaml', '-out=saved.json')).code).toBe(0);
  // Alice still is an owner, and nothing that the plan touches moves: she only cannot log in any more.
  const headers = { authorization: `Bearer ${sandbox.env['ASTRO_API_TOKEN']}`, 'content-type': 'application/json' };
  const at = `${sandbox.url}/v1alpha1/organizations/clm3x0acme000000000000001/domains`;
  const listed = (await (await fetch(at, { headers })).json()) as Listed;
  const body = JSON.stringify({ enforcedLogins: ['sso'] });
  const { status } = await fetch(`${at}/${listed[0]?.id}`, { method: 'POST', headers, body });
  expect(status).toBe(200);
  await sandbox.control('DELETE', 'requests');

  const { code, stderr } = await run('apply', 'saved.json');
  expect(stderr).toContain(
    'on what is live now guard min-owners of acme-data trips: 0 owners can log in afterwards, 1 required; this plan takes it from bob@other.example.',
  );
  expect(code).toBe(10);
  expect(await sandbox.takeWrites()).toEqual([]);
});
