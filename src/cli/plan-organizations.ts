/** Makes the plan, and says where it changes what a mirror in it shows. */
import type { LoadedConfiguration } from '../config/load.js';
import { formatAddress } from '../core/address.js';
import type { Change } from '../core/change.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { textList } from '../core/diff.js';
import type { JsonObject } from '../core/json.js';
import { makePlan, type OrganizationPlan, type Plan, type PlanInput } from '../core/plan.js';
import type { LiveMirror } from './live-mirrors.js';
import { memberKinds, teamKind } from './mirror-scope.js';

export function planOrganizations(
  input: PlanInput,
  mirrors: readonly LiveMirror[],
  { locateValue }: Pick<LoadedConfiguration, 'locateValue'>,
): Plan {
  const plan = makePlan(input);
  const warnings = mirrors.flatMap((mirror): readonly Diagnostic[] => {
    const share = plan.organizations.find(({ organization }) => organization.name === mirror.organization);
    if (share === undefined || !share.changes.some((change) => changesMirror(change, mirror, share))) return [];
    const source = locateValue(mirror.pointer);
    return [{ ...sourceChanges(mirror), ...(source !== undefined && { source }) }];
  });
  return warnings.length === 0 ? plan : makePlan({ ...input, diagnostics: [...input.diagnostics, ...warnings] });
}

function changesMirror(change: Change, mirror: LiveMirror, { planned: { provider, live } }: OrganizationPlan): boolean {
  const spec = teamKind(provider);
  if (memberKinds(provider).has(change.kind)) {
    const team = live.resources.find(({ kind, name }) => kind === spec?.kind && name === mirror.team);
    const isMirrored = mirror.team === undefined || textList(team?.attributes[spec?.field ?? '']).includes(change.name);
    return isMirrored && changesActivity(change, (attributes) => isActive(change, attributes));
  }
  if (spec === undefined || mirror.team === undefined || change.kind !== spec.kind) return false;
  const address = formatAddress(mirror.organization, spec.kind, mirror.team);
  if (change.action !== 'update') return change.address === address;
  if (change.previousAddress !== undefined && change.previousAddress === address) return true;
  return change.address === address && change.edits.some(({ path }) => path[0] === spec.field);

  function isActive({ kind, name }: Change, attributes: JsonObject): boolean {
    return provider.isActiveMember({ kind, name, remoteId: undefined, attributes, origin: 'unknown', native: {} });
  }
}

/** Whether the person comes, goes, or becomes active or inactive. */
function changesActivity(change: Change, isActive: (attributes: JsonObject) => boolean): boolean {
  const before = 'before' in change && isActive(change.before);
  const after = 'after' in change && isActive({ ...('before' in change ? change.before : {}), ...change.after });
  return change.action === 'create' || before !== after;
}

function sourceChanges({ list, organization, team, users }: LiveMirror): Diagnostic {
  const where = team === undefined ? `the members of ${organization}` : `the team "${team}" of ${organization}`;
  return {
    severity: 'warning',
    code: 'mirror-source-changes',
    summary: `This plan changes ${where}, which the list "${list}" mirrors as they are now.`,
    detail: `${users.join(', ')} ${users.length === 1 ? 'follows' : 'follow'} the change with the next plan, not with this one.`,
    hint: 'Plan again after the apply.',
  };
}
