/**
 * Characters that make a text look like something else in a review: controls, bidirectional and zero-width marks,
 * line separators, lone surrogates. Nothing is created or renamed with a name that holds them; what is live has its own.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

export const longestName = 256;

export function unsafeCharacter(text: string): string | undefined {
  return unsafe.exec(text)?.[0];
}

/** `U+202E`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with such characters written out, so that a message about it cannot mislead either. */
export function showSafely(text: string): string {
  return text.replace(new RegExp(unsafe, 'gu'), (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
