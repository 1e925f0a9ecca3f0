/** A person who stands in one list twice: harmless, and most often a slip. */
import type { SourceRef } from '../../errors.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { listAt, objectAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkRepeatedPeople: Rule = ({ document, locate }) => [
  ...Object.keys(objectAt(document, 'lists')).flatMap((list) =>
    repeats(listAt(objectAt(document, 'lists'), list), (index) => locate(joinPointer('/lists', list, index))),
  ),
  ...Object.entries(objectAt(document, 'organizations')).flatMap(([organization, config]) =>
    Object.entries(objectAt(config, 'teams')).flatMap(([team, value]) =>
      repeats(listAt(value, 'members'), (index) =>
        locate(joinPointer('/organizations', organization, 'teams', team, 'members', index)),
      ),
    ),
  ),
];

function repeats(items: readonly Json[], place: (index: number) => SourceRef | undefined): readonly Diagnostic[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index): readonly Diagnostic[] => {
    if (typeof item !== 'string') return [];
    const email = item.toLowerCase();
    const first = seen.get(email);
    if (first === undefined) {
      seen.set(email, index);
      return [];
    }
    const related = { message: 'The first time is here.', source: place(first) };
    return [
      {
        ...ruleProblem(
          place(index),
          'repeated-person',
          `${email} stands in this list twice.`,
          'Keep one of them.',
          related,
        ),
        severity: 'warning',
      },
    ];
  });
}
