/** From changes to the fewest requests: one for each object, or several objects together where the service has Bulk. */
import { formatAddress } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { OperationDraft } from '../../core/operation.js';
import { compileMember } from './compile-member.js';
import { compileTeam } from './compile-team.js';
import { createCompiler } from './compiler.js';
import { orderSteps, type GroupsOf } from './order-steps.js';
import { packBulks } from './pack-bulks.js';
import type { ScimContext } from './settlement.js';

export function compile(changes: readonly Change[], context: ScimContext): readonly OperationDraft[] {
  const compiler = createCompiler(changes, context);
  const steps = changes.map((change) =>
    change.kind === 'member' ? compileMember(change, compiler) : compileTeam(change, compiler),
  );
  const { basePath, capabilities } = context.live.facts;
  const drafts = orderSteps(steps, groupsOf(changes, context));
  return capabilities.bulk === undefined ? drafts : packBulks(drafts, { basePath, ...capabilities.bulk });
}

function groupsOf(changes: readonly Change[], { organization, live }: ScimContext): GroupsOf {
  const changed = new Map(
    changes.flatMap((change) =>
      change.kind === 'team' && change.action === 'update'
        ? [[change.previousAddress ?? change.address, change.address] as const]
        : [],
    ),
  );
  const groups = new Map<string, Set<string>>();
  for (const { kind, name, attributes } of live.resources) {
    if (kind !== 'team') continue;
    const address = changed.get(formatAddress(organization.name, 'team', name));
    if (address === undefined) continue;
    for (const person of textList(attributes['members'])) {
      const member = formatAddress(organization.name, 'member', person);
      const known = groups.get(member);
      if (known === undefined) groups.set(member, new Set([address]));
      else known.add(address);
    }
  }
  return groups;
}
