/**
 * Sentences in which our own words and names from outside are told apart: in phrase`${name} waits` the literal is ours
 * and the name is data. A renderer passes words on and escapes data, and cannot confuse the two.
 */
export type Part = { readonly words: string } | { readonly data: string };
export type Phrase = readonly Part[];

/** Texts are data, lists are data with commas between them, numbers and phrases stand as they are. */
export type PhraseValue = string | number | readonly string[] | { readonly phrase: Phrase };

export function phrase(literals: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  return literals
    .flatMap((words, index): Part[] => [{ words }, ...partsOf(values[index])])
    .filter((part) => !('words' in part) || part.words !== '');
}

/** Puts a phrase into another. */
export function nested(inner: Phrase): { readonly phrase: Phrase } {
  return { phrase: inner };
}

/** The phrase as one plain text, for formats that escape the whole. */
export function plainText(parts: Phrase): string {
  return parts.map((part) => ('words' in part ? part.words : part.data)).join('');
}

function partsOf(value: PhraseValue | undefined): Part[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [{ words: String(value) }];
  if (typeof value === 'string') return [{ data: value }];
  if ('phrase' in value) return [...value.phrase];
  return value.flatMap((data, index): Part[] => (index === 0 ? [{ data }] : [{ words: ', ' }, { data }]));
}
