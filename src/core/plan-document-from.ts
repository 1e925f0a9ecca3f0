/** Writes a plan down in the published form, and gives it its digest. */
import { digest } from './canonical.js';
import type { Change } from './change.js';
import { hasErrors, type Diagnostic } from './diagnostics.js';
import { indexLive } from './fingerprint.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { Operation } from './operation.js';
import type { OrganizationPlan, PlanInput } from './plan.js';
import { planFormatVersion, type PlanAction, type PlanDocument, type ResourceChange } from './plan-document.js';
import type { LiveResource } from './resource.js';
import type { Shape } from './shape.js';

export interface PlanParts {
  readonly input: PlanInput;
  readonly shares: readonly OrganizationPlan[];
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
}

export function planDocument({ input, shares, operations, diagnostics }: PlanParts): PlanDocument {
  const reviewed = reviewedPart(shares, operations);
  const { resource_changes: resourceChanges, operations: documentOperations, fingerprints } = reviewed;
  const pending = shares.flatMap((share) =>
    share.pending.map(({ address, waitsFor }) => ({ address, waits_for: waitsFor })),
  );
  const manualSteps = shares.flatMap((share) => share.manualSteps);
  const blocked = shares.flatMap((share) => share.blocked);
  const unlisted = shares.flatMap((share) => share.unlisted);
  const guards = shares.flatMap((share) => share.guards);
  const complete = shares.every(({ planned }) => Object.values(planned.live.coverage).every((item) => item.complete));
  const errored = hasErrors(diagnostics);
  const counts = countActions(resourceChanges);
  return {
    format_version: planFormatVersion,
    orgwright_version: input.version,
    timestamp: input.timestamp,
    as_of: input.options.now,
    applyable: isApplyable({ operations, errored, complete, guards }, input.allowIncomplete),
    complete,
    errored,
    config_digest: input.configDigest,
    plan_digest: planDigest(reviewed),
    resource_changes: resourceChanges,
    operations: documentOperations,
    pending,
    manual_steps: manualSteps,
    blocked,
    unlisted,
    guards,
    access_changes: shares.flatMap((share) => share.accessChanges),
    api_budget: {
      reads: input.reads,
      writes: operations.length,
      estimated_seconds: estimateSeconds(shares, operations, input.reads),
      emails: shares.reduce((sum, share) => sum + share.emails, 0),
    },
    fingerprints,
    summary: {
      ...counts,
      pending: pending.length,
      manual: manualSteps.length,
      blocked: blocked.length,
      unlisted: unlisted.length,
      unchanged: shares.reduce((sum, share) => sum + share.unchanged, 0),
    },
    diagnostics,
  };
}

/** There is something to apply, and nothing forbids it. */
export function isApplyable(
  {
    operations,
    errored,
    complete,
    guards,
  }: Pick<PlanDocument, 'errored' | 'complete' | 'guards'> & { readonly operations: readonly unknown[] },
  allowIncomplete: boolean,
): boolean {
  const isTripped = guards.some(({ status }) => status === 'tripped');
  return operations.length > 0 && !errored && (complete || allowIncomplete) && !isTripped;
}

/** What a reviewer approves: the changes, the requests that make them, and what they are made on. */
export type ReviewedPart = Pick<PlanDocument, 'resource_changes' | 'operations' | 'fingerprints'>;

export function reviewedPart(
  shares: readonly Pick<OrganizationPlan, 'changes' | 'planned' | 'fingerprints'>[],
  operations: readonly Operation[],
): ReviewedPart {
  return {
    resource_changes: shares.flatMap((share) => {
      if (share.changes.length === 0) return [];
      const live = indexLive(share.planned.live);
      return share.changes.map((change) => resourceChange(change, share, live));
    }),
    operations: operations.map(({ id, organization, method, path, body, addresses, needs }) => ({
      id,
      organization,
      method,
      path,
      body: body ?? null,
      addresses,
      needs,
    })),
    fingerprints: Object.fromEntries(shares.flatMap((share) => Object.entries(share.fingerprints))),
  };
}

