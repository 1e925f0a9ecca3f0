/** Reads all of an organization that the configuration can speak of, by the same reads as a plan's. */
import { defaultGuards } from '../core/guards/default-guards.js';
import type { ImportSupport } from '../core/importing.js';
import type { Connection, PlanOptions } from '../core/provider.js';
import { removalScopes, type DesiredOrganization, type GuardSettings, type Live } from '../core/resource.js';
import { collectionKeys } from '../core/shape.js';

export interface ImportedFrom {
  /** The organization's key in the YAML. */
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly provider: string;
}

export async function readEverything(
  from: ImportedFrom,
  connection: Connection,
  support: Pick<ImportSupport, 'everything' | 'readsByName'>,
  options: PlanOptions,
  /** `remove` has read what decides about removals, too: who provisioned whom, and what people leave behind. */
  unlisted: 'report' | 'remove' = 'report',
): Promise<Live> {
  const bare = bareOrganization(from, unlisted);
  const first = await connection.read({ organization: support.everything(bare, undefined), options });
  return support.readsByName ? connection.read({ organization: support.everything(bare, first), options }) : first;
}

/** An organization of which nothing is wanted. */
export function bareOrganization(
  { name, type, id, provider }: ImportedFrom,
  policy: 'report' | 'remove' = 'report',
): DesiredOrganization {
  const unlisted = { policy, includeProvisioned: false } as const;
  const limits = removalScopes.map((scope) => [scope, { percent: 25, atLeast: 5 }]);
  return {
    name,
    type,
    id,
    provider,
    source: undefined,
    pointer: `/organizations/${name}`,
    resources: [],
    managed: [],
    unlisted: Object.fromEntries(collectionKeys.map((key) => [key, unlisted])) as DesiredOrganization['unlisted'],
    guards: { ...defaultGuards, minOwners: 1, maxRemovals: Object.fromEntries(limits) as GuardSettings['maxRemovals'] },
  };
}
