/** Lists that are used are there, and do not want different things of the same person. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { expandMembers } from '../expand-members.js';
import { objectAt } from '../json-access.js';
import { listUses, type ListUse } from '../list-uses.js';
import { suggestHint } from '../suggest.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkLists: Rule = (context) => [
  ...listUses(context.document).flatMap((use) => unknownList(context, use)),
  ...Object.keys(objectAt(context.document, 'organizations')).flatMap((name) => conflicts(context, name)),
];

function unknownList(
  { document, locate, locateValue }: RuleContext,
  { list, pointer, place }: ListUse,
): readonly Diagnostic[] {
  const lists = objectAt(document, 'lists');
  if (Object.hasOwn(lists, list)) return [];
  return [
    ruleProblem(
      place === 'key' ? locate(pointer) : locateValue(pointer),
      'unknown-list',
      `There is no list \`${list}\`.`,
      suggestHint(list, Object.keys(lists), 'lists'),
    ),
  ];
}

/** Of lists whose people are known. */
export function conflicts(
  { document, locate }: Pick<RuleContext, 'document' | 'locate'>,
  organization: string,
): readonly Diagnostic[] {
  return expandMembers(document, organization).conflicts.map(({ pointer, firstPointer, emails }) => {
    const [person = ''] = emails;
    const others = emails.length === 1 ? '' : ` and ${String(emails.length - 1)} more`;
    return ruleProblem(
      locate(pointer),
      'conflicting-lists',
      `Two lists want different things of ${person}${others}.`,
      `Give ${person} an entry in \`members\`, which wins over lists, or take the person off one list.`,
      { message: 'The other list is here.', source: locate(firstPointer) },
    );
  });
}
