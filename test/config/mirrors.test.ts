import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOrganizations } from '../../src/config/build.js';
import { loadConfiguration, type LoadedConfiguration } from '../../src/config/load.js';
import type { MirroredLists, MirroredPerson } from '../../src/config/mirrored-lists.js';
import { mirroredProblems } from '../../src/config/mirrored-problems.js';
import { mirrorsIn, mirrorsUsedBy } from '../../src/config/mirrors.js';
import type { JsonObject } from '../../src/core/json.js';
import type { OrganizationInput } from '../../src/core/organization-input.js';

async function load(): Promise<{ loaded: LoadedConfiguration; document: JsonObject }> {
  const loaded = await loadConfiguration([], { cwd: join(import.meta.dirname, '../fixtures/config/mirror-lists') });
  expect(loaded.diagnostics).toEqual([]);
  return { loaded, document: loaded.document as unknown as JsonObject };
}

const person = (name: string, email?: string): MirroredPerson => ({ name, email });

const seen: MirroredLists = new Map([
  ['corp', [person('bob', 'bob@acme.com'), person('dave@acme.com', 'dave@acme.com'), person('svc-etl')]],
  ['corp-eng', [person('bob', 'bob@acme.com'), person('mallory', 'mallory@acme.com'), person('twin', 'bob@acme.com')]],
  ['back', [person('carol@acme.com', 'carol@acme.com'), person('svc-dba')]],
]);

async function build(mirrored?: MirroredLists): Promise<Readonly<Record<string, OrganizationInput>>> {
  const { loaded } = await load();
  return Object.fromEntries(buildOrganizations(loaded, mirrored).map((input) => [input.name, input]));
}

const membersOf = (input: OrganizationInput | undefined) =>
  input?.members.map(({ email, state, settings }) => [email, state, settings['role'] ?? null]);
const teamsOf = (input: OrganizationInput | undefined) => input?.teams.map(({ name, members }) => [name, members]);

describe('mirrors', () => {
  it('are read from the configuration, a team with all that follows the first slash', async () => {
    const { document } = await load();
    expect(mirrorsIn(document).map(({ list, organization, team }) => [list, organization, team])).toEqual([
      ['back', 'acme-atlas', 'dba'],
      ['corp', 'corp-directory', undefined],
      ['corp-eng', 'corp-directory', 'eng'],
      ['slashes', 'corp-directory', 'a/b c'],
    ]);
  });

  it('count as used by those organizations only that are asked for', async () => {
    const { document } = await load();
    const used = (...names: string[]) =>
      mirrorsUsedBy(document, new Set(names)).map(({ list, users }) => `${list}: ${users.join(' ')}`);
    expect(used('acme-data', 'acme-atlas', 'corp-directory')).toEqual([
      'back: corp-directory',
      'corp: acme-data',
      'corp-eng: acme-atlas acme-data',
    ]);
    expect(used('acme-atlas')).toEqual(['corp-eng: acme-atlas']);
    expect(used()).toEqual([]);
  });
});

