/**
 * Names from live systems are data: whoever may set a display name must not be able to move the cursor, recolour the
 * terminal, hide text or reverse it. What is invisible or steers a terminal is shown as its code point.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

export function printable(text: string): string {
  return text.replace(unsafe, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}
