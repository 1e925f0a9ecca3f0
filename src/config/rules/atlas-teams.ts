/** Atlas has no empty teams: one that is to have no members can only be absent. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { isJsonObject, type Json } from '../../core/json.js';
import { listEmails } from '../expand-members.js';
import { hasKey, listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { organizationsOfType } from './organizations-of-type.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkAtlasTeams: Rule = (context) =>
  organizationsOfType(context.document, 'atlas').flatMap(({ organization, pointer }) =>
    Object.entries(objectAt(organization, 'teams')).flatMap(([name, team]): readonly Diagnostic[] =>
      textAt(team, 'state') === 'absent' || !isEmpty(context, team)
        ? []
        : [
            ruleProblem(
              context.locate(joinPointer(pointer, 'teams', name, 'members')),
              'empty-team',
              `The team \`${name}\` would have no members, and Atlas has no empty teams.`,
              'Name at least one person, write `state: absent` to remove the team, or delete `members` to leave them unmanaged.',
            ),
          ],
    ),
  );

function isEmpty({ document }: RuleContext, team: Json): boolean {
  if (!isJsonObject(team) || !hasKey(team, 'members') || !Array.isArray(team['members'])) return false;
  return listAt(team, 'members').every((item) => {
    const list = textAt(item, 'list');
    // What is neither a person nor a known list is reported elsewhere.
    return list !== undefined && hasKey(objectAt(document, 'lists'), list) && listEmails(document, list).length === 0;
  });
}
