/** Ways to say what one request alone makes of an object that others of the plan finish. */
import type { Address } from './address.js';
import type { Change } from './change.js';
import type { JsonObject } from './json.js';
import type { OperationDraft } from './operation.js';

type Effects = Pick<OperationDraft, 'effects'>;

/** Of an update: its edits of these fields. */
export function makesFields(change: Change, ...fields: readonly string[]): Effects {
  const edits = change.action === 'update' ? change.edits.filter(({ path }) => fields.includes(path[0] ?? '')) : [];
  return { effects: [{ address: change.address, edits }] };
}

/** People come into the object's list, or go. */
export function makesMembers(
  address: Address,
  field: string,
  { added = [], removed = [] }: { readonly added?: readonly string[]; readonly removed?: readonly string[] },
): Effects {
  return { effects: [{ address, edits: [{ type: 'members', path: [field], added, removed }] }] };
}

/** The whole object; undefined where it is not there. */
export function makesWhole(address: Address, attributes: JsonObject | undefined): Effects {
  return { effects: [{ address, attributes }] };
}
