/** Every write that an apply will send, in order. */
import { isJsonObject } from '../../core/json.js';
import type { PlanDocument, PlanOperation } from '../../core/plan-document.js';
import { count } from './count.js';
import { styled, type Line } from './line.js';
import { formatFields, formatPath, formatValue } from './value.js';

/** A body is one line; what does not fit is in the JSON. */
const bodyWidth = 110;

export function renderRequests({ operations, api_budget }: PlanDocument): Line[] {
  if (operations.length === 0) return [];
  const idWidth = Math.max(...operations.map(({ id }) => id.length));
  const methodWidth = Math.max(...operations.map(({ method }) => method.length));
  const time = api_budget.estimated_seconds >= 1 ? `, about ${Math.ceil(api_budget.estimated_seconds)} s` : '';
  return [
    [styled('bold', 'Requests'), ` (${count(operations.length, 'write')}${time}):`],
    ...operations.flatMap((operation) => {
      const margin = ' '.repeat(idWidth + methodWidth + 6);
      const body = bodySummary(operation);
      return [
        [
          `  ${operation.id.padStart(idWidth)}  `,
          styled('cyan', operation.method.padEnd(methodWidth)),
          `  ${formatPath(operation.path)}`,
          ...(operation.needs.length === 0 ? [] : [styled('dim', `  (after ${operation.needs.join(', ')})`)]),
        ],
        ...(body === '' ? [] : [[`${margin}${body}`]]),
        [`${margin}`, styled('dim', `# ${forWhat(operation)}`)],
      ];
    }),
    [],
  ];
}

export function bodySummary({ body }: PlanOperation): string {
  if (body === null) return '';
  const text = isJsonObject(body) ? formatFields(body) : formatValue(body);
  return text.length <= bodyWidth ? text : `${text.slice(0, bodyWidth - 3)}...`;
}

function forWhat({ addresses }: PlanOperation): string {
  const shown = addresses.slice(0, 2).join(', ');
  return addresses.length <= 2 ? shown : `${shown} and ${addresses.length - 2} more`;
}
