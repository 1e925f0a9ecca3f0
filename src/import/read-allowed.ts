/** Reads what the credential may read of an organization, where parts of it can be left out. */
import type { ImportSupport } from '../core/importing.js';
import type { Live } from '../core/resource.js';
import { isApiError } from '../errors.js';

export interface AllowedRead {
  readonly live: Live;
  /** Names of the parts that are left out. */
  readonly refused: readonly string[];
}

export async function readAllowed(
  support: ImportSupport,
  read: (support: Pick<ImportSupport, 'everything' | 'readsByName'>) => Promise<Live>,
): Promise<AllowedRead> {
  const refused: string[] = [];
  for (let allowed: Pick<ImportSupport, 'everything' | 'readsByName'> = support; ;) {
    try {
      return { live: await read(allowed), refused };
    } catch (error) {
      const part = isApiError(error) && error.status === 403 ? support.refusedPart?.(error) : undefined;
      if (part === undefined || refused.includes(part.name)) throw error;
      refused.push(part.name);
      const { everything } = allowed;
      allowed = { ...allowed, everything: (organization, seen) => part.without(everything(organization, seen)) };
    }
  }
}
