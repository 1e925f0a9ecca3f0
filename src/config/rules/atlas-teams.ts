/** Atlas has no empty teams: one that is to have no members can only be absent. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import { listEmails } from '../expand-members.js';
import { isUnread } from '../mirrors.js';
import { hasKey, listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { organizationsOfType, type OrganizationEntry } from './organizations-of-type.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkAtlasTeams: Rule = (context) =>
  organizationsOfType(context.document, 'atlas').flatMap((entry) => emptyTeams(context, entry));

/** A team of lists whose people are not known may have members. */
export function emptyTeams(
  context: Pick<RuleContext, 'document' | 'locate'>,
  { organization, pointer }: OrganizationEntry,
): readonly Diagnostic[] {
  return Object.entries(objectAt(organization, 'teams')).flatMap(([name, team]): readonly Diagnostic[] =>
    textAt(team, 'state') === 'absent' || !isEmpty(context.document, team)
      ? []
      : [
          ruleProblem(
            context.locate(joinPointer(pointer, 'teams', name, 'members')),
            'empty-team',
            `The team \`${name}\` would have no members, and Atlas has no empty teams.`,
            'Name at least one person, write `state: absent` to remove the team, or delete `members` to leave them unmanaged.',
          ),
        ],
  );
}

function isEmpty(document: JsonObject, team: Json): boolean {
  if (!isJsonObject(team) || !hasKey(team, 'members') || !Array.isArray(team['members'])) return false;
  return listAt(team, 'members').every((item) => {
    const list = textAt(item, 'list');
    // What is neither a person nor a known list is reported elsewhere.
    if (list === undefined || !hasKey(objectAt(document, 'lists'), list) || isUnread(document, list)) return false;
    return listEmails(document, list).length === 0;
  });
}
