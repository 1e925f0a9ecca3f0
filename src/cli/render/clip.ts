/** Text from outside at a bounded length: a name of a megabyte must not push the rest of a plan out of sight. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest).join('')}... (${characters.length} characters)`;
}
