/**
 * `externalId` belongs to whoever set it (RFC 7643, section 3.1): an identity provider finds its people and groups by
 * it, so another value than ours is shown as blocked and never overwritten.
 */
import type { Comparison } from '../../core/change.js';
import { textOf } from '../../core/json.js';
import type { Edit } from '../../core/shape.js';
import type { Settlement } from './settlement.js';

export function withoutForeignId(
  edits: readonly Edit[],
  { address, name }: Comparison,
  settlement: Settlement,
): readonly Edit[] {
  return edits.filter((edit) => {
    if (edit.path[0] !== 'externalId' || edit.type !== 'set' || textOf(edit.before) === '') return true;
    settlement.blocked.push({
      address,
      owner: 'idp',
      direction: 'changed',
      detail: `${name} has the externalId "${textOf(edit.before)}", not "${textOf(edit.after)}": whoever set it finds ${name} by it, so it is left as it is.`,
    });
    return false;
  });
}
