/**
 * What a plan takes away of what its own requests stand on. A service account or API key belongs to its organization, not
 * to a person, so neither members nor the identity provider matter to it; the list of addresses it may call from does.
 */
import type { Change } from '../../core/change.js';

export function undermines(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) =>
    change.kind === 'settings' &&
    change.action === 'update' &&
    change.before['apiAccessListRequired'] !== true &&
    change.after['apiAccessListRequired'] === true
      ? [
          `${change.address}: the API answers only addresses on a credential's access list, which may not have this machine's`,
        ]
      : [],
  );
}
