import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import type { DesiredResource } from '../../../src/core/resource.js';
import { createNameIndex } from '../../../src/core/name-index.js';
import type { AstroFacts } from '../../../src/providers/astro/facts.js';
import { resolveNames } from '../../../src/providers/astro/resolve.js';
import { desired, liveOrganization, organization } from '../core/fake-vendor.js';
import { factsOf } from './facts.js';

function resolve(resource: DesiredResource, facts: AstroFacts = factsOf()): ReturnType<typeof resolveNames> {
  return resolveNames([resource], {
    organization: organization(),
    live: { ...liveOrganization([]), facts },
    options: { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    locate: (pointer) => ({ file: pointer, line: 1, column: 1 }),
  });
}

const memberOf = (workspaces: JsonObject): DesiredResource => desired('member', 'ann', { role: 'r', workspaces });
const role = 'WORKSPACE_MEMBER';

describe('resolveNames', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['a name that exists stays', { Analytics: { role } }, { Analytics: { role } }],
    ['sorted', { Research: { role }, Analytics: { role } }, { Analytics: { role }, Research: { role } }],
    ['an id picks one of two, and disappears', { Twin: { id: 'w-twin-2', role } }, { 'Twin (w-twin-2)': { role } }],
    ['an id beats the name beside it', { Nonsense: { id: 'w-research', role } }, { Research: { role } }],
    [
      'deployments, too',
      { Analytics: { role, deployments: { reports: { role: 'a' }, x: { id: 'd-etl', role: 'b' } } } },
      { Analytics: { role, deployments: { etl: { role: 'b' }, reports: { role: 'a' } } } },
    ],
  ])('%s', (_, written, resolved) => {
    const { resources, diagnostics } = resolve(memberOf(written));
    expect(diagnostics).toEqual([]);
    expect(resources[0]?.attributes).toEqual({ role: 'r', workspaces: resolved });
    expect(Object.keys((resources[0]?.attributes['workspaces'] ?? {}) as JsonObject)).toEqual(Object.keys(resolved));
  });

  it.each<[string, JsonObject, string, string, string]>([
    [
      'an unknown workspace, with the nearest',
      { Analitycs: { role } },
      'There is no workspace "Analitycs".',
      'Did you mean "Analytics"?',
      '/workspaces/Analitycs',
    ],
    [
      'in another case: names are matched exactly',
      { analytics: { role } },
      'There is no workspace "analytics".',
      'Did you mean "Analytics"?',
      '/workspaces/analytics',
    ],
    [
      'like nothing there is',
      { Marketing: { role } },
      'There is no workspace "Marketing".',
      'Known: Analytics, Research, Twin (w-twin-1), Twin (w-twin-2).',
      '/workspaces/Marketing',
    ],
    [
      'an ambiguous workspace',
      { Twin: { role } },
      'Several workspaces are named "Twin".',
      'Say which with id: one of w-twin-1, w-twin-2.',
      '/workspaces/Twin',
    ],
    [
      'an unknown id',
      { Twin: { id: 'w-no', role } },
      'There is no workspace with the id w-no.',
      'Check the id in the vendor’s console.',
      '/workspaces/Twin',
    ],
    [
      'a name with a slash, at its place',
      { 'a/b': { role } },
      'There is no workspace "a/b".',
      'Known: Analytics, Research, Twin (w-twin-1), Twin (w-twin-2).',
      '/workspaces/a~1b',
    ],
    [
      'an unknown deployment',
      { Analytics: { role, deployments: { elt: { role: 'a' } } } },
      'There is no deployment "elt".',
      'Did you mean "etl"?',
      '/workspaces/Analytics/deployments/elt',
    ],
    [
      'a deployment of a workspace without any',
      { Research: { role, deployments: { etl: { role: 'a' } } } },
      'There is no deployment "etl".',
      'No deployment is visible to this token.',
      '/workspaces/Research/deployments/etl',
    ],
  ])('%s', (_, written, summary, hint, place) => {
    expect(resolve(memberOf(written)).diagnostics).toEqual([
      {
        severity: 'error',
        code: 'unknown-name',
        summary,
        hint,
        address: 'acme/member/ann',
        source: { file: `/member/ann${place}`, line: 1, column: 1 },
      },
    ]);
  });

  it('reports all of them', () => {
    const { diagnostics } = resolve(
      memberOf({ A: { role }, B: { role }, Analytics: { role, deployments: { no: {} } } }),
    );
    expect(diagnostics).toHaveLength(3);
  });

  it('counts what it does not list', () => {
    const many = createNameIndex(
      Array.from({ length: 10 }, (_, index) => ({ id: `w${index}`, name: `W-${index}-name` })),
    );
    const { diagnostics } = resolve(memberOf({ Something: { role } }), factsOf({ workspaces: many }));
    expect(diagnostics[0]?.hint).toMatch(/^Known: (W-\d-name, ){8}\.\.\.\.$/);
  });

  it.each<[string, DesiredResource]>([
    ['a member without workspaces', desired('member', 'ann', { role: 'r' })],
    ['a connection without JIT', desired('sso', 'acme.com', { active: true })],
    ['a connection with JIT off', desired('sso', 'acme.com', { jit: 'none' })],
    ['JIT that says nothing of workspaces', desired('sso', 'acme.com', { jit: { role: 'r' } })],
  ])('leaves %s as it is', (_, resource) => {
    expect(resolve(resource)).toEqual({ resources: [resource], diagnostics: [] });
  });

  it('leaves everything where workspaces were not read', () => {
    const resource = memberOf({ Anything: { role } });
    expect(resolve(resource, factsOf({ workspaces: undefined }))).toEqual({ resources: [resource], diagnostics: [] });
  });

  it('resolves the workspaces of JIT', () => {
    const resource = desired('sso', 'acme.com', { jit: { role: 'r', workspaces: { Analytics: role, Nope: role } } });
    const { resources, diagnostics } = resolve(resource);
    expect(resources[0]?.attributes).toEqual({ jit: { role: 'r', workspaces: { Analytics: role } } });
    expect(diagnostics.map(({ source }) => source?.file)).toEqual(['/sso/acme.com/jit/workspaces/Nope']);
  });
});
