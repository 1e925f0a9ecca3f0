/** Invitations that came to nothing: Atlas remembers them, but the people are no members. */
import type { LiveResource } from '../../core/resource.js';

export function isForgotten({ attributes: { status } }: Pick<LiveResource, 'attributes'>): boolean {
  return status === 'INVITATION_EXPIRED' || status === 'INVITATION_REJECTED';
}
