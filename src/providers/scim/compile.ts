/** From changes to the fewest requests: one for each object, or several objects together where the service has Bulk. */
import type { Change } from '../../core/change.js';
import type { OperationDraft } from '../../core/operation.js';
import { compileMember } from './compile-member.js';
import { compileTeam } from './compile-team.js';
import { createCompiler } from './compiler.js';
import { groupsOf } from './groups-of.js';
import { orderSteps } from './order-steps.js';
import { packBulks } from './pack-bulks.js';
import type { ScimContext } from './settlement.js';

export function compile(changes: readonly Change[], context: ScimContext): readonly OperationDraft[] {
  const compiler = createCompiler(changes, context);
  const steps = changes.map((change) =>
    change.kind === 'member' ? compileMember(change, compiler) : compileTeam(change, compiler),
  );
  const { basePath, capabilities } = context.live.facts;
  const drafts = orderSteps(steps, groupsOf(changes, compiler));
  return capabilities.bulk === undefined ? drafts : packBulks(drafts, { basePath, ...capabilities.bulk });
}
