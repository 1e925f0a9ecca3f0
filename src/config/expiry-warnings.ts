/** Warns before an entry's time is over, and as long as it stands there afterwards. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { JsonObject } from '../core/json.js';
import { textAt } from './json-access.js';
import type { LoadedConfiguration } from './load.js';
import { joinPointer } from './pointer.js';
import { ruleProblem } from './rules/rule.js';
import { timeBounded } from './time-bounded.js';
import { daysBefore, endOf, overReason, reasonOf } from './until.js';

const warnedDays = 14;

/** `now` is RFC 3339. */
export function expiryWarnings(
  { document, locate }: Pick<LoadedConfiguration, 'document' | 'locate'>,
  now: string,
): readonly Diagnostic[] {
  const time = Date.parse(now);
  return timeBounded((document ?? {}) as unknown as JsonObject).flatMap(({ entry, pointer, ends }) => {
    const until = textAt(entry, 'until') ?? '';
    const end = endOf(until);
    if (end === undefined || time < daysBefore(end, warnedDays)) return [];
    const isOver = time >= end;
    const problem = ruleProblem(
      locate(joinPointer(pointer, 'until')),
      isOver ? 'expired' : 'expiring',
      isOver ? `${ends}: ${overReason(entry)}.` : `${ends} after ${until}${reasonOf(entry)}.`,
      isOver
        ? 'Delete the entry once that is applied, or give it a later date.'
        : 'Give it a later date, or let it end.',
    );
    return [{ ...problem, severity: 'warning' as const }];
  });
}
