/** A name that is no e-mail address can only be somebody's in a SCIM directory; elsewhere it is a slip. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { listAt, objectAt, textAt } from '../json-access.js';
import { listUses, type ListUse } from '../list-uses.js';
import { isEmailAddress, takesUserNames } from '../names-of-people.js';
import { joinPointer } from '../pointer.js';
import { showSafely } from '../unsafe-text.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkUserNames: Rule = (context) => [...ofPeople(context), ...onLists(context)];

function hasDirectory({ document }: RuleContext): boolean {
  return Object.values(objectAt(document, 'organizations')).some((config) => takesUserNames(textAt(config, 'type')));
}

function ofPeople(context: RuleContext): readonly Diagnostic[] {
  if (hasDirectory(context)) return [];
  return Object.keys(objectAt(context.document, 'people'))
    .filter((name) => name !== '' && !isEmailAddress(name))
    .map((name) => nobody(name, context.locate(joinPointer('/people', name))));
}

function onLists(context: RuleContext): readonly Diagnostic[] {
  const { document, locate, locateValue } = context;
  const lists = objectAt(document, 'lists');
  const uses = listUses(document);
  return Object.keys(lists).flatMap((list) => {
    const names = listAt(lists, list).flatMap((name, index) =>
      typeof name === 'string' && name !== '' && !isEmailAddress(name) ? [{ name, index }] : [],
    );
    if (names.length === 0) return [];
    const use = uses.find((each) => each.list === list && isByEmail(each));
    if (use === undefined && hasDirectory(context)) return [];
    return names.map(({ name, index }) => {
      const place = locate(joinPointer('/lists', list, index));
      if (use === undefined) return nobody(name, place);
      return ruleProblem(
        place,
        'not-an-email-address',
        `\`${showSafely(name)}\` is not an e-mail address, and \`${use.organization}\` (${use.type}), which uses the list \`${list}\`, knows people by theirs.`,
        'Write the e-mail address, or keep a list of its own for SCIM directories.',
        { message: 'It is used here.', source: use.place === 'key' ? locate(use.pointer) : locateValue(use.pointer) },
      );
    });
  });
}

/** A type that nobody knows is a mistake that the schema reports. */
function isByEmail({ type }: ListUse): boolean {
  return type === 'astro' || type === 'atlas';
}

function nobody(name: string, source: ReturnType<RuleContext['locate']>): Diagnostic {
  return ruleProblem(
    source,
    'not-an-email-address',
    `\`${showSafely(name)}\` is not an e-mail address.`,
    'Correct it: other names of people are for organizations of type `scim`, and there is none.',
  );
}
