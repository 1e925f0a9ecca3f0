/** Opens an organization's access rules on its live state, or on the state that a plan leaves behind. */
import type { AccessRules, AccessView } from './access.js';
import type { Change } from './change.js';
import { plannedResources } from './planned-state.js';
import type { Provider } from './provider.js';
import type { DesiredOrganization, Live } from './resource.js';

export interface AccessSource {
  readonly desired: Pick<DesiredOrganization, 'name' | 'id' | 'type'>;
  readonly provider: Provider;
  /** Read whole. */
  readonly live: Live;
  /** None: the live state. */
  readonly changes: readonly Change[];
}

export interface OpenedAccess {
  readonly rules: AccessRules;
  readonly view: AccessView;
}

/** Undefined where nothing is known of the vendor's rules. `all` may hold the organization itself. */
export function openAccess(source: AccessSource, all: readonly AccessSource[]): OpenedAccess | undefined {
  const { desired, provider, live, changes } = source;
  const rules = provider.access;
  if (rules === undefined) return undefined;
  const peers = all
    .filter((other) => other.desired.name !== desired.name && other.desired.type === desired.type)
    .map((other) => ({ live: other.live, ...plannedResources(other.live, other.changes, other.provider.kinds) }));
  const view = rules.open({
    name: desired.name,
    id: desired.id,
    live,
    ...plannedResources(live, changes, provider.kinds),
    peers,
  });
  return { rules, view };
}
