/** The entries about access: their words, what is told together, and what comes first. */
import { describe, expect, it } from 'vitest';
import { accessEntries } from '../../../src/cli/render/access-changes.js';
import { toText } from '../../../src/cli/render/line.js';
import { plainText } from '../../../src/cli/render/phrase.js';
import { renderPlanText } from '../../../src/cli/render/plan-text.js';
import type { AccessChange, AccessChangeWord } from '../../../src/core/plan-document.js';
import { accessChange } from '../support/access-change.js';
import { planDocument } from '../support/plan-document.js';

const titles = (...changes: readonly AccessChange[]): readonly string[] =>
  accessEntries({ access_changes: changes }).map(({ title }) => plainText(title));
const notes = (change: AccessChange): readonly string[] =>
  accessEntries({ access_changes: [change] }).flatMap((entry) => entry.notes.map(plainText));

const ann = 'ann@acme.com';
const maybe = { possible: true } as const;
const methods = { before: ['password', 'sso'], after: ['sso'] };
const opened = { before: ['sso'], after: ['password', 'sso'] };
const privileged = { roles: ['OWNER'], privileged: ['OWNER'] };
const plain = { roles: ['MEMBER'] };
const roles = { before: ['MEMBER'], after: ['OWNER'], roles: ['OWNER'] };

describe('an entry', () => {
  it.each<[string, AccessChangeWord, Partial<AccessChange>, string]>([
    [ann, 'loses_login', { before: ['sso'] }, 'ann@acme.com loses login (sso)'],
    [
      ann,
      'loses_login',
      { ...methods, ...maybe },
      'ann@acme.com may lose login (password, sso), and may come back by sso',
    ],
    [ann, 'gains_login', { after: ['sso'] }, 'ann@acme.com gains login (sso)'],
    [ann, 'gains_login', { after: ['sso'], ...maybe }, 'ann@acme.com may gain login (sso)'],
    [ann, 'loses_method', methods, 'ann@acme.com loses password, and logs in by sso'],
    [ann, 'loses_method', { ...methods, ...maybe }, 'ann@acme.com may lose password, and logs in by sso'],
    [
      ann,
      'loses_method',
      { before: ['sso'], after: ['sso'], ...maybe },
      'ann@acme.com may lose sso, and logs in by sso',
    ],
    [ann, 'gains_method', opened, 'ann@acme.com gains password'],
    [ann, 'gains_method', { ...opened, ...maybe }, 'ann@acme.com may gain password'],
    [ann, 'gains_role', roles, 'ann@acme.com gains OWNER'],
    [ann, 'gains_role', { ...roles, ...maybe }, 'ann@acme.com may gain OWNER'],
    [ann, 'loses_role', { roles: ['A', 'lab: B'] }, 'ann@acme.com loses A, lab: B'],
    [ann, 'loses_role', { roles: ['A'], ...maybe }, 'ann@acme.com may lose A'],
    ['*@acme.com', 'gains_role', roles, 'anyone @acme.com who joins gains OWNER'],
    ['*@acme.com', 'loses_role', { ...roles, ...maybe }, 'anyone @acme.com who joins may lose OWNER'],
    ['*@acme.com', 'gains_jit', { after: ['MEMBER'] }, 'anyone @acme.com may join as MEMBER'],
    ['*@acme.com', 'gains_jit', { after: ['MEMBER'], ...maybe }, 'anyone @acme.com perhaps may join as MEMBER'],
    ['*@acme.com', 'loses_jit', { before: ['MEMBER'] }, 'anyone @acme.com may join no more'],
    ['*@acme.com', 'loses_jit', maybe, 'anyone @acme.com perhaps may join no more'],
    ['*', 'gains_bypass', {}, 'everybody gains the bypass link'],
    ['*', 'loses_bypass', maybe, 'everybody may lose the bypass link'],
    [ann, 'gains_bypass', maybe, 'ann@acme.com may gain the bypass link'],
    [ann, 'loses_bypass', {}, 'ann@acme.com loses the bypass link'],
  ])('of %s, %s %j: %s', (person, change, part, expected) => {
    expect(titles(accessChange(person, change, part))).toEqual([`acme: ${expected}`]);
  });

  it('says what causes it, and what it takes for granted', () => {
    const change = { because: ['acme/domain/acme.com', 'acme/sso/acme.com'], assumes: ['The sky is up.', 'Two.'] };
    expect(notes(accessChange(ann, 'loses_login', change))).toEqual([
      'because of acme/domain/acme.com, acme/sso/acme.com',
      'taken for granted: The sky is up.',
      'taken for granted: Two.',
    ]);
    expect(notes(accessChange(ann, 'loses_login', { because: [] }))).toEqual([]);
  });

  it('of a role says from what to what', () => {
    expect(notes(accessChange(ann, 'gains_role', roles))[0]).toBe('MEMBER to OWNER');
    expect(notes(accessChange(ann, 'loses_role', { before: ['A', 'B'], roles: ['A', 'B'] }))[0]).toBe(
      'A, B to nothing',
    );
    expect(notes(accessChange(ann, 'gains_role', { after: ['A'], roles: ['A'] }))[0]).toBe('nothing to A');
  });

  it('is a loss where something is lost', () => {
    const isLoss = (change: AccessChangeWord): boolean | undefined =>
      accessEntries({ access_changes: [accessChange(ann, change)] })[0]?.isLoss;
    expect([isLoss('loses_method'), isLoss('gains_method')]).toEqual([true, false]);
  });
});

