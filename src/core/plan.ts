/** The planner: two values in, one reviewable plan out. One planner serves plan, apply and drift. */
import type { ChangedOrganization, WholeReading } from './access-sight.js';
import { formatAddress, parseAddress, type Address } from './address.js';
import type { Blocked, Change, Comparison, ManualStep, Pending, PlannedStep, Unlisted } from './change.js';
import { compareOrganization } from './compare.js';
import { compileOrganization, numberOperations } from './compile-operations.js';
import { isError, sortDiagnostics, type Diagnostic } from './diagnostics.js';
import { fingerprintsOf } from './fingerprint.js';
import { unmatchedAcknowledgements } from './guards/acknowledge.js';
import { judgeGuards } from './guards/judge-guards.js';
import { weakerGuards } from './guards/weaker-guards.js';
import { holdingOf } from './held-roles.js';
import { compareText, type JsonObject } from './json.js';
import { concernedOrganizations, judgeAccess, judgeOrder, type JudgedAccess } from './judge-access.js';
import { checkMembership } from './membership.js';
import type { Operation, OperationDraft } from './operation.js';
import { planDocument } from './plan-document-from.js';
import type { AccessChange, PlanDocument, PlanGuard } from './plan-document.js';
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
  /** What decides about access, of the organizations that the draft concerns, by name. Absent: not asked for. */
  readonly readings?: ReadonlyMap<string, WholeReading>;
  /** The groups that the identity provider tells at everybody's login; absent where they are not known. */
  readonly idpGroups?: readonly string[];
  /** Tripped guards that somebody has acknowledged, in the words of an earlier plan. */
  readonly acknowledgements?: readonly string[];
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
  readonly accessChanges: readonly AccessChange[];
  readonly guards: readonly PlanGuard[];
  /** Addresses, beside those of the changes, that the guards' judgement stands on. */
  readonly reliedOn: readonly Address[];
  /** Addresses that are to go, even where this plan only takes their access; the guards count them. */
  readonly leaving: readonly string[];
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly unchanged: number;
  readonly emails: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a plan changes, before anybody judges it. */
export interface PlanDraft {
  readonly shares: readonly DraftShare[];
  /** Names of the organizations to read for what decides about access. */
  readonly concerned: readonly string[];
  readonly targets: Targets;
}

export type DraftShare = Omit<OrganizationPlan, 'accessChanges' | 'guards' | 'reliedOn' | 'fingerprints'>;

export function makePlan(input: PlanInput): Plan {
  return finishPlan(draftPlan(input), input);
}

export function draftPlan(input: PlanInput): PlanDraft {
  const organizations = [...input.organizations].sort((a, b) => compareText(a.desired.name, b.desired.name));
  const targets = createTargets(
    input.targets,
    organizations.flatMap(({ desired }) => desired.resources),
  );
  const shares = organizations.map((planned) =>
    planOrganization(planned, peersOf(planned, organizations), input, targets),
  );
  return { shares, targets, concerned: concernedOrganizations(shares.map(asChanged)) };
}

/** `input` is what the draft was made from; its diagnostics and readings may have come since. */
export function finishPlan({ shares: drafts, targets }: PlanDraft, input: PlanInput): Plan {
  const changed = drafts.map(asChanged);
  const accesses = judgeAccess(changed, input.readings, input.idpGroups);
  const shares = drafts.flatMap((draft, index): readonly OrganizationPlan[] => {
    const access = accesses[index];
    return access === undefined ? [] : [judged(draft, access, input)];
  });
  const operations = numberOperations(shares);
  const diagnostics = sortDiagnostics([
    ...input.diagnostics,
    ...targets.unmatched(),
    ...unmatchedReplacements(input.options.replace, shares),
    ...shares.flatMap((share) => share.diagnostics),
    ...shares.flatMap(({ organization }) => weakerGuards(organization, input.locate)),
    ...unmatchedAcknowledgements(
      input.acknowledgements ?? [],
      shares.flatMap(({ guards }) => guards),
    ),
    ...judgeOrder(changed, accesses, operations, input.idpGroups),
  ]);
  const document = planDocument({ input, shares, operations, diagnostics });
  return { document, operations, organizations: shares };
}

export function peersOf(
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
): DraftShare {
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
    leaving: [...leaving].sort(compareText),
    unchanged: compared.comparisons.filter((item) => item.live !== undefined && !unfinished.has(item.address)).length,
    emails: operations.filter((operation) => operation.sendsEmail === true).length,
    diagnostics,
  };
}

function asChanged({ planned, organization, changes }: DraftShare): ChangedOrganization {
  return { ...planned, desired: organization, changes };
}

function judged(
  draft: DraftShare,
  { access, accessChanges, diagnostics }: JudgedAccess,
  { acknowledgements, idpGroups }: PlanInput,
): OrganizationPlan {
  const { organization, planned, changes, leaving } = draft;
  const { live, provider } = planned;
  const {
    guards,
    reliedOn,
    diagnostics: warnings,
  } = judgeGuards(
    { organization, live, changes, provider, leaving: new Set(leaving), access, idpGroups },
    acknowledgements,
  );
  const isOwner = (member: JsonObject): boolean => provider.isActiveOwner(member);
  return {
    ...draft,
    accessChanges,
    guards,
    reliedOn,
    fingerprints: fingerprintsOf(organization, live, changes, reliedOn, isOwner),
    diagnostics: [...draft.diagnostics, ...diagnostics, ...warnings],
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
