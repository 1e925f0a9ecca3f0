/**
 * Pairs an organization's desired objects with its live ones by address, and decides by `unlisted` what becomes of
 * the rest. What was not read completely is never missing and never removed.
 */
import { formatAddress, type Address } from './address.js';
import { plainReasons, type Change, type Comparison, type Unlisted } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import { diffAttributes, textList } from './diff.js';
import { holdingOf } from './held-roles.js';
import { compareText, type Json, type JsonObject } from './json.js';
import type { KindSpec, Provider } from './provider.js';
import type { DesiredOrganization, DesiredResource, Live, LiveResource, Origin, UnlistedPolicy } from './resource.js';
import type { CollectionKey, Edit, RecordShape } from './shape.js';
import { unsafeNames } from './unsafe-names.js';

export interface ComparedOrganization {
  readonly comparisons: readonly Comparison[];
  readonly unlisted: readonly Unlisted[];
  readonly diagnostics: readonly Diagnostic[];
}

export function compareOrganization(
  organization: DesiredOrganization,
  live: Live,
  provider: Provider,
  inScope: (address: Address) => boolean,
): ComparedOrganization {
  const run = new OrganizationComparison(organization, live, provider, inScope);
  return run.compare();
}

const neverGuesses = 'Names are matched exactly, and orgwright never guesses between two.';

const provisioned: ReadonlySet<Origin> = new Set<Origin>(['scim', 'idp', 'jit']);

export function isRemovedWhenUnlisted(policy: UnlistedPolicy, origin: Origin): boolean {
  return policy.policy === 'remove' && (policy.includeProvisioned || !provisioned.has(origin));
}

