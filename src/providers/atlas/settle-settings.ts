/** What becomes of the organization's settings: the name and the rest are two calls, each for any combination. */
import type { Comparison } from '../../core/change.js';
import type { Settlement } from './settlement.js';

export function settleSettings({ change }: Comparison, settlement: Settlement): void {
  if (change?.action !== 'update') return;
  const closes = change.before['apiAccessListRequired'] !== true && change.after['apiAccessListRequired'] === true;
  settlement.changes.push(
    closes
      ? {
          ...change,
          reason: `${change.reason}; from then on the API answers only listed addresses, so it goes last`,
        }
      : change,
  );
}
