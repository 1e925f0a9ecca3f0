/** Makes the requests of a saved plan again from its changes: what is sent is never what a file says, only what equals it. */
import { compileOrganization, numberOperations } from '../core/compile-operations.js';
import { fingerprintsOf } from '../core/fingerprint.js';
import type { Operation } from '../core/operation.js';
import { peersOf, type OrganizationPlan, type PlannedOrganization } from '../core/plan.js';
import { planDigest, reviewedPart } from '../core/plan-document-from.js';
import type { PlanOptions } from '../core/provider.js';
import { InternalError } from '../errors.js';

export interface CompiledAgain {
  readonly operations: readonly Operation[];
  /** Of the changes, these operations and what they are made on now. */
  readonly digest: string;
}

/**
 * `planned` are the organizations as read now, those of the shares among them. Undefined where they do not tell enough
 * to make the changes.
 */
export function compileAgain(
  shares: readonly OrganizationPlan[],
  planned: readonly PlannedOrganization[],
  options: PlanOptions,
): CompiledAgain | undefined {
  try {
    const compiled = shares.map((share): OrganizationPlan => {
      const { organization, changes, reliedOn } = share;
      const { provider, live } = share.planned;
      const context = { organization, live, options, locate: () => undefined, peers: peersOf(share.planned, planned) };
      return {
        ...share,
        operations: compileOrganization(changes, context, provider),
        fingerprints: fingerprintsOf(organization, live, changes, reliedOn, (member) => provider.isActiveOwner(member)),
      };
    });
    const operations = numberOperations(compiled);
    return { operations, digest: planDigest(reviewedPart(compiled, operations)) };
  } catch (error) {
    if (error instanceof InternalError) return undefined;
    throw error;
  }
}
