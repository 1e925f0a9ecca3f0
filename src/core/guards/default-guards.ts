/** Guards as they are where the configuration says nothing. */
import type { GuardSettings, RemovalLimit } from '../resource.js';

export const defaultMinOwners = 1;

/** Of every scope. */
export const defaultRemovalLimit: RemovalLimit = { percent: 25, atLeast: 5 };

/** All but those of numbers. */
export const defaultGuards: Omit<GuardSettings, 'minOwners' | 'maxRemovals'> = {
  requiredOwners: [],
  denyWeakerLogin: false,
  requireSelf: true,
  protect: { everything: false, people: [] },
};
