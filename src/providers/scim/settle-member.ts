/**
 * What becomes of a person, `removePeople` being what removing means:
 *
 * | live     | present                     | unlisted, policy remove | absent                            |
 * | -------- | --------------------------- | ----------------------- | --------------------------------- |
 * | -        | created                     | -                       | -                                 |
 * | active   | attributes are set          | removed                 | removed                           |
 * | inactive | activated, attributes are set | removed already        | deactivate: removed already; delete: deleted |
 */
import type { Comparison } from '../../core/change.js';
import { withEdits } from '../../core/settlement.js';
import { withoutForeignId } from './foreign-id.js';
import { deletesPeople } from './remove-people.js';
import type { Settlement } from './settlement.js';

export function settleMember(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change === undefined) settleInactive(comparison, settlement);
  else if (change.action !== 'update') settlement.changes.push(change);
  else {
    const update = withEdits(change, withoutForeignId(change.edits, comparison, settlement));
    if (update !== undefined) settlement.changes.push(update);
  }
}

/** To the core an inactive person is gone; where people are deleted, an explicit removal means the record, too. */
function settleInactive({ address, kind, name, desired, live }: Comparison, settlement: Settlement): void {
  const { organization } = settlement.context;
  if (desired?.state !== 'absent' || live === undefined || !deletesPeople(organization)) return;
  settlement.changes.push({
    action: 'delete',
    address,
    organization: organization.name,
    kind,
    name,
    source: desired.source,
    before: live.attributes,
    reason: desired.because ?? 'state: absent',
  });
}
