/** The form of the document that `plan -json` prints, as `schemas/plan.schema.json` publishes it. */
import { planFormatVersion } from '../core/plan-document.js';
import { amount, anyObject, anything, flag, listOf, mapOf, oneOf, orNull, record, text, type Check } from './check.js';

const texts = listOf(text);
const origin = oneOf('yaml', 'manual', 'scim', 'idp', 'jit', 'unknown');
const direction = oneOf('missing', 'extra', 'changed');
const roles = { roles: texts, privileged: texts };

export const sourceCheck: Check = record({ file: text, line: amount, column: amount });

const change = record({
  address: text,
  previous_address: orNull(text),
  organization: text,
  type: text,
  kind: text,
  name: text,
  source: orNull(sourceCheck),
  reason: text,
  origin: orNull(origin),
  change: record({
    actions: listOf(oneOf('create', 'update', 'delete')),
    before: orNull(anyObject),
    after: orNull(anyObject),
    before_sensitive: anyObject,
    after_sensitive: anyObject,
  }),
});

const operation = record({
  id: text,
  organization: text,
  method: oneOf('POST', 'PUT', 'PATCH', 'DELETE'),
  path: text,
  body: anything,
  addresses: texts,
  needs: texts,
});

const diagnostic = record(
  { severity: oneOf('error', 'warning'), code: text, summary: text },
  {
    detail: text,
    hint: text,
    source: sourceCheck,
    related: listOf(record({ message: text, source: sourceCheck })),
    address: text,
  },
);

const accessWord = oneOf(
  ...(['gains', 'loses'] as const).flatMap((way) =>
    (['login', 'method', 'role', 'jit', 'bypass'] as const).map((what) => `${way}_${what}`),
  ),
);

export const documentChecks: Readonly<Record<string, Check>> = {
  format_version: oneOf(planFormatVersion),
  orgwright_version: text,
  timestamp: text,
  as_of: text,
  applyable: flag,
  complete: flag,
  errored: flag,
  config_digest: text,
  plan_digest: text,
  resource_changes: listOf(change),
  operations: listOf(operation),
  pending: listOf(record({ address: text, waits_for: text })),
  manual_steps: listOf(
    record(
      {
        address: text,
        title: text,
        instructions: texts,
        blocks: texts,
        verifiable: flag,
        direction,
        origin: orNull(origin),
      },
      roles,
    ),
  ),
  blocked: listOf(record({ address: text, owner: oneOf('scim', 'idp'), direction, detail: text })),
  unlisted: listOf(
    record({ address: text, origin, policy: oneOf('report', 'keep', 'remove') }, { member: text, ...roles }),
  ),
  guards: listOf(
    record(
      {
        id: text,
        organization: text,
        status: oneOf('passed', 'tripped', 'acknowledged', 'unproven', 'not_applicable'),
        detail: text,
        witnesses: texts,
      },
      { acknowledgement: text },
    ),
  ),
  access_changes: listOf(
    record(
      { organization: text, person: text, change: accessWord, before: texts, after: texts, because: texts },
      { possible: flag, ...roles, assumes: texts },
    ),
  ),
  api_budget: record({ reads: amount, writes: amount, estimated_seconds: amount, emails: amount }),
  fingerprints: mapOf(text),
  summary: record({
    add: amount,
    change: amount,
    destroy: amount,
    pending: amount,
    manual: amount,
    blocked: amount,
    unlisted: amount,
    unchanged: amount,
  }),
  diagnostics: listOf(diagnostic),
};
