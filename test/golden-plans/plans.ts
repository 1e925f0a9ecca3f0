/** One set of plans for all renderers, made by hand so that each shows something: what a reviewer meets in practice, and worse. */
import type { PlanDocument, PlanOperation, ResourceChange } from '../../src/core/plan-document.js';
import { planDocument, resourceChange } from '../cli/support/plan-document.js';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

function plan(part: Partial<PlanDocument>): PlanDocument {
  const changes = part.resource_changes ?? [];
  const having = (action: string): number =>
    changes.filter(({ change }) => (change.actions as readonly string[]).includes(action)).length;
  const whole = planDocument({ plan_digest: digest('a'), config_digest: digest('c'), ...part });
  return {
    ...whole,
    summary: {
      add: having('create'),
      change: having('update'),
      destroy: having('delete'),
      pending: whole.pending.length,
      manual: whole.manual_steps.length,
      blocked: whole.blocked.length,
      unlisted: whole.unlisted.length,
      unchanged: 12,
    },
  };
}

function operation(id: number, method: string, path: string, part: Partial<PlanOperation> = {}): PlanOperation {
  return { id: String(id), organization: 'acme-data', method, path, body: null, addresses: [], needs: [], ...part };
}

const removedMember = resourceChange(
  'acme-data/member/dave@acme.com',
  ['delete'],
  { before: { role: 'ORGANIZATION_MEMBER', status: 'ACTIVE' } },
  { reason: 'state: absent' },
);
const promotedMember = resourceChange(
  'acme-data/member/bob@acme.com',
  ['update'],
  { before: { role: 'ORGANIZATION_MEMBER' }, after: { role: 'ORGANIZATION_OWNER' } },
  { reason: 'differs from the configuration', source: { file: 'org.yaml', line: 14, column: 7 } },
);
const grownTeam = resourceChange(
  'acme-data/team/data-eng',
  ['update'],
  {
    before: { description: '', role: 'ORGANIZATION_BILLING_ADMIN', members: ['alice@acme.com', 'dave@acme.com'] },
    after: { description: 'Builds', role: 'ORGANIZATION_BILLING_ADMIN', members: ['alice@acme.com', 'carol@acme.com'] },
  },
  {
    reason: 'renamed from "data-engineering"',
    previous_address: 'acme-data/team/data-engineering',
    source: { file: 'teams/data.yaml', line: 3, column: 5 },
  },
);
const newMember = resourceChange(
  'acme-data/member/carol@acme.com',
  ['create'],
  { after: { role: 'ORGANIZATION_MEMBER', workspaces: { Analytics: { role: 'WORKSPACE_AUTHOR' } } } },
  { reason: 'in the configuration, not live' },
);
const rotatedLink = resourceChange(
  'acme-data/bypass-link',
  ['delete', 'create'],
  { before: { state: 'present' }, after: { state: 'present' } },
  { reason: 'older than 90d' },
);

const passed = {
  id: 'min-owners',
  organization: 'acme-data',
  status: 'passed',
  detail: '2 owners remain',
  witnesses: ['alice@acme.com'],
} as const;

const small = plan({
  resource_changes: [promotedMember, newMember, removedMember, grownTeam],
  operations: [
    operation(1, 'POST', '/v1/organizations/o1/invites', {
      body: { inviteeEmail: 'carol@acme.com', role: 'ORGANIZATION_MEMBER' },
      addresses: ['acme-data/member/carol@acme.com'],
    }),
    operation(2, 'POST', '/v1/organizations/o1/teams/t1/members', {
      body: { memberIds: [{ $ref: 'acme-data/member/carol@acme.com' }] },
      addresses: ['acme-data/team/data-eng'],
      needs: ['1'],
    }),
    operation(3, 'DELETE', '/v1alpha1/organizations/o1/users/u9', { addresses: ['acme-data/member/dave@acme.com'] }),
  ],
  guards: [passed],
  access_changes: [
    {
      organization: 'acme-data',
      person: 'dave@acme.com',
      change: 'loses_login',
      before: ['google', 'sso'],
      after: [],
      because: ['acme-data/member/dave@acme.com'],
    },
    {
      organization: 'acme-data',
      person: '*@acme.com',
      change: 'gains_method',
      before: ['sso'],
      after: ['google', 'sso'],
      because: [],
    },
  ],
  api_budget: { reads: 4, writes: 3, estimated_seconds: 1.3, emails: 1 },
  fingerprints: { 'acme-data/team/data-eng': digest('f') },
});

