/** A person who is to leave cannot also be wanted: in a team, through a list, or as a member. */
import type { SourceRef } from '../../errors.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { expandMembers, listEmails } from '../expand-members.js';
import { listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkAbsentPeople: Rule = (context) =>
  Object.keys(objectAt(context.document, 'organizations')).flatMap((organization) => {
    const absent = new Map(
      expandMembers(context.document, organization)
        .members.filter(({ state }) => state === 'absent')
        .map(({ email, pointer }) => [email, pointer]),
    );
    return absent.size === 0 ? [] : contradictions(context, organization, absent);
  });

type Absent = ReadonlyMap<string, string>;

function contradictions(context: RuleContext, organization: string, absent: Absent): readonly Diagnostic[] {
  const { document, locate } = context;
  const pointer = joinPointer('/organizations', organization);
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const wanted = (email: string, source: SourceRef | undefined, how: string): readonly Diagnostic[] => {
    const leaves = absent.get(email);
    if (leaves === undefined) return [];
    return [
      ruleProblem(source, 'absent-and-wanted', `${email} is to be absent, and also ${how}.`, 'Remove one of the two.', {
        message: 'The person is absent here.',
        source: locate(leaves),
      }),
    ];
  };

  const members = Object.entries(objectAt(config, 'members')).flatMap(([email, entry]) => {
    // An entry that is absent itself says the same twice, which is no contradiction.
    if (textAt(entry, 'state') === 'absent') return [];
    return wanted(email, locate(joinPointer(pointer, 'members', email)), `a member of \`${organization}\``);
  });
  const memberLists = Object.entries(objectAt(config, 'memberLists')).flatMap(([list, entry]) => {
    if (textAt(entry, 'state') === 'absent') return [];
    return listEmails(document, list).flatMap((email, index) =>
      // A direct entry wins over a list, so only people who left for good contradict one.
      absent.get(email)?.startsWith('/people/') === true
        ? wanted(email, locate(joinPointer('/lists', list, index)), `on the list \`${list}\`, whose people are members`)
        : [],
    );
  });
  const teams = Object.entries(objectAt(config, 'teams')).flatMap(([team, value]) =>
    textAt(value, 'state') === 'absent'
      ? []
      : teamItems(context, joinPointer(pointer, 'teams', team, 'members'), value).flatMap(({ email, place }) =>
          wanted(email, place(), `in the team \`${team}\` of \`${organization}\``),
        ),
  );
  return [...members, ...memberLists, ...teams];
}

interface TeamItem {
  readonly email: string;
  /** Looked up only where there is something to report. */
  readonly place: () => SourceRef | undefined;
}

function teamItems({ document, locate }: RuleContext, pointer: string, team: Json): readonly TeamItem[] {
  return listAt(team, 'members').flatMap((item, index): readonly TeamItem[] => {
    const place = () => locate(joinPointer(pointer, index));
    if (typeof item === 'string') return [{ email: item.toLowerCase(), place }];
    const list = textAt(item, 'list');
    return list === undefined ? [] : listEmails(document, list).map((email) => ({ email, place }));
  });
}
