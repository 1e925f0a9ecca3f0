/** Guards as they are where the configuration says nothing. */
import type { RemovalLimit } from '../resource.js';

export const defaultMinOwners = 1;

/** Of every scope. */
export const defaultRemovalLimit: RemovalLimit = { percent: 25, atLeast: 5 };
