import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../src/core/plan-document.js';
import { toText } from '../../../src/cli/render/line.js';
import { renderPlanText } from '../../../src/cli/render/plan-text.js';
import { planDocument, resourceChange } from '../support/plan-document.js';

const render = (plan: PlanDocument, color = false): string => toText(renderPlanText(plan), color);

const noCounts = planDocument().summary;

describe('a plan as text', () => {
  it('shows deletions, replacements, privilege gains, updates and additions in this order, then the requests, then the counts', () => {
    const plan = planDocument({
      resource_changes: [
        resourceChange(
          'acme-data/bypass-link',
          ['delete', 'create'],
          {
            before: { state: 'present' },
            after: { state: 'present' },
          },
          { reason: 'older than 90d' },
        ),
        resourceChange('acme-data/member/carol@acme.com', ['create'], {
          after: {
            role: 'ORGANIZATION_MEMBER',
            workspaces: { Analytics: { role: 'WORKSPACE_AUTHOR', deployments: { etl: 'DEPLOYMENT_ADMIN' } } },
          },
        }),
        resourceChange('acme-data/member/dave@acme.com', ['delete'], {
          before: { role: 'ORGANIZATION_OWNER', workspaces: {} },
        }),
        resourceChange(
          'acme-data/team/data-eng',
          ['update'],
          {
            before: {
              description: '',
              role: 'ORGANIZATION_MEMBER',
              members: ['alice@acme.com', 'bob@acme.com', 'dave@acme.com'],
            },
            after: {
              description: 'Builds the pipelines',
              role: 'ORGANIZATION_MEMBER',
              members: ['bob@acme.com', 'alice@acme.com', 'carol@acme.com', 'erin@acme.com'],
              workspaces: { Analytics: 'WORKSPACE_OPERATOR' },
            },
          },
          { previous_address: 'acme-data/team/data-engineering' },
        ),
      ],
      operations: [
        {
          id: '1',
          organization: 'acme-data',
          method: 'POST',
          path: '/v1/organizations/o1/invites',
          body: { inviteeEmail: 'carol@acme.com', role: 'ORGANIZATION_MEMBER' },
          addresses: ['acme-data/member/carol@acme.com'],
          needs: [],
        },
        {
          id: '2',
          organization: 'acme-data',
          method: 'POST',
          path: '/v1/organizations/o1/teams/t1/members',
          body: { memberIds: ['u4', 'u5', 'u6', { $ref: 'acme-data/member/carol@acme.com' }] },
          addresses: ['acme-data/team/data-eng'],
          needs: ['1'],
        },
        {
          id: '3',
          organization: 'acme-data',
          method: 'DELETE',
          path: '/v1alpha1/organizations/o1/users/u9',
          body: null,
          addresses: ['acme-data/member/dave@acme.com', 'acme-data/team/a', 'acme-data/team/b'],
          needs: [],
        },
      ],
      guards: [
        {
          id: 'min-owners',
          organization: 'acme-data',
          status: 'passed',
          detail: '2 remain',
          witnesses: ['alice@acme.com'],
        },
      ],
      api_budget: { reads: 4, writes: 3, estimated_seconds: 1.3, emails: 1 },
      summary: { ...noCounts, add: 2, change: 1, destroy: 2, unchanged: 7 },
    });
    expect(render(plan)).toBe(`\
Access: nobody gains or loses any.

  - acme-data/member/dave@acme.com
    # org.yaml:12:7
    - role: ORGANIZATION_OWNER

-/+ acme-data/bypass-link
    # older than 90d, org.yaml:12:7

Privileges gained:
  acme-data/member/carol@acme.com gains DEPLOYMENT_ADMIN (workspaces/Analytics/deployments/etl)

  ~ acme-data/team/data-eng (was acme-data/team/data-engineering)
    # org.yaml:12:7
    ~ description: "" -> "Builds the pipelines"
      members:
      - dave@acme.com
      + carol@acme.com
      + erin@acme.com
        (2 unchanged)
    + workspaces:
      + Analytics: WORKSPACE_OPERATOR

  + acme-data/member/carol@acme.com
    # org.yaml:12:7
    + role: ORGANIZATION_MEMBER
    + workspaces:
      + Analytics:
        + deployments:
          + etl: DEPLOYMENT_ADMIN
        + role: WORKSPACE_AUTHOR

Requests (3 writes, about 2 s):
  1  POST    /v1/organizations/o1/invites
             inviteeEmail: carol@acme.com, role: ORGANIZATION_MEMBER
             # acme-data/member/carol@acme.com
  2  POST    /v1/organizations/o1/teams/t1/members  (after 1)
             memberIds: [4 items]
             # acme-data/team/data-eng
  3  DELETE  /v1alpha1/organizations/o1/users/u9
             # acme-data/member/dave@acme.com, acme-data/team/a and 1 more

Guards: 1 passed
  passed acme-data: min-owners: 2 remain

The vendor will send 1 e-mail.
7 objects are already as wanted.
Plan: 2 to add, 1 to change, 2 to destroy.
`);
  });

  it('begins with "No changes." where nothing is to be sent, and counts what is unfinished', () => {
    const plan = planDocument({
      pending: [{ address: 'acme-data/member/carol@acme.com', waits_for: 'carol@acme.com to accept the invitation' }],
      manual_steps: [
        {
          address: 'acme-data/domain/acme.io',
          title: 'Prove that acme.io is yours',
          instructions: ['Open the console.', 'Copy the record into your DNS.'],
          blocks: ['acme-data/sso/acme.io'],
          verifiable: true,
          direction: 'changed',
          origin: 'manual',
        },
      ],
      blocked: [{ address: 'acme-data/team/ops', owner: 'scim', direction: 'missing', detail: 'bob@acme.com' }],
      unlisted: [
        { address: 'acme-data/member/zoe@acme.com', origin: 'manual', policy: 'report' },
        { address: 'acme-data/team/ops', member: 'max@acme.com', origin: 'jit', policy: 'remove' },
        { address: 'acme-data/team/old', origin: 'unknown', policy: 'keep' },
      ],
      summary: { ...noCounts, pending: 1, manual: 1, blocked: 1, unlisted: 3, unchanged: 1 },
    });
    expect(render(plan)).toBe(`\
No changes. Besides: 1 pending, 1 manual, 1 blocked, 3 unlisted.

Pending (1), comes true by itself:
  acme-data/member/carol@acme.com waits for carol@acme.com to accept the invitation

Manual steps (1), only a person can do these:
  ! acme-data/domain/acme.io: Prove that acme.io is yours
      1. Open the console.
      2. Copy the record into your DNS.
      Until then these wait: acme-data/sso/acme.io
      A later plan sees when it is done.

Blocked (1), another system owns these:
  acme-data/team/ops: missing: bob@acme.com (owned by scim)

Unlisted (3), live but not in the YAML, and left alone:
  acme-data/member/zoe@acme.com (origin manual)
  acme-data/team/ops: max@acme.com (origin jit, provisioned, so not removed)
  1 kept by policy

1 object is already as wanted.
Plan: 0 to add, 0 to change, 0 to destroy.
`);
  });

  it('names who is unlisted and holds a privileged role, by whatever policy', () => {
    const held = { roles: ['ORG_MEMBER', 'ORG_OWNER'], privileged: ['ORG_OWNER'] };
    const plan = planDocument({
      unlisted: [
        { address: 'a/member/ann@acme.com', origin: 'manual', policy: 'report', ...held },
        { address: 'a/member/bob@acme.com', origin: 'manual', policy: 'keep', roles: ['ORG_MEMBER'] },
        { address: 'a/member/zed@acme.com', origin: 'jit', policy: 'keep', ...held },
        { address: 'a/team/ops', member: 'max@acme.com', origin: 'unknown', policy: 'report', ...held },
      ],
    });
    expect(render(plan)).toContain(`\
Unlisted (4), live but not in the YAML, and left alone:
  a/member/ann@acme.com with ORG_OWNER (origin manual)
  a/team/ops: max@acme.com with ORG_OWNER (origin unknown)
  a/member/zed@acme.com with ORG_OWNER (origin jit, kept by policy)
  2 kept by policy
`);
  });

  it('says nothing more where all is well', () => {
    expect(render(planDocument())).toBe('No changes.\n\nPlan: 0 to add, 0 to change, 0 to destroy.\n');
  });

  it('never claims "No changes." for a plan with errors', () => {
    const text = render(planDocument({ errored: true, applyable: false }));
    expect(text).not.toContain('No changes.');
    expect(text).toMatch(/^This plan has errors, so nothing of it can be applied\./);
    expect(text).toMatch(/\nPlan: 0 to add, 0 to change, 0 to destroy\.\n$/);
  });

  it('never shows a secret', () => {
    const plan = planDocument({
      resource_changes: [
        resourceChange('acme-data/sso/acme.com', ['update'], {
          before: { clientSecret: '(secret)', nested: { key: 'hunter2', open: 1 } },
          after: {
            clientSecret: '(secret)',
            nested: { key: 'hunter3', open: 2 },
            token: { $secret: { env: 'TOKEN' } },
          },
          before_sensitive: { nested: { key: true } },
          after_sensitive: { clientSecret: true, nested: { key: true } },
        }),
      ],
      operations: [
        {
          id: '1',
          organization: 'acme-data',
          method: 'POST',
          path: '/x',
          body: {
            configuration: { azureClientSecret: { $secret: { env: 'TOKEN' } } },
            id: { $ref: 'acme-data/domain/acme.com' },
          },
          addresses: ['acme-data/sso/acme.com'],
          needs: [],
        },
      ],
    });
    const text = render(plan);
    expect(text).toContain('~ clientSecret: (secret)');
    expect(text).toContain('~ key: (secret)');
    expect(text).toContain('+ token: (secret)');
    expect(text).toContain('configuration: { azureClientSecret: (secret) }, id: (id of acme-data/domain/acme.com)');
    expect(text).not.toContain('hunter');
  });

  it('summarises long lists, and says more about what is removed', () => {
    const people = (count: number, prefix: string): string[] =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}@acme.com`);
    const plan = planDocument({
      resource_changes: [
        resourceChange('acme-data/team/big', ['update'], {
          before: { members: people(30, 'old') },
          after: { members: people(40, 'new') },
        }),
      ],
    });
    const text = render(plan);
    expect(text.match(/^ *- old/gm)).toHaveLength(30);
    expect(text.match(/^ *\+ new/gm)).toHaveLength(12);
    expect(text).toContain('+ ... and 28 more');
  });

  it('lists each guard that did not pass', () => {
    const text = render(
      planDocument({
        guards: [
          { id: 'min-owners', organization: 'a', status: 'tripped', detail: '0 owners remain, 1 must', witnesses: [] },
          {
            id: 'max-removals',
            organization: 'a',
            status: 'unproven',
            detail: 'teams could not be read',
            witnesses: [],
          },
          { id: 'max-removals', organization: 'b', status: 'not_applicable', detail: '', witnesses: [] },
        ],
      }),
    );
    expect(text).toContain(
      'Guards:\n  tripped a: min-owners: 0 owners remain, 1 must\n  unproven a: max-removals: teams could not be read\n',
    );
  });

  it('shows names from live systems as data', () => {
    const text = render(
      planDocument({
        unlisted: [{ address: 'a/team/\u001b[2J\u202Eevil\u200B\nPlan: 0 to add', origin: 'manual', policy: 'report' }],
      }),
      true,
    );
    expect(text).toContain('a/team/\\u{1B}[2J\\u{202E}evil\\u{200B}\\nPlan: 0 to add');
    expect(text).not.toContain('\u001b[2J');
  });

  it('tells two certificates apart', () => {
    const pem = (body: string): string => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
    const text = render(
      planDocument({
        resource_changes: [
          resourceChange('a/sso/acme.com', ['update'], {
            before: { certificate: pem(`MIIDAAAA${'x'.repeat(200)}OLDOLDOLDOLD`) },
            after: { certificate: pem(`MIIDAAAA${'x'.repeat(200)}NEWNEWNEWNEW`) },
          }),
        ],
      }),
    );
    expect(text).toContain('~ certificate: certificate MIIDAAAA...OLDOLDOLDOLD -> certificate MIIDAAAA...NEWNEWNEWNEW');
  });

  it('colours only when asked to', () => {
    const plan = planDocument();
    expect(render(plan, true)).toContain('\u001b[32mNo changes.\u001b[39m');
    expect(render(plan, false)).not.toContain('\u001b');
  });
});
