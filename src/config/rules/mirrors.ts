/** A list mirrors an organization that is there, and no organization follows itself. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectAt } from '../json-access.js';
import { listUses } from '../list-uses.js';
import { mirrorsIn, type Mirror } from '../mirrors.js';
import { suggestHint } from '../suggest.js';
import { showSafely } from '../unsafe-text.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkMirrors: Rule = (context) => {
  const mirrors = mirrorsIn(context.document);
  return mirrors.length === 0 ? [] : [...unknownOrganizations(context, mirrors), ...ofThemselves(context, mirrors)];
};

function unknownOrganizations(
  { document, locateValue }: RuleContext,
  mirrors: readonly Mirror[],
): readonly Diagnostic[] {
  const organizations = objectAt(document, 'organizations');
  return mirrors
    .filter(({ organization }) => organization !== '' && !Object.hasOwn(organizations, organization))
    .map(({ organization, pointer }) =>
      ruleProblem(
        locateValue(pointer),
        'unknown-organization',
        `There is no organization \`${showSafely(organization)}\`.`,
        suggestHint(organization, Object.keys(organizations), 'organizations'),
      ),
    );
}

function ofThemselves(
  { document, locate, locateValue }: RuleContext,
  mirrors: readonly Mirror[],
): readonly Diagnostic[] {
  const sources = new Map(mirrors.map((mirror) => [mirror.list, mirror]));
  return listUses(document).flatMap(({ list, organization, pointer, place }): readonly Diagnostic[] => {
    const mirror = sources.get(list);
    if (mirror?.organization !== organization) return [];
    return [
      ruleProblem(
        place === 'key' ? locate(pointer) : locateValue(pointer),
        'mirror-of-itself',
        `\`${organization}\` cannot follow the list \`${list}\`, which mirrors \`${organization}\` itself: nobody could ever leave.`,
        'Name the people, or mirror another organization.',
        { message: 'The mirror is here.', source: locateValue(mirror.pointer) },
      ),
    ];
  });
}