const large = plan({
  resource_changes: [
    rotatedLink,
    ...Array.from({ length: 12 }, (_, index) =>
      resourceChange(
        `acme-data/member/leaver${index}@acme.com`,
        ['delete'],
        { before: { role: 'ORGANIZATION_MEMBER' } },
        { reason: 'not in the configuration (unlisted.members is remove)', source: null },
      ),
    ),
    ...Array.from({ length: 30 }, (_, index) =>
      resourceChange(
        `acme-data/team/team-${index}`,
        ['update'],
        {
          before: { description: `Team ${index}`, members: people(20 + index, 'old') },
          after: { description: `The team ${index}`, members: people(25 + index, 'new') },
        },
        {
          reason: 'differs from the configuration',
          source: { file: 'teams/all.yaml', line: 3 + index * 4, column: 5 },
        },
      ),
    ),
    ...Array.from({ length: 20 }, (_, index) =>
      resourceChange(`acme-data/member/joiner${index}@acme.com`, ['create'], {
        after: { role: index === 3 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER' },
      }),
    ),
  ],
  operations: Array.from({ length: 63 }, (_, index) =>
    operation(index + 1, 'POST', `/v1/organizations/o1/users/u${index}`, {
      addresses: [`acme-data/member/joiner${index}@acme.com`],
    }),
  ),
  guards: [passed, { ...passed, id: 'max-removals', status: 'acknowledged', detail: '12 members are removed' }],
  pending: [{ address: 'acme-data/member/erin@acme.com', waits_for: 'erin@acme.com to accept the invitation' }],
  unlisted: [
    {
      address: 'acme-data/member/zoe@acme.com',
      origin: 'manual',
      policy: 'report',
      roles: ['ORGANIZATION_OWNER'],
      privileged: ['ORGANIZATION_OWNER'],
    },
    { address: 'acme-data/team/ops', member: 'max@acme.com', origin: 'jit', policy: 'remove' },
    { address: 'acme-data/team/old', origin: 'unknown', policy: 'keep' },
  ],
});

function people(amount: number, prefix: string): string[] {
  return Array.from({ length: amount }, (_, index) => `${prefix}${String(index).padStart(2, '0')}@acme.com`);
}

/** Names as whoever may set a display name could set them. */
export const hostileNames: readonly string[] = [
  '\u001b[31mred\u001b[0m\u009b2J',
  '\u202Ereversed\u2066',
  'zero\u200Bwidth\u{E0041}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;entity&quot;',
  '@octocat @acme/security',
  '[link](https://evil.example) https://evil.example',
  '`code` ``two`` ```three',
  '| table | cell |\n| --- | --- |',
  '::set-output name=has_changes::false',
  'x\n::error file=org.yaml,line=1::forged',
  '##[set-output name=a]b ##vso[task.setvariable]x',
  '%0A::warning::x%25',
  'Plan: 0 to add, 0 to change, 0 to destroy.\r\n',
  '--> <!-- comment --> </details></main>',
  'חשבונאות',
  '# heading\n- item',
  '</style></script><b>',
  '$(rm -rf /) ${HOME} \\u{202E}',
];

export function hostilePlan(names: readonly string[]): PlanDocument {
  const name = (index: number): string => names[index % names.length] ?? '';
  return plan({
    resource_changes: names.flatMap((text, index): ResourceChange[] => [
      resourceChange(
        `acme-data/team/${text}`,
        index % 4 === 0 ? ['delete'] : index % 4 === 1 ? ['create'] : ['update'],
        {
          before:
            index % 4 === 1 ? null : { description: name(index + 1), members: [name(index + 2), text], [text]: 1 },
          after:
            index % 4 === 0
              ? null
              : { description: text, role: 'ORGANIZATION_OWNER', members: [name(index + 3)], [name(index + 1)]: text },
        },
        {
          reason: `renamed from "${text}"`,
          source: { file: `${text}.yaml`, line: 1, column: 1 },
          previous_address: index % 4 === 2 ? `acme-data/team/${name(index + 1)}` : null,
        },
      ),
    ]),
    operations: names.map((text, index) =>
      operation(index + 1, 'POST', `/v1/organizations/o1/${text}`, {
        body: { [text]: text },
        addresses: [`acme-data/team/${text}`, text, text],
      }),
    ),
    pending: names.map((text) => ({ address: text, waits_for: text })),
    manual_steps: names.map((text) => ({
      address: text,
      title: text,
      instructions: [text, name(3)],
      blocks: [text, name(4)],
      verifiable: false,
      direction: 'missing',
      origin: null,
    })),
    blocked: names.map((text) => ({ address: text, owner: text, direction: 'extra', detail: text })),
    unlisted: names.map((text) => ({
      address: text,
      member: text,
      origin: 'manual',
      policy: 'report',
      roles: [text],
    })),
    guards: names.map((text) => ({ id: text, organization: text, status: 'tripped', detail: text, witnesses: [text] })),
    access_changes: names.map((text) => ({
      organization: text,
      person: text,
      change: 'loses_login',
      before: [text],
      after: [],
      because: [text],
      possible: true,
      assumes: [text],
    })),
    diagnostics: names.flatMap((text) => [
      { severity: 'warning', code: 'x', summary: text, detail: text, hint: text, address: name(5) },
      { severity: 'error', code: 'x', summary: text, source: { file: text, line: 2, column: 3 } },
    ]),
    errored: true,
    applyable: false,
  });
}

const guardsTripped = plan({
  applyable: false,
  resource_changes: [removedMember, promotedMember],
  operations: [operation(1, 'DELETE', '/v1/organizations/o1/users/u9')],
  guards: [
    {
      id: 'min-owners',
      organization: 'acme-data',
      status: 'tripped',
      detail: '0 owners remain, 1 must',
      witnesses: ['alice@acme.com'],
      acknowledgement: `min-owners@${digest('b')}`,
    },
    {
      id: 'max-removals',
      organization: 'acme-data',
      status: 'unproven',
      detail: 'the teams could not be read',
      witnesses: [],
    },
    {
      ...passed,
      id: 'protect',
      status: 'acknowledged',
      detail: 'acme-data/team/old would be deleted',
      witnesses: ['acme-data/team/old'],
      acknowledgement: `protect@${digest('d')}`,
    },
    { ...passed, id: 'required-owners' },
  ],
  complete: false,
  diagnostics: [
    {
      severity: 'warning',
      code: 'guard-unproven',
      summary: 'Guard max-removals of acme-data cannot be judged.',
      hint: 'Give the token the right to read teams.',
      source: { file: 'org.yaml', line: 30, column: 3 },
      related: [{ message: 'the guard stands here', source: { file: 'guards.yaml', line: 2, column: 3 } }],
    },
    {
      severity: 'warning',
      code: 'weaker-guard',
      summary: 'acme-data: guards.maxRemovals.members.percent is 60, weaker than the default 25.',
      source: { file: 'org.yaml', line: 31, column: 3 },
    },
  ],
});

const manualSteps = plan({
  manual_steps: [
    {
      address: 'acme-data/domain/acme.io',
      title: 'Prove that acme.io is yours',
      instructions: ['Open the console.', 'Copy the record into your DNS.'],
      blocks: ['acme-data/sso/acme.io'],
      verifiable: true,
      direction: 'missing',
      origin: null,
    },
    {
      address: 'acme-data/bypass-link',
      title: 'Remove the bypass link',
      instructions: ['Open Authentication and press Remove.'],
      blocks: [],
      verifiable: false,
      direction: 'extra',
      origin: 'manual',
    },
  ],
  blocked: [{ address: 'acme-data/team/ops', owner: 'scim', direction: 'missing', detail: 'bob@acme.com' }],
  pending: [{ address: 'acme-data/member/erin@acme.com', waits_for: 'erin@acme.com to accept the invitation' }],
});

const thousands = plan({
  resource_changes: Array.from({ length: 3_000 }, (_, index) =>
    resourceChange(
      `acme-data/member/person${String(index).padStart(4, '0')}@acme.com`,
      index % 3 === 0 ? ['delete'] : index % 3 === 1 ? ['update'] : ['create'],
      {
        before: index % 3 === 2 ? null : { role: 'ORGANIZATION_MEMBER' },
        after:
          index % 3 === 0 ? null : { role: index % 30 === 1 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_BILLING_ADMIN' },
      },
      { reason: 'differs from the configuration', source: { file: 'people.yaml', line: index + 3, column: 3 } },
    ),
  ),
  operations: Array.from({ length: 3_000 }, (_, index) =>
    operation(index + 1, 'POST', `/v1/organizations/o1/users/u${index}/roles`, {
      body: { organizationRole: 'ORGANIZATION_MEMBER' },
      addresses: [`acme-data/member/person${String(index).padStart(4, '0')}@acme.com`],
    }),
  ),
  guards: [passed],
});

export const plans: Readonly<Record<string, PlanDocument>> = {
  none: plan({}),
  small,
  large,
  hostile: hostilePlan(hostileNames),
  'guards-tripped': guardsTripped,
  'manual-steps': manualSteps,
  thousands,
};
