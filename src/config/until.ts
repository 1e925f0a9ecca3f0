/** `until`: how long an entry of the configuration holds. The clock comes from outside; without one nothing is over. */
import type { Json } from '../core/json.js';
import { textAt } from './json-access.js';

const dayLength = 24 * 60 * 60 * 1000;

/** The moment from which it is over: the end of the day in UTC, or the time itself. Undefined where there is none such. */
export function endOf(until: string): number | undefined {
  const day = until.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  if (until === day) return midnight + dayLength;
  const time = Date.parse(until);
  return Number.isNaN(time) ? undefined : time;
}

/** `now` is RFC 3339; undefined where nobody asks what is over, as in validation. */
export function isOver(entry: Json | undefined, now: string | undefined): boolean {
  const end = endOf(textAt(entry, 'until') ?? '');
  return end !== undefined && now !== undefined && Date.parse(now) >= end;
}

/** `until 2026-12-31 is over: contractor for the billing migration`. */
export function overReason(entry: Json | undefined): string {
  return `until ${textAt(entry, 'until') ?? ''} is over${reasonOf(entry)}`;
}

/** `: contractor for the billing migration`, or nothing. */
export function reasonOf(entry: Json | undefined): string {
  const reason = textAt(entry, 'reason');
  return reason === undefined ? '' : `: ${reason}`;
}

export function daysBefore(end: number, days: number): number {
  return end - days * dayLength;
}