describe('buildOrganizations', () => {
  it('does not manage what depends on a mirror that nobody has looked into, and keeps the rest', async () => {
    const built = await build();
    expect(membersOf(built['acme-data'])).toEqual([
      ['alice@acme.com', 'present', 'ORGANIZATION_OWNER'],
      ['dave@acme.com', 'absent', null],
      ['mallory@acme.com', 'absent', null],
    ]);
    expect(teamsOf(built['acme-data'])).toEqual([
      ['eng', undefined],
      ['named', ['alice@acme.com']],
    ]);
    expect(built['acme-data']?.managed).toEqual(['teams', 'teamMembers']);
    expect(built['acme-atlas']?.managed).toEqual(['members', 'teams']);
    expect(teamsOf(built['corp-directory'])).toEqual([['dba', undefined]]);
    expect(built['corp-directory']?.managed).toEqual(['teams']);
  });

  it('puts in whom the mirrors show: by address, without those who are to be absent, each once', async () => {
    const built = await build(seen);
    expect(membersOf(built['acme-data'])).toEqual([
      ['alice@acme.com', 'present', 'ORGANIZATION_OWNER'],
      ['bob@acme.com', 'present', 'ORGANIZATION_MEMBER'],
      ['dave@acme.com', 'absent', null],
      ['mallory@acme.com', 'absent', null],
    ]);
    expect(teamsOf(built['acme-data'])).toEqual([
      ['eng', ['alice@acme.com', 'bob@acme.com']],
      ['named', ['alice@acme.com']],
    ]);
    expect(built['acme-data']?.managed).toEqual(['members', 'teams', 'teamMembers']);
    expect(built['acme-data']?.members[1]?.pointer).toBe('/organizations/acme-data/memberLists/corp');
  });

  it('and by user name in a directory', async () => {
    const built = await build(seen);
    expect(teamsOf(built['corp-directory'])).toEqual([['dba', ['carol@acme.com', 'svc-dba']]]);
  });

  it('leaves an empty list empty, and one that was not read unmanaged beside it', async () => {
    const built = await build(new Map([['corp', []]]));
    expect(built['acme-data']?.managed).toEqual(['members', 'teams', 'teamMembers']);
    expect(membersOf(built['acme-data'])?.map(([email]) => email)).toEqual([
      'alice@acme.com',
      'dave@acme.com',
      'mallory@acme.com',
    ]);
    expect(teamsOf(built['acme-data'])?.[0]).toEqual(['eng', undefined]);
  });

  it('is none the worse for hostile names, and changes no digest', async () => {
    const { loaded } = await load();
    const hostile = ['__proto__', 'constructor', '\u202Eevil', '/a/~b', 'x'.repeat(10_000)];
    const built = buildOrganizations(loaded, new Map([['back', hostile.map((name) => person(name))]]));
    const corp = built.find(({ name }) => name === 'corp-directory');
    expect(corp?.teams[0]?.members).toEqual([...hostile, 'svc-dba'].sort());
    expect((await load()).loaded.digest).toBe(loaded.digest);
  });

  it('puts in ten thousand people', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      person(`p${String(index)}@acme.com`, `p${String(index)}@acme.com`),
    );
    const built = await build(new Map([...seen, ['corp', many]]));
    expect(built['acme-data']?.members).toHaveLength(10_003);
  });
});

describe('mirroredProblems', () => {
  const problemsOf = async (organization: string, type: string, mirrored: MirroredLists) => {
    const { loaded, document } = await load();
    const used = mirrorsUsedBy(document, new Set([organization]));
    return mirroredProblems(loaded, organization, type, used, mirrored);
  };

  it('names people without an address, the list and the organization, where addresses are needed', async () => {
    expect(await problemsOf('acme-data', 'astro', seen)).toEqual([
      {
        severity: 'warning',
        code: 'mirror-no-email',
        summary:
          'svc-etl of the list `corp` has no e-mail address, by which `acme-data` knows people, and is left out there.',
        hint: 'Give them an e-mail address where they come from.',
        source: { file: 'org.yaml', line: 8, column: 19 },
      },
    ]);
    expect(await problemsOf('corp-directory', 'scim', seen)).toEqual([]);
  });

  it('counts them where they are many', async () => {
    const many = Array.from({ length: 12 }, (_, index) => person(`svc-${String(index)}`));
    const [problem] = await problemsOf('acme-data', 'astro', new Map([['corp', many]]));
    expect(problem?.summary).toContain('svc-9 and 2 more of the list `corp` have no e-mail address');
  });

  it('tells of a team that would be empty where there are no empty teams', async () => {
    expect(await problemsOf('acme-atlas', 'atlas', new Map([['corp-eng', []]]))).toMatchObject([
      { severity: 'error', code: 'empty-team', source: { line: 28 } },
    ]);
    expect(await problemsOf('acme-data', 'astro', new Map([['corp-eng', []]]))).toEqual([]);
  });

  it('tells of somebody of whom two lists want different things', async () => {
    const both = new Map([['corp', [person('a', 'alice@acme.com')]]]);
    expect(await problemsOf('acme-data', 'astro', both)).toMatchObject([
      { severity: 'error', code: 'conflicting-lists', source: { line: 21 } },
    ]);
  });
});
