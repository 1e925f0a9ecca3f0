/** From changes to numbered requests: what the provider compiles is checked, ordered and numbered over all organizations. */
import { InternalError } from '../errors.js';
import type { Change } from './change.js';
import type { Operation, OperationDraft } from './operation.js';
import { orderOperations } from './order.js';
import type { OrganizationPlan } from './plan.js';
import type { Provider, ProviderContext } from './provider.js';

/** Compiles and orders; a provider that breaks its own promise is a bug, and nothing of it is ever sent. */
export function compileOrganization(
  changes: readonly Change[],
  context: ProviderContext<unknown>,
  provider: Provider,
): readonly OperationDraft[] {
  const drafts = provider.compile(changes, context);
  const changed = new Set<string>(changes.map((change) => change.address));
  const covered = new Set<string>();
  const keys = new Set<string>();
  for (const draft of drafts) {
    if (keys.has(draft.key))
      throw new InternalError(`${provider.type} compiled two requests with the key ${draft.key}.`);
    keys.add(draft.key);
    for (const address of draft.addresses) {
      covered.add(address);
      if (!changed.has(address)) {
        throw new InternalError(
          `${provider.type} compiled ${draft.method} ${draft.path} for ${address}, which does not change.`,
        );
      }
    }
  }
  for (const address of changed) {
    if (!covered.has(address))
      throw new InternalError(`${provider.type} compiled no request for the change of ${address}.`);
  }
  const result = orderOperations(drafts);
  if ('cycle' in result) {
    throw new InternalError(
      `${provider.type} compiled requests that wait for each other: ${result.cycle.join(' -> ')}.`,
    );
  }
  return result.ordered;
}

/** Orders over all organizations: an object that several share is written by one of them, and the others wait for it. */
export function numberOperations(
  shares: readonly Pick<OrganizationPlan, 'operations' | 'organization'>[],
): Operation[] {
  const drafts = shares.flatMap(({ operations, organization: { name } }) =>
    operations.map((draft) => ({ ...draft, organization: name })),
  );
  const result = orderOperations(drafts);
  if ('cycle' in result) {
    throw new InternalError(`Requests of several organizations wait for each other: ${result.cycle.join(' -> ')}.`);
  }
  const ids = new Map(result.ordered.map(({ key }, index) => [key, String(index + 1)]));
  return result.ordered.map(({ key: _key, needs, ...draft }, index) => ({
    ...draft,
    id: String(index + 1),
    needs: needs.flatMap((need) => ids.get(need) ?? []).sort((a, b) => Number(a) - Number(b)),
  }));
}
