/** What left the configuration of one organization that is still in it. */
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { KindSpec } from '../../core/provider.js';
import type { DesiredOrganization, DesiredResource } from '../../core/resource.js';
import type { CollectionKey } from '../../core/shape.js';
import { count } from '../render/count.js';
import type { BaseShare } from './left-behind.js';
import { leftFields } from './left-fields.js';
import { unlistedReason } from './unlisted-reason.js';
import { stoodAt } from './stood-at.js';

export interface OrganizationComparison {
  readonly before: DesiredOrganization;
  readonly share: BaseShare;
  readonly head: readonly DesiredOrganization[];
  readonly ref: string;
  readonly isInScope: (address: string) => boolean;
}

const nouns: Readonly<Record<Exclude<CollectionKey, 'teamMembers'>, readonly [singular: string, stays: string]>> = {
  members: ['person', 'a member'],
  teams: ['team', 'a team'],
  domains: ['domain', 'a domain'],
  roleMappings: ['role mapping', 'a role mapping'],
};

export function leftInOrganization(comparison: OrganizationComparison): readonly Diagnostic[] {
  const { before, share, isInScope } = comparison;
  const now = share.planned.desired;
  const present = before.resources.filter(({ state }) => state === 'present');
  return share.planned.provider.kinds.flatMap((spec) => {
    const named = new Map(
      now.resources
        .filter(({ kind }) => kind === spec.kind)
        .flatMap((each) => [each.name, ...each.previously].map((name): [string, DesiredResource] => [name, each])),
    );
    const mine = present.filter(({ kind, name }) => kind === spec.kind && isInScope(addressIn(now, kind, name)));
    const gone = mine.filter(({ name }) => !named.has(name));
    return [
      ...leftObjects(gone, spec, comparison),
      ...mine.flatMap((resource) => {
        const kept = named.get(resource.name);
        return kept?.state !== 'present' ? [] : leftFields({ resource, kept, spec, share, ref: comparison.ref });
      }),
    ];
  });
}

function leftObjects(
  gone: readonly DesiredResource[],
  spec: KindSpec,
  comparison: OrganizationComparison,
): readonly Diagnostic[] {
  const { share, ref } = comparison;
  const now = share.planned.desired;
  const { collection } = spec;
  if (collection === undefined) return gone.flatMap((resource) => leftAlone(resource, spec, comparison));
  if (!now.managed.includes(collection)) return leftCollection(gone, spec.kind, collection, comparison);
  return gone.flatMap(({ kind, name, source }): readonly Diagnostic[] => {
    const address = addressIn(now, kind, name);
    const found = share.unlisted.find((each) => each.address === address && each.member === undefined);
    if (found === undefined) return [];
    const holds = found.privileged === undefined ? '' : ` It holds ${found.privileged.join(', ')}.`;
    return [
      {
        severity: 'warning',
        code: 'left-behind',
        summary: `${name} left the configuration and stays ${nouns[collection][1]} of ${now.name}, because ${unlistedReason(collection, found)}.`,
        detail: `${stoodAt(source, ref)}${holds}`,
        hint: 'Give it `state: absent` to have it removed, or list it again to keep it.',
        address,
      },
    ];
  });
}

/** Nobody read it, so nobody knows whether it is live: said once for all. */
function leftCollection(
  gone: readonly DesiredResource[],
  kind: string,
  collection: Exclude<CollectionKey, 'teamMembers'>,
  { share, ref }: OrganizationComparison,
): readonly Diagnostic[] {
  const [first] = gone;
  if (first === undefined) return [];
  const { name } = share.planned.desired;
  const [singular] = nouns[collection];
  const people = count(gone.length, singular, singular === 'person' ? 'people' : `${singular}s`);
  return [
    {
      severity: 'warning',
      code: 'left-behind',
      summary: `${people} left the configuration of ${name} with all of \`${collection}\`: what of them is live stays, and was not looked for.`,
      detail: `${listed(gone.map((each) => each.name))}. ${stoodAt(first.source, ref)}`,
      hint: `Keep \`${collection}\`, if only empty (\`${collection}: {}\`), to have what is unlisted reported or removed.`,
      address: formatAddress(name, kind),
    },
  ];
}

/** What is in no collection is never removed for not being named. */
function leftAlone(
  { kind, name, source }: DesiredResource,
  spec: KindSpec,
  { share, head, ref }: OrganizationComparison,
): readonly Diagnostic[] {
  const now = share.planned.desired;
  const address = addressIn(now, kind, name);
  const isPlanned = [...share.changes, ...share.manualSteps].some((each) => each.address === address);
  // Named by an organization that shares it, it is still managed.
  const isElsewhere =
    spec.shared === true &&
    head.some(
      ({ type, resources }) =>
        type === now.type && resources.some((resource) => resource.kind === kind && resource.name === name),
    );
  if (isPlanned || isElsewhere) return [];
  return [
    {
      severity: 'warning',
      code: 'left-behind',
      summary: `${address} left the configuration: what of it is live stays as it is, because nothing manages it any more.`,
      detail: stoodAt(source, ref),
      hint: 'Name it again, or remove it with the word that its key takes (`state: absent`, or `none`).',
      address,
    },
  ];
}

/** The organization may have had another name. */
function addressIn({ name: organization }: DesiredOrganization, kind: string, name: string): string {
  return name === '' ? formatAddress(organization, kind) : formatAddress(organization, kind, name);
}

const shown = 20;

function listed(names: readonly string[]): string {
  const first = names.slice(0, shown).join(', ');
  return names.length <= shown ? first : `${first} and ${names.length - shown} more`;
}
