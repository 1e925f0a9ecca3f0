/** The planner: two values in, one reviewable plan out. One planner serves plan, apply and drift. */
import { InternalError } from '../errors.js';
import { formatAddress, parseAddress, type Address } from './address.js';
import type { Blocked, Change, Comparison, ManualStep, Pending, PlannedStep, Unlisted } from './change.js';
import { compareOrganization } from './compare.js';
import { isError, sortDiagnostics, type Diagnostic } from './diagnostics.js';
import { fingerprintsOf } from './fingerprint.js';
import { judgeGuards } from './guards.js';
import { holdingOf } from './held-roles.js';
import { compareText } from './json.js';
import { checkMembership } from './membership.js';
import type { Operation, OperationDraft } from './operation.js';
import { orderOperations } from './order.js';
import { planDocument } from './plan-document-from.js';
import type { PlanDocument, PlanGuard } from './plan-document.js';
import type { Peer, PlanOptions, Provider, ProviderContext } from './provider.js';
import type { DesiredOrganization, Live, Locate } from './resource.js';
import { createTargets, type Targets } from './targets.js';

export interface PlannedOrganization {
  readonly desired: DesiredOrganization;
  readonly provider: Provider;
  readonly live: Live;
}

export interface PlanInput {
  readonly organizations: readonly PlannedOrganization[];
  readonly options: PlanOptions;
  /** Addresses, or prefixes that end at a slash; empty means everything. */
  readonly targets: readonly string[];
  readonly configDigest: string;
  readonly version: string;
  /** RFC 3339: when the plan was made. */
  readonly timestamp: string;
  /** Requests that reading took. */
  readonly reads: number;
  /** Found before planning: warnings of the configuration, organizations that could not be read (errors). */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an incomplete read still gives an applyable plan (`--allow-incomplete`). */
  readonly allowIncomplete: boolean;
  readonly locate: Locate;
}

export interface Plan {
  readonly document: PlanDocument;
  /** In the document's order; beside what the document shows they hold what the executor needs. */
  readonly operations: readonly Operation[];
  readonly organizations: readonly OrganizationPlan[];
}

