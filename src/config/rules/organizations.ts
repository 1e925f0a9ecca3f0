/** One organization of the vendor stands in the configuration once: two entries would undo each other's work. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkOrganizationIds: Rule = ({ document, locateValue }) => {
  const seen = new Map<string, string>();
  return Object.entries(objectAt(document, 'organizations')).flatMap(([name, organization]): readonly Diagnostic[] => {
    const id = textAt(organization, 'id');
    const type = textAt(organization, 'type');
    if (id === undefined || type === undefined) return [];
    const pointer = joinPointer('/organizations', name, 'id');
    const first = seen.get(`${type} ${id}`);
    if (first === undefined) {
      seen.set(`${type} ${id}`, name);
      return [];
    }
    return [
      ruleProblem(
        locateValue(pointer),
        'duplicate-organization',
        `The organizations \`${first}\` and \`${name}\` have the same id.`,
        'Keep one of them; files merge, so one organization may be spread over several files under one name.',
        { message: `\`${first}\` is here.`, source: locateValue(joinPointer('/organizations', first, 'id')) },
      ),
    ];
  });
};
