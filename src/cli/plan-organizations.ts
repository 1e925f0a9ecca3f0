/** Makes the plan, with what must be read to tell whose access it changes, and says where it changes what a mirror in it shows. */
import type { LoadedConfiguration } from '../config/load.js';
import { formatAddress } from '../core/address.js';
import type { Change } from '../core/change.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { textList } from '../core/diff.js';
import type { JsonObject } from '../core/json.js';
import { draftPlan, finishPlan, type DraftShare, type Plan, type PlanInput } from '../core/plan.js';
import type { LiveMirror } from './live-mirrors.js';
import { memberKinds, teamKind, type TeamKind } from './mirror-scope.js';

/**
 * `readWhole` is asked for organizations whose people the plan may concern, by name; `remarks` for what else is to be said
 * of what the plan does.
 */
export async function planOrganizations(
  input: PlanInput,
  mirrors: readonly LiveMirror[],
  { locateValue }: Pick<LoadedConfiguration, 'locateValue'>,
  readWhole: (names: readonly string[]) => Promise<Pick<PlanInput, 'readings' | 'reads'>>,
  remarks: (shares: readonly DraftShare[]) => readonly Diagnostic[] = () => [],
): Promise<Plan> {
  const draft = draftPlan(input);
  const warnings = mirrors.flatMap((mirror): readonly Diagnostic[] => {
    const share = draft.shares.find(({ organization }) => organization.name === mirror.organization);
    if (share === undefined || !changesMirror(share, mirror)) return [];
    const source = locateValue(mirror.pointer);
    return [{ ...sourceChanges(mirror), ...(source !== undefined && { source }) }];
  });
  const whole = await readWhole(draft.concerned);
  return finishPlan(draft, {
    ...input,
    ...whole,
    diagnostics: [...input.diagnostics, ...warnings, ...remarks(draft.shares)],
  });
}

function changesMirror({ changes, planned: { provider, live } }: DraftShare, mirror: LiveMirror): boolean {
  const people = memberKinds(provider);
  const spec = teamKind(provider);
  const team = live.resources.find(({ kind, name }) => kind === spec?.kind && name === mirror.team);
  const inTeam = new Set([...textList(team?.attributes[spec?.field ?? '']), ...mirror.people.map(({ name }) => name)]);
  const isActive = ({ kind, name }: Change, attributes: JsonObject): boolean =>
    provider.isActiveMember({ kind, name, remoteId: undefined, attributes, origin: 'unknown', native: {} });
  return changes.some((change) => {
    if (people.has(change.kind)) {
      const isMirrored = mirror.team === undefined || inTeam.has(change.name);
      return isMirrored && changesActivity(change, (attributes) => isActive(change, attributes));
    }
    return spec !== undefined && mirror.team !== undefined && changesTeam(change, mirror.team, spec);
  });
}

function changesTeam(change: Change, team: string, { kind, field }: TeamKind): boolean {
  const address = formatAddress(change.organization, kind, team);
  if (change.action !== 'update') return change.address === address;
  const isRenamed = change.previousAddress === address;
  return isRenamed || (change.address === address && change.edits.some(({ path }) => path[0] === field));
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