/** One organization's share of a plan. */
export interface OrganizationPlan {
  readonly planned: PlannedOrganization;
  /** As desired, names resolved against live. */
  readonly organization: DesiredOrganization;
  readonly changes: readonly Change[];
  readonly operations: readonly OperationDraft[];
  readonly pending: readonly Pending[];
  readonly manualSteps: readonly PlannedStep[];
  readonly blocked: readonly Blocked[];
  readonly unlisted: readonly Unlisted[];
  readonly guards: readonly PlanGuard[];
  /** Addresses, beside those of the changes, that the guards' judgement stands on. */
  readonly reliedOn: readonly Address[];
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly unchanged: number;
  readonly emails: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function makePlan(input: PlanInput): Plan {
  const organizations = [...input.organizations].sort((a, b) => compareText(a.desired.name, b.desired.name));
  const targets = createTargets(
    input.targets,
    organizations.flatMap(({ desired }) => desired.resources),
  );
  const shares = organizations.map((planned) =>
    planOrganization(planned, peersOf(planned, organizations), input, targets),
  );
  const operations = numberOperations(shares);
  const diagnostics = sortDiagnostics([
    ...input.diagnostics,
    ...targets.unmatched(),
    ...unmatchedReplacements(input.options.replace, shares),
    ...shares.flatMap((share) => share.diagnostics),
  ]);
  const document = planDocument({ input, shares, operations, diagnostics });
  return { document, operations, organizations: shares };
}

function peersOf(
  planned: PlannedOrganization,
  organizations: readonly PlannedOrganization[],
): readonly Peer<unknown>[] {
  return organizations
    .filter((other) => other !== planned && other.desired.type === planned.desired.type)
    .map(({ desired, live }) => ({ organization: desired, live }));
}

function planOrganization(
  planned: PlannedOrganization,
  peers: readonly Peer<unknown>[],
  input: PlanInput,
  targets: Targets,
): OrganizationPlan {
  const { provider, live } = planned;
  const given: ProviderContext<unknown> = {
    organization: planned.desired,
    live,
    options: input.options,
    locate: input.locate,
    peers,
  };
  const resolved = provider.resolve(planned.desired.resources, given);
  const organization: DesiredOrganization = { ...planned.desired, resources: resolved.resources };
  const context = { ...given, organization };
  const compared = compareOrganization(organization, live, provider, (address) => targets.includes(address));
  const settled = provider.settle(compared.comparisons, context);
  const changes = [...settled.changes].sort((a, b) => compareText(a.address, b.address));
  const diagnostics: Diagnostic[] = [
    ...live.diagnostics,
    ...resolved.diagnostics,
    ...compared.diagnostics,
    ...checkMembership(organization, live, compared.comparisons, provider, input.locate),
    ...settled.diagnostics,
  ];
  const operations = compileOrganization(changes, context, provider);
  const leaving = new Set<string>(
    compared.comparisons.filter(({ change }) => change?.action === 'delete').map(({ address }) => address),
  );
  const { guards, reliedOn } = judgeGuards(organization, live, changes, provider, leaving);
  const unfinished = new Set<string | undefined>([
    ...changes.map((change) => change.address),
    ...diagnostics.filter(isError).map(({ address }) => address),
    ...[...settled.pending, ...settled.manualSteps, ...settled.blocked].map((item) => item.address),
  ]);
  return {
    planned,
    organization,
    changes,
    operations,
    pending: byAddress(settled.pending),
    manualSteps: byAddress(plannedSteps(settled.manualSteps, compared.comparisons, provider)),
    blocked: byAddress(settled.blocked),
    unlisted: compared.unlisted,
    guards,
    reliedOn,
    fingerprints: fingerprintsOf(organization, live, changes, reliedOn, (member) => provider.isActiveOwner(member)),
    unchanged: compared.comparisons.filter((item) => item.live !== undefined && !unfinished.has(item.address)).length,
    emails: operations.filter((operation) => operation.sendsEmail === true).length,
    diagnostics,
  };
}

/** Says of each step which way its address differs. What is not compared at all is something that is to be there. */
function plannedSteps(
  steps: readonly ManualStep[],
  comparisons: readonly Comparison[],
  provider: Provider,
): readonly PlannedStep[] {
  const compared = new Map<string, Comparison>(comparisons.map((comparison) => [comparison.address, comparison]));
  return steps.map((step) => {
    const { live, change } = compared.get(step.address) ?? {};
    const shape = provider.kinds.find(({ kind }) => kind === live?.kind)?.shape;
    return {
      ...step,
      direction: change?.action === 'delete' ? 'extra' : live === undefined ? 'missing' : 'changed',
      origin: live?.origin ?? null,
      ...(change?.action === 'delete' && holdingOf(change.before, shape, provider)),
    };
  });
}

/** Compiles and orders; a provider that breaks its own promise is a bug, and nothing of it is ever sent. */
function compileOrganization(
  changes: readonly Change[],
  context: ProviderContext<unknown>,
  provider: Provider,
): readonly OperationDraft[] {
  const drafts = provider.compile(changes, context);
  const changed = new Set<string>(changes.map((change) => change.address));
  const covered = new Set<string>();
  const keys = new Set<string>();
  for (const draft of drafts) {
    if (keys.has(draft.key))
      throw new InternalError(`${provider.type} compiled two requests with the key ${draft.key}.`);
    keys.add(draft.key);
    for (const address of draft.addresses) {
      covered.add(address);
      if (!changed.has(address)) {
        throw new InternalError(
          `${provider.type} compiled ${draft.method} ${draft.path} for ${address}, which does not change.`,
        );
      }
    }
  }
  for (const address of changed) {
    if (!covered.has(address))
      throw new InternalError(`${provider.type} compiled no request for the change of ${address}.`);
  }
  const result = orderOperations(drafts);
  if ('cycle' in result) {
    throw new InternalError(
      `${provider.type} compiled requests that wait for each other: ${result.cycle.join(' -> ')}.`,
    );
  }
  return result.ordered;
}

/** Orders over all organizations: an object that several share is written by one of them, and the others wait for it. */
function numberOperations(shares: readonly OrganizationPlan[]): Operation[] {
  const drafts = shares.flatMap(({ operations, organization: { name } }) =>
    operations.map((draft) => ({ ...draft, organization: name })),
  );
  const result = orderOperations(drafts);
  if ('cycle' in result) {
    throw new InternalError(`Requests of several organizations wait for each other: ${result.cycle.join(' -> ')}.`);
  }
  const ids = new Map(result.ordered.map(({ key }, index) => [key, String(index + 1)]));
  return result.ordered.map(({ key: _key, needs, ...draft }, index) => ({
    ...draft,
    id: String(index + 1),
    needs: needs.flatMap((need) => ids.get(need) ?? []).sort((a, b) => Number(a) - Number(b)),
  }));
}

function unmatchedReplacements(replace: ReadonlySet<Address>, shares: readonly OrganizationPlan[]): Diagnostic[] {
  // A manual step is what a replacement becomes where only a person can make it.
  const planned = new Set<string>(
    shares.flatMap(({ changes, manualSteps }) => [...changes, ...manualSteps].map(({ address }) => address)),
  );
  return [...replace]
    .filter((address) => !planned.has(address))
    .map((address) => ({
      severity: 'error' as const,
      code: 'replace-unmatched',
      summary: `-replace=${address} names nothing that can be replaced.`,
      hint: replaceHint(address),
    }));
}

function replaceHint(address: string): string {
  const organization = parseAddress(address)?.organization ?? 'ORGANIZATION';
  return `Name something that the configuration manages and that can be made anew, e.g. ${formatAddress(organization, 'bypass-link')}.`;
}

function byAddress<T extends { readonly address: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareText(a.address, b.address));
}
