/** What is known of who is in one group. */
import type { DesiredResource } from '../../core/resource.js';
import type { WireGroup } from './wire.js';

export interface Membership {
  /** The group as last read; singly where the list did not show it all. */
  group: WireGroup;
  readonly name: string;
  /** Teams of the configuration that are this group. */
  readonly desired: readonly DesiredResource[];
  /** As the list showed them. */
  readonly shown: readonly string[];
  /** Ids of those who are known to be in it. */
  readonly ids: Set<string>;
  /** Why others may be in it, too; undefined where these are all. */
  hidden: string | undefined;
}

/** A group with as many members as some service returns at most: there may be more. */
export function mayBeCut({ memberCount }: Pick<WireGroup, 'memberCount'>, maxResults: number | undefined): boolean {
  return roundSizes.has(memberCount) || (memberCount >= leastCut && memberCount === maxResults);
}

/** A service may page by a few; none is known to cut the members of a group below this. */
const leastCut = 50;
const roundSizes: ReadonlySet<number> = new Set([100, 200, 250, 500, 1000]);
