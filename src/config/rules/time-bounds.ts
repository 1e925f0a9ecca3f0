/** An entry that lasts until a day lasts until one that there is. Whether it is over is a question for a plan. */
import { textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { timeBounded } from '../time-bounded.js';
import { endOf } from '../until.js';
import { ruleProblem, type Rule } from './rule.js';

/** What the schema lets pass: other forms are its own errors. */
const form = /^\d{4}-\d{2}-\d{2}/;

export const checkTimeBounds: Rule = ({ document, locateValue }) =>
  timeBounded(document).flatMap(({ entry, pointer }) => {
    const until = textAt(entry, 'until') ?? '';
    if (!form.test(until) || endOf(until) !== undefined) return [];
    return [
      ruleProblem(
        locateValue(joinPointer(pointer, 'until')),
        'invalid-value',
        `There is no such time as ${until}.`,
        'Write a day of the calendar, e.g. 2026-12-31, or a time as 2026-12-31T17:00:00Z.',
      ),
    ];
  });