export function planDigest({ resource_changes, operations, fingerprints }: ReviewedPart): string {
  return digest(toJson({ changes: resource_changes.map(withoutPlace), operations, fingerprints }));
}

const actionsOf: Readonly<Record<Change['action'], readonly PlanAction[]>> = {
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
};

function resourceChange(
  change: Change,
  share: Pick<OrganizationPlan, 'planned'>,
  live: ReadonlyMap<string, LiveResource>,
): ResourceChange {
  const { provider } = share.planned;
  const shape = provider.kinds.find((spec) => spec.kind === change.kind)?.shape;
  const before = 'before' in change ? change.before : undefined;
  const after = 'after' in change ? change.after : undefined;
  const previousAddress = change.action === 'update' ? change.previousAddress : undefined;
  return {
    address: change.address,
    previous_address: previousAddress ?? null,
    organization: change.organization,
    type: provider.type,
    kind: change.kind,
    name: change.name,
    source: change.source ?? null,
    reason: change.reason,
    origin: live.get(previousAddress ?? change.address)?.origin ?? null,
    change: {
      actions: actionsOf[change.action],
      before: hideSecrets(before, shape),
      after: hideSecrets(after, shape),
      before_sensitive: sensitivePaths(before, shape),
      after_sensitive: sensitivePaths(after, shape),
    },
  };
}

/** What would be done, to what: the digest is the same when only the YAML around it has moved. */
function withoutPlace({ source: _source, reason: _reason, origin: _origin, ...change }: ResourceChange): unknown {
  return change;
}

function hideSecrets(attributes: JsonObject | undefined, shape: Shape | undefined): JsonObject | null {
  if (attributes === undefined) return null;
  return mapSecrets(attributes, shape);
}

function mapSecrets(attributes: JsonObject, shape: Shape | undefined): JsonObject {
  if (shape?.type !== 'record') return attributes;
  const shown: Record<string, Json> = {};
  for (const [field, value] of Object.entries(attributes)) {
    const inner = shape.fields[field];
    if (inner?.type === 'value' && inner.secret === true) shown[field] = '(secret)';
    else shown[field] = isJsonObject(value) ? mapSecrets(value, inner) : value;
  }
  return shown;
}

function sensitivePaths(attributes: JsonObject | undefined, shape: Shape | undefined): JsonObject {
  if (attributes === undefined || shape?.type !== 'record') return {};
  const paths: Record<string, Json> = {};
  for (const [field, value] of Object.entries(attributes)) {
    const inner = shape.fields[field];
    if (inner?.type === 'value' && inner.secret === true) paths[field] = true;
    else if (isJsonObject(value)) {
      const nested = sensitivePaths(value, inner);
      if (Object.keys(nested).length > 0) paths[field] = nested;
    }
  }
  return paths;
}

function countActions(changes: readonly ResourceChange[]): { add: number; change: number; destroy: number } {
  const counts = { add: 0, change: 0, destroy: 0 };
  for (const { change } of changes) {
    if (change.actions.includes('create')) counts.add += 1;
    if (change.actions.includes('delete')) counts.destroy += 1;
    if (change.actions.includes('update')) counts.change += 1;
  }
  return counts;
}

function estimateSeconds(shares: readonly OrganizationPlan[], operations: readonly Operation[], reads: number): number {
  const [first] = shares;
  if (first === undefined) return 0;
  const byType = new Map(shares.map(({ planned }) => [planned.provider.type, planned.provider]));
  const types = new Map(shares.map(({ planned }) => [planned.desired.name, planned.provider.type]));
  let seconds = first.planned.provider.estimateSeconds(reads, []);
  for (const [type, provider] of byType) {
    seconds += provider.estimateSeconds(
      0,
      operations.filter((operation) => types.get(operation.organization) === type),
    );
  }
  return Math.round(seconds * 10) / 10;
}

/** Drops what JSON drops (undefined), so that the digest is of what is written. */
function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
