/** What a guard is given, and what it answers. */
import type { SightOfAccess } from '../access-sight.js';
import type { Address } from '../address.js';
import type { Change } from '../change.js';
import type { PlanGuard } from '../plan-document.js';
import type { Provider } from '../provider.js';
import type { DesiredOrganization, Live } from '../resource.js';

/** One organization of a plan. Its `changes` are never empty. */
export interface GuardContext {
  readonly organization: DesiredOrganization;
  readonly live: Live;
  readonly changes: readonly Change[];
  readonly provider: Provider;
  /** Addresses that are to go, even where this plan only takes their access and the rest is a manual step. */
  readonly leaving: ReadonlySet<string>;
  /** Who may get in, before and after; or why that is not known. */
  readonly access: SightOfAccess;
  /** The groups that the identity provider tells at everybody's login; undefined where they are not known. */
  readonly idpGroups?: readonly string[] | undefined;
}

export interface GuardVerdict extends Pick<PlanGuard, 'detail'> {
  readonly status: Exclude<PlanGuard['status'], 'acknowledged'>;
  /**
   * Where it tripped: all the facts that tripped it, each of which names what it is about in full. An acknowledgement is
   * for exactly these. Otherwise what the verdict stands on, or some of it.
   */
  readonly witnesses: readonly string[];
  /** Addresses, beside those of the changes, whose live state the verdict stands on. */
  readonly reliedOn?: readonly Address[];
  /** The plan goes on, but what was found is told as a warning, too: with this as the next step. */
  readonly warns?: string;
}

export interface Guard {
  /** As it stands in plans, e.g. `max-removals`. */
  readonly id: string;
  /** Undefined where nothing is asked of it: it is not configured, and has no default. */
  readonly judge: (context: GuardContext) => GuardVerdict | undefined;
}
