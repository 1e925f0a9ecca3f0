/** Whether what a plan touches is still as it was when the plan was made. */
import { formatAddress, parseAddress, type Address } from '../core/address.js';
import { textList } from '../core/diff.js';
import { fingerprintsOf } from '../core/fingerprint.js';
import { compareText } from '../core/json.js';
import type { OrganizationPlan, Plan } from '../core/plan.js';
import type { DesiredOrganization, DesiredResource, Live } from '../core/resource.js';
import { standIn } from '../core/stand-in.js';

/** For each organization that the plan writes to: the part of it that must be read again before the first write. */
export function touchedScopes(plan: Pick<Plan, 'organizations'>): readonly DesiredOrganization[] {
  return plan.organizations.filter((share) => share.changes.length > 0).map(touchedScope);
}

/** As `touchedScopes`, with what compiling the same changes again needs: whom they name, and what is to go. */
export function compileScopes(plan: Pick<Plan, 'organizations'>): readonly DesiredOrganization[] {
  return plan.organizations.filter((share) => share.changes.length > 0).map(compileScope);
}

function compileScope(share: OrganizationPlan): DesiredOrganization {
  const scope = touchedScope(share);
  const leaving = new Set<string>(
    share.changes.filter(({ action }) => action === 'delete').map(({ address }) => address),
  );
  const known = new Set<string>(scope.resources.map(({ address }) => address));
  const named = [...new Set(peopleNamed(share))].filter((address) => !known.has(address));
  return {
    ...scope,
    resources: [
      ...scope.resources.map((resource) =>
        leaving.has(resource.address) ? { ...resource, state: 'absent' as const } : resource,
      ),
      ...named.map((address) => namedAt(share.organization, address)),
    ],
  };
}

/** The people whom the changes of teams name: their ids are part of the requests. */
function peopleNamed({ organization, changes, planned: { provider } }: OrganizationPlan): readonly Address[] {
  const person = provider.kinds.find(({ collection }) => collection === 'members')?.kind;
  if (person === undefined) return [];
  return changes.flatMap((change) => {
    const shape = provider.kinds.find(({ kind }) => kind === change.kind)?.shape;
    const fields = Object.entries(shape?.fields ?? {}).flatMap(([field, { type }]) =>
      type === 'collection' ? [field] : [],
    );
    const names =
      change.action === 'update'
        ? change.edits.flatMap((edit) => (edit.type === 'members' ? [...edit.added, ...edit.removed] : []))
        : change.action === 'create'
          ? fields.flatMap((field) => textList(change.after[field]))
          : [];
    return fields.length === 0 ? [] : names.map((name) => formatAddress(organization.name, person, name));
  });
}

function touchedScope(share: OrganizationPlan): DesiredOrganization {
  const { organization } = share;
  const desired = new Map<string, DesiredResource>(organization.resources.map((item) => [item.address, item]));
  const resources = Object.keys(share.fingerprints).map(
    (address) => desired.get(address) ?? namedAt(organization, address),
  );
  return { ...organization, resources, managed: [] };
}

function namedAt(organization: DesiredOrganization, address: string): DesiredResource {
  const parts = parseAddress(address);
  return standIn(organization, parts?.kind ?? '', parts?.name ?? '');
}

/** Addresses whose live object differs from the plan's fingerprint, sorted. */
export function movedAddresses(plan: Pick<Plan, 'organizations'>, lives: readonly Live[]): readonly string[] {
  const fresh = new Map(lives.map((live) => [live.organization, live]));
  return plan.organizations
    .flatMap((share) => {
      const live = fresh.get(share.organization.name);
      if (live === undefined) return [];
      const { provider } = share.planned;
      const now = fingerprintsOf(share.organization, live, share.changes, share.reliedOn, (member) =>
        provider.isActiveOwner(member),
      );
      return Object.entries(share.fingerprints).flatMap(([address, before]) =>
        now[address] === before ? [] : [address],
      );
    })
    .sort(compareText);
}