/** Holds what one comparison gathers; lives no longer than `compareOrganization`. */
class OrganizationComparison {
  private readonly comparisons: Comparison[] = [];
  private readonly unlisted: Unlisted[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly liveByName = new Map<string, LiveResource[]>();
  private readonly claimed = new Set<LiveResource>();
  private readonly kinds: ReadonlyMap<string, KindSpec>;
  /** People whose membership this plan ends: their team memberships end with it and are nobody's edit. */
  private readonly leaving = new Set<string>();
  private readonly organization: DesiredOrganization;
  private readonly live: Live;
  private readonly provider: Provider;
  private readonly inScope: (address: Address) => boolean;

  constructor(
    organization: DesiredOrganization,
    live: Live,
    provider: Provider,
    inScope: (address: Address) => boolean,
  ) {
    this.organization = organization;
    this.live = live;
    this.provider = provider;
    this.inScope = inScope;
    this.kinds = new Map(provider.kinds.map((kind) => [kind.kind, kind]));
    for (const resource of live.resources) {
      const key = `${resource.kind}/${resource.name}`;
      const same = this.liveByName.get(key);
      if (same === undefined) this.liveByName.set(key, [resource]);
      else same.push(resource);
    }
  }

  compare(): ComparedOrganization {
    const desired = this.organization.resources;
    const isPeople = (resource: { readonly kind: string }): boolean => this.collectionOf(resource.kind) === 'members';
    // People first: whether a person leaves decides what a team's member list means.
    for (const resource of desired.filter(isPeople)) this.compareDesired(resource);
    this.compareUnlisted((kind) => kind.collection === 'members');
    for (const resource of desired.filter((candidate) => !isPeople(candidate))) this.compareDesired(resource);
    this.compareUnlisted((kind) => kind.collection !== 'members');
    return {
      comparisons: [...this.comparisons].sort((a, b) => compareText(a.address, b.address)),
      unlisted: [...this.unlisted].sort(
        (a, b) => compareText(a.address, b.address) || compareText(a.member ?? '', b.member ?? ''),
      ),
      diagnostics: this.diagnostics,
    };
  }

  private collectionOf(kind: string): CollectionKey | undefined {
    return this.kinds.get(kind)?.collection;
  }

  private isComplete(key: string): boolean {
    return this.live.coverage[key]?.complete !== false;
  }

  private compareDesired(desired: DesiredResource): void {
    const spec = this.kinds.get(desired.kind);
    if (spec === undefined) return;
    const found = this.findLive(desired);
    if (found === 'ambiguous') return;
    if (found !== undefined) this.claimed.add(found);
    if (!this.inScope(desired.address)) return;
    const change = this.changeFor(desired, found, spec);
    if (change?.action === 'delete' && spec.collection === 'members') this.leaving.add(desired.name);
    if (change !== undefined) this.diagnostics.push(...unsafeNames(change, desired));
    this.comparisons.push({
      address: desired.address,
      kind: desired.kind,
      name: desired.name,
      desired,
      live: found,
      change,
    });
  }

  /** The live object under its name or an earlier one. Two hits are an error, never a guess. */
  private findLive(desired: DesiredResource): LiveResource | undefined | 'ambiguous' {
    const hits = [desired.name, ...desired.previously].flatMap((name) => this.namesakes(desired.kind, name));
    for (const resource of hits) this.claimed.add(resource);
    const [first, ...others] = hits;
    if (first === undefined || others.length === 0) return first;
    const names = [...new Set(hits.map((hit) => hit.name))].sort(compareText);
    if (names.length === 1) {
      this.diagnostics.push({
        ...this.ambiguousName(desired.kind, first.name, desired.address),
        ...sourceOf(desired),
      });
      return 'ambiguous';
    }
    this.diagnostics.push({
      severity: 'error',
      code: 'rename-conflict',
      summary: `${desired.kind} "${desired.name}" cannot be renamed: ${names.map((name) => `"${name}"`).join(' and ')} both exist in ${this.organization.name}.`,
      detail: neverGuesses,
      hint: 'Remove one of them, or drop "previously" and list both.',
      address: desired.address,
      ...sourceOf(desired),
    });
    return 'ambiguous';
  }

  private namesakes(kind: string, name: string): readonly LiveResource[] {
    return this.liveByName.get(`${kind}/${name}`) ?? [];
  }

  private ambiguousName(kind: string, name: string, address: Address): Diagnostic {
    const twins = this.namesakes(kind, name);
    return {
      severity: 'error',
      code: 'ambiguous-name',
      summary: `${twins.length} live ${kind}s in ${this.organization.name} are named "${name}".`,
      detail: neverGuesses,
      hint: `Rename or delete one of them (ids: ${twins.map((twin) => twin.remoteId ?? '-').join(', ')}).`,
      address,
    };
  }

  private changeFor(desired: DesiredResource, live: LiveResource | undefined, spec: KindSpec): Change | undefined {
    const base = {
      address: desired.address,
      organization: this.organization.name,
      kind: desired.kind,
      name: desired.name,
      source: desired.source,
    };
    if (desired.state === 'absent') {
      if (live === undefined || !this.provider.isPresent(live)) return undefined;
      return { ...base, action: 'delete', before: live.attributes, reason: desired.because ?? 'state: absent' };
    }
    if (live === undefined) {
      // Not having seen it is no reason to make it twice.
      if (!this.isComplete(spec.collection ?? spec.kind)) return undefined;
      const { after } = diffAttributes(desired.attributes, undefined, spec.shape, () => false);
      return { ...base, action: 'create', after, reason: plainReasons.create };
    }
    const before = this.withoutLeaving(live.attributes, spec.shape);
    const wanted = withoutUnread(desired.attributes, before, spec.shape);
    const { after, edits, unlisted } = diffAttributes(
      wanted,
      before,
      spec.shape,
      (key, entry) =>
        isRemovedWhenUnlisted(this.organization.unlisted[key], live.origin) ||
        desired.leaving?.includes(entry) === true,
    );
    for (const { key, entry } of unlisted) {
      this.unlisted.push({
        address: desired.address,
        member: entry,
        origin: live.origin,
        policy: this.organization.unlisted[key].policy,
        ...holdingOf(live.attributes, spec.shape, this.provider),
      });
    }
    const renamed = live.name !== desired.name;
    if (edits.length === 0 && !renamed) return undefined;
    return {
      ...base,
      action: 'update',
      before,
      after,
      edits,
      reason: renamed ? `renamed from "${live.name}"` : updateReason(desired, edits),
      ...(renamed && {
        previousAddress: formatAddress(this.organization.name, desired.kind, live.name),
      }),
    };
  }

  private withoutLeaving(attributes: JsonObject, shape: RecordShape): JsonObject {
    if (this.leaving.size === 0) return attributes;
    const kept: Record<string, Json> = { ...attributes };
    for (const [field, fieldShape] of Object.entries(shape.fields)) {
      if (fieldShape.type !== 'collection' || attributes[field] === undefined) continue;
      kept[field] = textList(attributes[field]).filter((entry) => !this.leaving.has(entry));
    }
    return kept;
  }

  private compareUnlisted(isMine: (kind: KindSpec) => boolean): void {
    for (const spec of this.provider.kinds) {
      const collection = spec.collection;
      if (collection === undefined || !isMine(spec) || !this.organization.managed.includes(collection)) continue;
      for (const live of this.live.resources) {
        if (live.kind === spec.kind && !this.claimed.has(live) && this.provider.isPresent(live)) {
          this.compareUnlistedOne(live, collection, spec.shape);
        }
      }
    }
  }

  private compareUnlistedOne(live: LiveResource, collection: CollectionKey, shape: RecordShape): void {
    const address = formatAddress(this.organization.name, live.kind, live.name);
    if (!this.inScope(address)) return;
    const policy = this.organization.unlisted[collection];
    if (!isRemovedWhenUnlisted(policy, live.origin) || !this.isComplete(collection)) {
      this.unlisted.push({
        address,
        origin: live.origin,
        policy: policy.policy,
        ...holdingOf(live.attributes, shape, this.provider),
      });
      return;
    }
    const twins = this.namesakes(live.kind, live.name);
    if (twins.length > 1) {
      // One address for two objects: neither the plan nor a person could tell which one goes.
      if (twins[0] === live) this.diagnostics.push(this.ambiguousName(live.kind, live.name, address));
      return;
    }
    if (collection === 'members') this.leaving.add(live.name);
    this.comparisons.push({
      address,
      kind: live.kind,
      name: live.name,
      desired: undefined,
      live,
      change: {
        address,
        organization: this.organization.name,
        kind: live.kind,
        name: live.name,
        source: this.organization.source,
        action: 'delete',
        before: live.attributes,
        reason: `not in the configuration, and unlisted.${collection} is remove`,
      },
    });
  }
}

/** A collection that could not be read is not compared: nobody is added twice, nobody removed for being unseen. */
function withoutUnread(desired: JsonObject, live: JsonObject, shape: RecordShape): JsonObject {
  const unread = Object.keys(desired).filter(
    (field) => shape.fields[field]?.type === 'collection' && live[field] === undefined,
  );
  return unread.length === 0
    ? desired
    : Object.fromEntries(Object.entries(desired).filter(([field]) => !unread.includes(field)));
}

function updateReason({ because, leaving }: DesiredResource, edits: readonly Edit[]): string {
  const ends = edits.some((edit) => edit.type === 'members' && edit.removed.some((entry) => leaving?.includes(entry)));
  return ends && because !== undefined ? because : plainReasons.update;
}

function sourceOf(desired: DesiredResource): Pick<Diagnostic, 'source'> {
  return desired.source === undefined ? {} : { source: desired.source };
}
