/** JSON for programs, which people see in a terminal or in a job's log all the same. */

/** What JSON leaves as it is although a terminal obeys it or a reader does not see it; between strings there is none. */
const unseen = /[\u007F-\u009F\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** Escapes change the text, not the values. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(unseen, escaped).replace(/##(?=\[|vso\[)/g, '#\\u0023')}\n`;
}

function escaped(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
