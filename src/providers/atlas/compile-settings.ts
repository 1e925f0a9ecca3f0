/** Requests for the organization's settings: one for the name, one for the rest. Only what changes is sent. */
import type { Change } from '../../core/change.js';
import type { Json } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import type { AtlasContext } from './settlement.js';
import { orgPath, step, type Step } from './step.js';

export function compileSettings(
  change: Change,
  live: LiveResource | undefined,
  context: AtlasContext,
): readonly Step[] {
  if (change.action !== 'update') return [];
  const { address, after } = change;
  const edited = change.edits.flatMap(({ path }) => path[0] ?? []);
  const others = edited.filter((field) => field !== 'name');
  const steps: Step[] = [];
  if (edited.includes('name')) {
    steps.push(
      step({
        key: `${address}#name`,
        method: 'PATCH',
        path: orgPath(context),
        body: { ...live?.native, name: after['name'] ?? '' },
        addresses: [address],
      }),
    );
  }
  if (others.length > 0) {
    steps.push(
      step({
        key: `${address}#update`,
        method: 'PATCH',
        path: orgPath(context, '/settings'),
        body: Object.fromEntries(others.map((field) => [field, valueOf(field, after[field])])),
        addresses: [address],
        marks: others.includes('apiAccessListRequired') && after['apiAccessListRequired'] === true ? ['closes'] : [],
      }),
    );
  }
  return steps;
}

function valueOf(field: string, value: Json | undefined): Json {
  return field === 'securityContact' && value === 'none' ? '' : (value ?? null);
}
