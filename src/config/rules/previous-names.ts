/** An earlier name belongs to one team, and to none that is there now. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { listAt, objectAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { showSafely } from '../unsafe-text.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkPreviousNames: Rule = ({ document, locate, locateValue }) =>
  Object.entries(objectAt(document, 'organizations')).flatMap(([organization, config]) => {
    const teams = objectAt(config, 'teams');
    const pointer = joinPointer('/organizations', organization, 'teams');
    const claimed = new Map<string, string>();
    return Object.entries(teams).flatMap(([team, value]) =>
      listAt(value, 'previously').flatMap((name, index): readonly Diagnostic[] => {
        if (typeof name !== 'string') return [];
        const item = joinPointer(pointer, team, 'previously', index);
        const shown = showSafely(name);
        if (Object.hasOwn(teams, name)) {
          return [
            ruleProblem(
              locateValue(item),
              'previous-name-in-use',
              `\`${shown}\` cannot be an earlier name of \`${team}\`: it is a team here.`,
              'Remove the earlier name, or the other team.',
              { message: 'The other team is here.', source: locate(joinPointer(pointer, name)) },
            ),
          ];
        }
        const first = claimed.get(name);
        claimed.set(name, first ?? item);
        if (first === undefined) return [];
        return [
          ruleProblem(
            locateValue(item),
            'previous-name-twice',
            `\`${shown}\` is given as an earlier name twice, but a team can become only one other.`,
            'Keep one of them.',
            { message: 'The first one is here.', source: locateValue(first) },
          ),
        ];
      }),
    );
  });
