/** What is wrong with an organization now that the people of the mirrors it uses are known. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { JsonObject } from '../core/json.js';
import type { LoadedConfiguration } from './load.js';
import { withMirroredLists, withoutEmail, type MirroredLists } from './mirrored-lists.js';
import type { UsedMirror } from './mirrors.js';
import { takesUserNames } from './names-of-people.js';
import { emptyTeams } from './rules/atlas-teams.js';
import { conflicts } from './rules/lists.js';
import { organizationsOfType } from './rules/organizations-of-type.js';
import { ruleProblem } from './rules/rule.js';
import { showSafely } from './unsafe-text.js';

/** Named one by one up to here, counted beyond. */
const mostNamed = 10;

/** `mirrors` are those that the organization uses. */
export function mirroredProblems(
  { document, locate, locateValue }: Pick<LoadedConfiguration, 'document' | 'locate' | 'locateValue'>,
  organization: string,
  type: string,
  mirrors: readonly UsedMirror[],
  mirrored: MirroredLists,
): readonly Diagnostic[] {
  const given = (document ?? {}) as unknown as JsonObject;
  const context = { document: withMirroredLists(given, organization, mirrored), locate };
  const entry = organizationsOfType(context.document, 'atlas').find(({ name }) => name === organization);
  const unknown = takesUserNames(type)
    ? []
    : mirrors.flatMap(({ list, pointer }) => {
        const people = withoutEmail(mirrored.get(list) ?? []);
        return people.length === 0 ? [] : [leftOut(people, list, organization, locateValue(pointer))];
      });
  return [...conflicts(context, organization), ...(entry === undefined ? [] : emptyTeams(context, entry)), ...unknown];
}

function leftOut(
  people: readonly string[],
  list: string,
  organization: string,
  source: Diagnostic['source'],
): Diagnostic {
  const named = people.slice(0, mostNamed).map(showSafely).join(', ');
  const others = people.length > mostNamed ? ` and ${String(people.length - mostNamed)} more` : '';
  return {
    ...ruleProblem(
      source,
      'mirror-no-email',
      `${named}${others} of the list \`${list}\` ${people.length === 1 ? 'has' : 'have'} no e-mail address, by which \`${organization}\` knows people, and ${people.length === 1 ? 'is' : 'are'} left out there.`,
      'Give them an e-mail address where they come from.',
    ),
    severity: 'warning',
  };
}
