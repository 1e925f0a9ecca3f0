/** Plan documents made by hand: each test states only what it is about. */
import type { PlanAction, PlanDocument, ResourceChange } from '../../../src/core/plan-document.js';

export function planDocument(part: Partial<PlanDocument> = {}): PlanDocument {
  return {
    format_version: '1.0',
    orgwright_version: '0.1.0',
    timestamp: '2026-01-31T09:00:00.000Z',
    as_of: '2026-01-31T09:00:00.000Z',
    applyable: true,
    complete: true,
    errored: false,
    config_digest: 'sha256:c',
    plan_digest: 'sha256:p',
    resource_changes: [],
    operations: [],
    pending: [],
    manual_steps: [],
    blocked: [],
    unlisted: [],
    guards: [],
    access_changes: [],
    api_budget: { reads: 4, writes: part.operations?.length ?? 0, estimated_seconds: 0.4, emails: 0 },
    fingerprints: {},
    summary: { add: 0, change: 0, destroy: 0, pending: 0, manual: 0, blocked: 0, unlisted: 0, unchanged: 0 },
    diagnostics: [],
    ...part,
  };
}

export function resourceChange(
  address: string,
  actions: readonly PlanAction[],
  sides: Partial<Omit<ResourceChange['change'], 'actions'>>,
  part: Partial<Omit<ResourceChange, 'change'>> = {},
): ResourceChange {
  const [organization = '', kind = '', ...name] = address.split('/');
  return {
    address,
    previous_address: null,
    organization,
    type: 'astro',
    kind,
    name: name.join('/'),
    source: { file: 'org.yaml', line: 12, column: 7 },
    reason: '',
    origin: actions.includes('create') && actions.length === 1 ? null : 'manual',
    ...part,
    change: { actions, before: null, after: null, before_sensitive: {}, after_sensitive: {}, ...sides },
  };
}
