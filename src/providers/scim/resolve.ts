/** Leaves out what the service does not store of a person: it would be missing for ever. Reading has warned of it. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { DesiredResource } from '../../core/resource.js';
import type { ScimContext } from './settlement.js';

export function resolveAttributes(
  resources: readonly DesiredResource[],
  { live }: ScimContext,
): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] } {
  const { unsupported } = live.facts;
  if (unsupported.size === 0) return { resources, diagnostics: [] };
  return {
    resources: resources.map((resource) =>
      resource.kind === 'member'
        ? {
            ...resource,
            attributes: Object.fromEntries(
              Object.entries(resource.attributes).filter(([attribute]) => !unsupported.has(attribute)),
            ),
          }
        : resource,
    ),
    diagnostics: [],
  };
}
