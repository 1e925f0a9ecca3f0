/** Why the plan leaves something alone that is live and unlisted. */
import type { Unlisted } from '../../core/change.js';
import type { CollectionKey } from '../../core/shape.js';

export function unlistedReason(
  collection: CollectionKey,
  { policy, origin }: Pick<Unlisted, 'policy' | 'origin'>,
): string {
  const said = `\`unlisted.${collection}\` is \`${policy}\``;
  if (policy !== 'remove') return said;
  // Under `remove` only this, or a list that was not read to its end, keeps it.
  return origin === 'scim' || origin === 'idp' || origin === 'jit'
    ? `${said} without \`includeProvisioned\`, and it was provisioned (${origin})`
    : `${said}, but not all of them could be read`;
}