describe('roles that come or go with a login', () => {
  it('are told with it', () => {
    const lost = accessChange(ann, 'loses_role', { before: ['OWNER'], roles: ['OWNER', 'lab: ADMIN'] });
    expect(titles(accessChange(ann, 'loses_login', { before: ['sso'] }), lost)).toEqual([
      'acme: ann@acme.com loses login (sso as OWNER, lab: ADMIN)',
    ]);
    expect(
      titles(accessChange(ann, 'gains_login', { after: ['sso'] }), accessChange(ann, 'gains_role', roles)),
    ).toEqual(['acme: ann@acme.com gains login (sso as OWNER)']);
  });

  it('are all told with it, what may be after what is certain', () => {
    const certain = accessChange(ann, 'gains_role', privileged);
    const possible = accessChange(ann, 'gains_role', { roles: ['lab: ADMIN'], ...maybe });
    const login = accessChange(ann, 'gains_login', { after: ['sso'] });
    const method = accessChange('zed@acme.com', 'gains_bypass');
    expect(titles(login, certain, possible, method)).toEqual([
      'acme: ann@acme.com gains login (sso as OWNER, perhaps lab: ADMIN)',
      'acme: zed@acme.com gains the bypass link',
    ]);
    expect(titles(login, possible)).toEqual(['acme: ann@acme.com gains login (sso as perhaps lab: ADMIN)']);
  });

  it('are told apart where they go the other way, are of somebody else, or of elsewhere', () => {
    const login = accessChange(ann, 'gains_login', { after: ['sso'] });
    expect(
      titles(
        login,
        accessChange(ann, 'loses_role', { roles: ['A'] }),
        accessChange('bob@acme.com', 'gains_role', { roles: ['B'] }),
        accessChange(ann, 'gains_role', { roles: ['C'], organization: 'labs' }),
      ),
    ).toEqual([
      'acme: ann@acme.com gains login (sso)',
      'acme: bob@acme.com gains B',
      'labs: ann@acme.com gains C',
      'acme: ann@acme.com loses A',
    ]);
  });
});

describe('the entries', () => {
  it('begin with what costs a login or gives power, and end with what takes little', () => {
    const changes = [
      accessChange('i', 'gains_method', opened),
      accessChange('h', 'loses_role', plain),
      accessChange('g', 'gains_role', plain),
      accessChange('f', 'loses_method', methods),
      accessChange('e', 'loses_role', privileged),
      accessChange('d', 'gains_bypass'),
      accessChange('c', 'gains_role', privileged),
      accessChange('b', 'gains_login'),
      accessChange('b', 'gains_role', privileged),
      accessChange('*@acme.com', 'gains_jit', { after: ['MEMBER'] }),
      accessChange('a', 'loses_login'),
    ];
    const people = accessEntries({ access_changes: changes }).map(({ change }) => change.person);
    expect(people).toEqual(['a', 'c', 'b', '*@acme.com', 'd', 'f', 'e', 'g', 'i', 'h']);
  });

  it('of one weight are by organization, and then as the plan has them', () => {
    const of = (organization: string, person: string): AccessChange =>
      accessChange(person, 'loses_login', { organization });
    const entries = accessEntries({ access_changes: [of('labs', 'b'), of('labs', 'a'), of('acme', 'c')] });
    expect(entries.map(({ change }) => `${change.organization} ${change.person}`)).toEqual([
      'acme c',
      'labs b',
      'labs a',
    ]);
  });

  it('keep names as data, and in a terminal nothing of them is obeyed', () => {
    const hostile = '\u001b[2J\u202eann\n::error::x@acme.com';
    const words: readonly AccessChangeWord[] = [
      'loses_login',
      'gains_method',
      'loses_role',
      'gains_jit',
      'loses_bypass',
    ];
    const changes = words.map((word) =>
      accessChange(word.endsWith('jit') ? `*@${hostile}` : hostile, word, {
        organization: hostile,
        before: [hostile],
        after: [hostile],
        because: [hostile],
        assumes: [hostile],
        ...(word.endsWith('role') && { roles: [hostile] }),
      }),
    );
    const plan = planDocument({ access_changes: changes });
    const phrases = accessEntries(plan).flatMap((entry) => [entry.title, ...entry.notes]);
    const steering = /[\u001b\u202e\n]/;
    expect(phrases.flat().filter((part) => 'words' in part && steering.test(part.words))).toEqual([]);
    const lines = toText(renderPlanText(plan, undefined), false).split('\n');
    expect(lines.filter((line) => /[\u001b\u202e]|^\s*::/.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('\\u{1B}[2J\\u{202E}ann\\n::error::x@acme.com loses login');
  });
});
