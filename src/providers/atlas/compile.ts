/** The fewest requests that make an organization's changes, with what each of them must wait for. */
import type { Change } from '../../core/change.js';
import { indexLive } from '../../core/fingerprint.js';
import type { OperationDraft } from '../../core/operation.js';
import type { LiveResource } from '../../core/resource.js';
import { compileIdentityProvider } from './compile-identity-provider.js';
import { compileMapping } from './compile-mapping.js';
import { compileMember } from './compile-member.js';
import { compileRoleMapping } from './compile-role-mapping.js';
import { compileSettings } from './compile-settings.js';
import { compileTeam } from './compile-team.js';
import { compileNewAssignments } from './compile-assignments.js';
import { orderSteps } from './order-steps.js';
import type { AtlasContext } from './settlement.js';
import type { Step } from './step.js';

type CompileKind = (
  change: Change,
  live: LiveResource | undefined,
  context: AtlasContext,
  changes: readonly Change[],
) => readonly Step[];

/** Also the order in which independent requests are shown and started. */
const kindsInOrder: readonly (readonly [string, CompileKind])[] = [
  ['identity-provider', compileIdentityProvider],
  ['idp-mapping', compileMapping],
  ['role-mapping', compileRoleMapping],
  ['member', compileMember],
  ['team', compileTeam],
  ['settings', compileSettings],
];

export function compile(changes: readonly Change[], context: AtlasContext): readonly OperationDraft[] {
  const live = indexLive(context.live);
  const steps = kindsInOrder.flatMap(([kind, compileKind]) =>
    changes
      .filter((change) => change.kind === kind)
      .flatMap((change) => compileKind(change, live.get(liveAddress(change)), context, changes)),
  );
  return orderSteps([...steps, ...compileNewAssignments(changes, context)]);
}

function liveAddress(change: Change): string {
  return change.action === 'update' ? (change.previousAddress ?? change.address) : change.address;
}
