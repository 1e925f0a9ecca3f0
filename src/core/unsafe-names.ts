/**
 * Refuses to make anything with a name, or to give it a text, that would look like another one in a review. What is
 * live with such a name may be kept, renamed and removed.
 */
import type { Change } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import type { Json } from './json.js';
import type { DesiredResource } from './resource.js';
import { codePointOf, longestName, showSafely, unsafeCharacter } from './unsafe-text.js';

export function unsafeNames(change: Change, desired: DesiredResource): readonly Diagnostic[] {
  return newTexts(change, desired).flatMap((text): readonly Diagnostic[] => {
    const bad = unsafeCharacter(text);
    if (bad === undefined) return [];
    return [
      {
        severity: 'error',
        code: 'unsafe-name',
        summary: `\`${showSafely(text.slice(0, longestName))}\` holds the invisible or control character ${codePointOf(bad)}.`,
        hint: 'Remove the character: it would make the name look like another one in a review.',
        address: change.address,
        ...(desired.source !== undefined && { source: desired.source }),
      },
    ];
  });
}

function newTexts(change: Change, desired: DesiredResource): readonly string[] {
  switch (change.action) {
    case 'create':
      return [desired.name, ...textsIn(desired.attributes)];
    case 'update': {
      const renamed = change.previousAddress === undefined ? [] : [desired.name];
      // Who is added to a team is there already, or created on a line of their own.
      return [
        ...renamed,
        ...change.edits.flatMap((edit) => (edit.type === 'set' ? textsIn(edit.after, edit.path) : [])),
      ];
    }
    default:
      return [];
  }
}

/** Descriptions and certificates have several lines. */
function textsIn(value: Json, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string') {
    const isLong = path.at(-1) === 'description' || value.startsWith('-----BEGIN ');
    return [isLong ? value.replaceAll(/\r?\n/g, ' ') : value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
