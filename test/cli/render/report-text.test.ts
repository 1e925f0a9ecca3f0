import { describe, expect, it } from 'vitest';
import type { ApplyReport, OperationOutcome } from '../../../src/apply/report.js';
import { toText } from '../../../src/cli/render/line.js';
import { renderOutcome, renderReport } from '../../../src/cli/render/report-text.js';

const outcome: OperationOutcome = {
  id: '3',
  organization: 'acme-data',
  method: 'POST',
  path: '/v1/organizations/o/invites',
  addresses: ['acme-data/member/a@acme.com', 'acme-data/member/b@acme.com', 'acme-data/member/c@acme.com'],
  status: 'failed',
  detail: 'Invitee has existing role\nin organization',
  hint: 'Plan again.',
  requestId: 'r-1',
};

const report = (part: Partial<ApplyReport>): string =>
  toText(
    renderReport({
      plan_digest: 'sha256:p',
      status: 'applied',
      counts: { done: 2, failed: 0, skipped: 0, substituted: 0 },
      operations: [],
      manual_steps: [],
      ...part,
    }),
    false,
  );

describe('what an apply did', () => {
  it('tells per request what happened, with the vendor’s words and request id', () => {
    expect(toText(renderOutcome(outcome, 2), false)).toBe(`\
   3  failed       POST /v1/organizations/o/invites  # acme-data/member/a@acme.com, acme-data/member/b@acme.com and 1 more
      Invitee has existing role
      in organization
      hint: Plan again.
      request id r-1
`);
  });

  it('ends with the counts', () => {
    expect(report({})).toBe('Apply complete: 2 requests: 2 done.\n');
    expect(
      report({ status: 'partial', counts: { done: 1, failed: 1, skipped: 2, substituted: 1 }, secrets_file: 's.json' }),
    ).toBe(`\
New secrets are in s.json.
Applied in part: 5 requests: 1 done, 1 substituted, 1 failed, 2 skipped.
Running plan and apply again continues from what is there.
`);
    expect(report({ status: 'failed', counts: { done: 0, failed: 1, skipped: 0, substituted: 0 } })).toMatch(
      /^Apply failed: 1 request:/,
    );
    expect(report({ status: 'interrupted' })).toMatch(/^Interrupted:/);
  });
});
