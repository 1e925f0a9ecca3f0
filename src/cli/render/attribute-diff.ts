/**
 * What differs between two sides of an object, as nested lines. Only `before` and `after` are known here, so lists of
 * texts are compared as sets: their order never means anything in a plan. Long texts are compared by `TextDiff`.
 */
import { compareText, isJsonObject, ownValue, type Json, type JsonObject } from '../../core/json.js';
import { styled, type Line, type Style } from './line.js';
import { formatMarker, formatScalar, formatValue, isLongText, secretText } from './value.js';

interface Sides {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** `true`, or an object with `true` at the paths that hold secrets. */
  readonly sensitive: readonly (Json | undefined)[];
}

interface Shown {
  readonly sign: '+' | '-' | '~' | ' ';
  readonly indent: number;
}

/** Added entries of a list that are shown before the rest is a count. */
const addedShown = 12;
/** Removed entries matter more to a reviewer. */
const removedShown = 50;

const styles: Readonly<Record<Shown['sign'], Style>> = { '+': 'green', '-': 'red', '~': 'yellow', ' ': 'dim' };

export interface ObjectSides {
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly before_sensitive: JsonObject;
  readonly after_sensitive: JsonObject;
}

/** What differs between two texts; undefined where showing both says more. */
export type TextDiff = (key: string, before: string, after: string, indent: number) => Line[] | undefined;

/** Whether a text is changed that only a `TextDiff` shows well. */
export function changesLongText({ before, after }: Pick<ObjectSides, 'before' | 'after'>): boolean {
  return before !== null && after !== null && differInLongText(before, after);
}

function differInLongText(before: Json | undefined, after: Json | undefined): boolean {
  if (typeof before === 'string' && typeof after === 'string')
    return before !== after && (isLongText(before) || isLongText(after));
  if (!isJsonObject(before) || !isJsonObject(after)) return false;
  return Object.keys(before).some((key) => differInLongText(ownValue(before, key), ownValue(after, key)));
}

export function renderAttributeDiff(change: ObjectSides, indent: number, textDiff: TextDiff = noTextDiff): Line[] {
  return fieldLines(
    change.before ?? undefined,
    change.after ?? undefined,
    [change.before_sensitive, change.after_sensitive],
    indent,
    textDiff,
  );
}

const noTextDiff: TextDiff = () => undefined;

function fieldLines(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  sensitive: readonly (Json | undefined)[],
  indent: number,
  textDiff: TextDiff,
): Line[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort(compareText);
  return keys.flatMap((key) =>
    valueLines(
      key,
      {
        before: ownValue(before ?? {}, key),
        after: ownValue(after ?? {}, key),
        sensitive: sensitive.map((mask) => (isJsonObject(mask) ? ownValue(mask, key) : undefined)),
      },
      indent,
      textDiff,
    ),
  );
}

function valueLines(key: string, { before, after, sensitive }: Sides, indent: number, textDiff: TextDiff): Line[] {
  const sign = before === undefined ? '+' : after === undefined ? '-' : '~';
  if (sensitive.includes(true) || isSecret(before) || isSecret(after)) {
    // Both sides may look alike although the secret differs: that it is sent at all is what the reader must know.
    return after === undefined && before === undefined ? [] : [entry({ sign, indent }, `${key}: ${secretText}`)];
  }
  if (before !== undefined && after !== undefined && sameValue(before, after)) return [];
  // An empty list or map that comes or goes says nothing.
  if (sign !== '~' && isEmpty(before ?? after ?? null)) return [];
  if (isList(before ?? []) && isList(after ?? [])) {
    return listLines(key, before as readonly Json[] | undefined, after as readonly Json[] | undefined, indent);
  }
  if (isPlainObject(before ?? {}) && isPlainObject(after ?? {})) {
    const [had, has] = [before as JsonObject | undefined, after as JsonObject | undefined];
    const nested = fieldLines(had, has, sensitive, indent + 2, textDiff);
    if (nested.length === 0) return [];
    return [entry({ sign: sign === '~' ? ' ' : sign, indent }, `${key}:`), ...nested];
  }
  if (typeof before === 'string' && typeof after === 'string' && (isLongText(before) || isLongText(after))) {
    const lines = textDiff(key, before, after, indent);
    if (lines !== undefined) return lines;
  }
  // Each side is a segment of its own: where text runs both ways, they must not change places on the screen.
  if (sign === '~') return [entry({ sign, indent }, `${key}: `, formatOne(before), ' -> ', formatOne(after))];
  return [entry({ sign, indent }, `${key}: ${formatOne(before ?? after)}`)];
}

function listLines(
  key: string,
  before: readonly Json[] | undefined,
  after: readonly Json[] | undefined,
  indent: number,
): Line[] {
  const had = new Map((before ?? []).map((item) => [listKey(item), item]));
  const has = new Map((after ?? []).map((item) => [listKey(item), item]));
  const added = [...has].filter(([item]) => !had.has(item)).map(([, item]) => formatOne(item));
  const removed = [...had].filter(([item]) => !has.has(item)).map(([, item]) => formatOne(item));
  const kept = has.size - added.length;
  const sign = before === undefined ? '+' : after === undefined ? '-' : ' ';
  if (sign !== ' ' && added.length + removed.length <= 3) {
    return [entry({ sign, indent }, `${key}: [${[...added, ...removed].join(', ')}]`)];
  }
  const counts = sign === ' ' ? '' : ` (${added.length + removed.length})`;
  return [
    entry({ sign, indent }, `${key}:${counts}`),
    ...itemLines('-', removed, removedShown, indent + 2),
    ...itemLines('+', added, addedShown, indent + 2),
    ...(kept > 0 && sign === ' ' ? [entry({ sign: ' ', indent: indent + 2 }, `(${kept} unchanged)`)] : []),
  ];
}

function itemLines(sign: '+' | '-', items: readonly string[], limit: number, indent: number): Line[] {
  const sorted = [...items].sort(compareText);
  // One line instead of a list that hides a single entry.
  const shown = sorted.length <= limit + 1 ? sorted : sorted.slice(0, limit);
  return [
    ...shown.map((item) => entry({ sign, indent }, item)),
    ...(shown.length < sorted.length ? [entry({ sign, indent }, `... and ${sorted.length - shown.length} more`)] : []),
  ];
}

function entry({ sign, indent }: Shown, ...texts: readonly string[]): Line {
  const margin = ' '.repeat(indent);
  return sign === ' ' ? [`${margin}  `, ...texts] : [margin, styled(styles[sign], sign), ' ', ...texts];
}

function formatOne(value: Json | undefined): string {
  if (value === undefined) return '(none)';
  return Array.isArray(value) || isJsonObject(value)
    ? formatValue(value)
    : formatScalar(value as Exclude<Json, readonly Json[] | JsonObject>);
}

function isSecret(value: Json | undefined): boolean {
  return isJsonObject(value) && value['$secret'] !== undefined;
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isPlainObject(value: Json): value is JsonObject {
  return isJsonObject(value) && formatMarker(value) === undefined;
}

function sameValue(before: Json, after: Json): boolean {
  return listKey(before) === listKey(after);
}

/** Equal for equal values, whatever the order of their keys and of their lists. */
function listKey(value: Json): string {
  if (isList(value)) return `[${value.map(listKey).sort(compareText).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort(compareText);
  return `{${fields.map((key) => `${JSON.stringify(key)}:${listKey(value[key] ?? null)}`).join(',')}}`;
}
