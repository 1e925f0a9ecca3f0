/** `-target`: which addresses a plan is about, with what those depend on. */
import type { Diagnostic } from './diagnostics.js';
import { compareText } from './json.js';
import type { DesiredResource } from './resource.js';

export interface Targets {
  includes(address: string): boolean;
  /** Targets that named nothing, as errors; asked after the comparison. */
  unmatched(): readonly Diagnostic[];
}

/** A target is an address, or everything below one (`acme-data`, `acme-data/team`). */
export function createTargets(targets: readonly string[], resources: readonly DesiredResource[]): Targets {
  if (targets.length === 0) return { includes: () => true, unmatched: () => [] };
  const matched = new Set<string>();
  const hit = (address: string): boolean => {
    let found = false;
    for (const target of targets) {
      if (address !== target && !address.startsWith(`${target}/`)) continue;
      matched.add(target);
      found = true;
    }
    return found;
  };
  const included = new Set<string>();
  const byAddress = new Map<string, DesiredResource>(resources.map((resource) => [resource.address, resource]));
  const waiting: string[] = resources.map((resource) => resource.address).filter(hit);
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (included.has(address)) continue;
    included.add(address);
    waiting.push(...(byAddress.get(address)?.dependsOn ?? []));
  }
  return {
    includes: (address) => included.has(address) || hit(address),
    unmatched: () =>
      targets
        .filter((target) => !matched.has(target))
        .sort(compareText)
        .map((target) => ({
          severity: 'error',
          code: 'target-unmatched',
          summary: `-target=${target} names nothing in the configuration or in the live organizations.`,
          hint: 'Use an address as the plan prints it: ORGANIZATION/KIND/NAME, or ORGANIZATION/KIND.',
        })),
  };
}
