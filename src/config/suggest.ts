/** The known name that somebody probably meant. */
import leven from 'leven';
import { compareText } from '../core/json.js';

/** Nobody misspells a name that long, and comparing grows with the square of the length. */
const longestGuess = 128;

/** Undefined where nothing is near: a wild guess misleads more than it helps. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longestGuess) return undefined;
  const limit = Math.max(1, Math.floor(name.length / 3));
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = leven(wanted, candidate.toLowerCase(), { maxDistance: limit + 1 });
    if (
      distance < bestDistance ||
      (distance === bestDistance && best !== undefined && compareText(candidate, best) < 0)
    ) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return bestDistance <= limit ? best : undefined;
}

/** A hint for an unknown name: the nearest one, or what there is. */
export function suggestHint(name: string, known: readonly string[], what: string): string {
  const nearest = suggest(name, known);
  if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
  if (known.length === 0) return `There are no ${what} yet: add it.`;
  const shown = [...known].sort(compareText).slice(0, 12);
  const more = known.length > shown.length ? ` and ${String(known.length - shown.length)} more` : '';
  return `Known ${what}: ${shown.join(', ')}${more}.`;
}
