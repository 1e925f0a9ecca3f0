/**
 * Role mappings are made and removed one at a time, and as soon as there is one, everybody in no mapped group has the
 * default roles only (product documentation). So where there are none yet, or none will stay, people are without
 * theirs for a while, and no order of the requests keeps that from happening.
 */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Settlement } from './settlement.js';

export function transientMappings({ changes, context }: Settlement): readonly Diagnostic[] {
  const { organization, live } = context;
  const before = live.resources.filter(({ kind }) => kind === 'role-mapping').length;
  const mappings = changes.filter(({ kind }) => kind === 'role-mapping');
  const made = mappings.filter(({ action }) => action === 'create').length;
  const removed = mappings.filter(({ action }) => action === 'delete').length;
  const isFirst = before === 0 && made > 1;
  const isLast = removed > 1 && removed === before && made === 0;
  if (!isFirst && !isLast) return [];
  return [
    {
      severity: 'warning',
      code: 'transient-loss',
      summary: isFirst
        ? `People of ${organization.name} who log in between its first and its last new role mapping get what is there by then, which may be less than they have before and afterwards.`
        : `People of ${organization.name} who log in between the end of its first and of its last role mapping get what is left by then, which may be less than they have before and afterwards.`,
      detail: 'Atlas takes role mappings one at a time, and a login gives what they say at that moment.',
      hint: 'Apply it when few people log in. Who was hit has the right roles after the next login.',
      address: organization.name,
    },
  ];
}
