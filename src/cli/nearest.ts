import leven from 'leven';

/** The candidate that someone who typed `text` most likely meant; undefined where none is close. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: leven(text.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance < text.length && best.distance <= Math.max(2, text.length / 3)
    ? best.candidate
    : undefined;
}
