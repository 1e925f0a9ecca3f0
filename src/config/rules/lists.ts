/** Lists that are used are there, and do not want different things of the same person. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { expandMembers } from '../expand-members.js';
import { listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkLists: Rule = (context) => {
  const { document, locate } = context;
  return Object.entries(objectAt(document, 'organizations')).flatMap(([name, organization]) => {
    const pointer = joinPointer('/organizations', name);
    const used = [
      ...Object.keys(objectAt(organization, 'memberLists')).map((list) => ({
        list,
        source: locate(joinPointer(pointer, 'memberLists', list)),
      })),
      ...Object.entries(objectAt(organization, 'teams')).flatMap(([team, value]) =>
        listsOf(context, pointer, team, value),
      ),
    ];
    return [...used.flatMap((use) => unknownList(context, use)), ...conflicts(context, name)];
  });
};

interface ListUse {
  readonly list: string;
  readonly source: ReturnType<RuleContext['locate']>;
}

function listsOf({ locateValue }: RuleContext, organization: string, team: string, value: Json): readonly ListUse[] {
  return listAt(value, 'members').flatMap((item, index) => {
    const list = textAt(item, 'list');
    const pointer = joinPointer(organization, 'teams', team, 'members', index, 'list');
    return list === undefined ? [] : [{ list, source: locateValue(pointer) }];
  });
}

function unknownList({ document }: RuleContext, { list, source }: ListUse): readonly Diagnostic[] {
  const lists = objectAt(document, 'lists');
  if (Object.hasOwn(lists, list)) return [];
  return [
    ruleProblem(
      source,
      'unknown-list',
      `There is no list \`${list}\`.`,
      suggestHint(list, Object.keys(lists), 'lists'),
    ),
  ];
}

function conflicts({ document, locate }: RuleContext, organization: string): readonly Diagnostic[] {
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
