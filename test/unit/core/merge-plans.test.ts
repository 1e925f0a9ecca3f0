import { describe, expect, it } from 'vitest';
import { mergePlans } from '../../../src/core/merge-plans.js';
import { planDigest } from '../../../src/core/plan-document-from.js';
import type { PlanDocument, PlanOperation } from '../../../src/core/plan-document.js';
import { planDocument, resourceChange } from '../../cli/support/plan-document.js';

const operation = (id: string, address: string, needs: readonly string[] = []): PlanOperation => ({
  id,
  organization: address.split('/')[0] ?? '',
  method: 'POST',
  path: `/${address}`,
  body: null,
  addresses: [address],
  needs,
});

const warning = { severity: 'warning', code: 'w', summary: 'said to every shard' } as const;

const one = planDocument({
  timestamp: '2026-01-31T09:00:02.000Z',
  resource_changes: [resourceChange('zeta/team/a', ['create'], { after: {} })],
  operations: [operation('1', 'zeta/team/a'), operation('2', 'zeta/team/a', ['1'])],
  api_budget: { reads: 3, writes: 2, estimated_seconds: 5, emails: 1 },
  fingerprints: { 'zeta/team/a': 'sha256:z' },
  unlisted: [{ address: 'zeta/member/m', origin: 'manual', policy: 'report' }],
  guards: [{ id: 'min-owners', organization: 'zeta', status: 'passed', detail: '', witnesses: [] }],
  summary: { add: 1, change: 0, destroy: 0, pending: 0, manual: 0, blocked: 0, unlisted: 1, unchanged: 4 },
  diagnostics: [warning],
});

const other = planDocument({
  timestamp: '2026-01-31T09:00:01.000Z',
  resource_changes: [resourceChange('acme/team/b', ['delete'], { before: {} })],
  operations: [operation('1', 'acme/team/b'), operation('2', 'acme/team/b', ['1'])],
  api_budget: { reads: 4, writes: 2, estimated_seconds: 7, emails: 0 },
  fingerprints: { 'acme/team/b': 'sha256:b' },
  blocked: [{ address: 'acme/team/c', owner: 'scim', direction: 'missing', detail: '' }],
  pending: [{ address: 'acme/member/p', waits_for: 'p' }],
  guards: [{ id: 'min-owners', organization: 'acme', status: 'tripped', detail: '', witnesses: [] }],
  summary: { add: 0, change: 0, destroy: 1, pending: 1, manual: 0, blocked: 1, unlisted: 0, unchanged: 5 },
  diagnostics: [warning],
});

function merged(...plans: [PlanDocument, ...PlanDocument[]]): PlanDocument {
  const result = mergePlans(plans);
  if ('conflict' in result) throw new Error(`conflict: ${result.conflict}`);
  return result.document;
}

describe('plans as one', () => {
  it('leaves a single one as it is', () => expect(merged(one)).toBe(one));

  it('sums what is counted, and takes the longer time', () => {
    const { api_budget, summary, timestamp } = merged(one, other);
    expect(api_budget).toEqual({ reads: 7, writes: 4, estimated_seconds: 7, emails: 1 });
    expect(summary).toMatchObject({ add: 1, destroy: 1, pending: 1, blocked: 1, unlisted: 1, unchanged: 9 });
    expect(timestamp).toBe('2026-01-31T09:00:02.000Z');
    expect(merged(other, one).timestamp).toBe(timestamp);
  });

  it('lists by address, and numbers requests anew with what each needs', () => {
    const document = merged(one, other);
    expect(document.resource_changes.map(({ address }) => address)).toEqual(['acme/team/b', 'zeta/team/a']);
    expect(document.guards.map(({ organization }) => organization)).toEqual(['acme', 'zeta']);
    expect(document.operations.map(({ id, path, needs }) => [id, path, needs])).toEqual([
      ['1', '/zeta/team/a', []],
      ['2', '/zeta/team/a', ['1']],
      ['3', '/acme/team/b', []],
      ['4', '/acme/team/b', ['3']],
    ]);
    expect(Object.keys(document.fingerprints)).toEqual(['acme/team/b', 'zeta/team/a']);
    expect(document.plan_digest).toBe(planDigest(document));
  });

  it('says once what all say, and is as good as the worst of them', () => {
    expect(merged(one, other).diagnostics).toEqual([warning]);
    expect(merged(one, other)).toMatchObject({ applyable: true, complete: true, errored: false });
    expect(merged(one, { ...other, applyable: false })).toMatchObject({ applyable: false });
    expect(merged(one, { ...other, complete: false, errored: true })).toMatchObject({ complete: false, errored: true });
    const idle = planDocument({ applyable: false });
    expect(merged(one, idle).applyable).toBe(true);
    expect(merged(idle, idle).applyable).toBe(false);
  });

  it('keeps the digest of the configuration where it is the same', () => {
    expect(merged(one, other).config_digest).toBe('sha256:c');
    const two = merged(one, { ...other, config_digest: 'sha256:d' }).config_digest;
    expect(two).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(merged({ ...other, config_digest: 'sha256:d' }, one).config_digest).toBe(two);
  });

  it('refuses two of the same organization', () => {
    expect(mergePlans([one, one])).toEqual({ conflict: 'zeta' });
    expect(mergePlans([other, planDocument({ pending: [{ address: 'acme/member/x', waits_for: 'x' }] })])).toEqual({
      conflict: 'acme',
    });
  });
});
