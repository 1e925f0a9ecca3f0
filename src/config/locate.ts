/** From a JSON pointer into the merged configuration to the file, line and column that said it. */
import type { SourceRef } from '../errors.js';
import type { ParsedFile } from './parse.js';
import { parsePointer } from './pointer.js';

export interface Locator {
  /** Where the key stands (or the item of a list); the nearest ancestor's where the pointer leads nowhere. */
  readonly key: (pointer: string) => SourceRef | undefined;
  /** Where the value begins. */
  readonly value: (pointer: string) => SourceRef | undefined;
}

/** A scalar or a list stands in one file only, so the file that knows the most of a pointer is the one that said it. */
export function createLocator(files: readonly ParsedFile[]): Locator {
  const parsed = files.filter((file) => file.value !== undefined);
  const find = (pointer: string, side: 'key' | 'value'): SourceRef | undefined => {
    const path = parsePointer(pointer);
    let best: { readonly file: ParsedFile; readonly offset: number; readonly depth: number } | undefined;
    for (const file of parsed) {
      const place = file.places.find(path);
      if (best === undefined || place.depth > best.depth) best = { file, offset: place[side], depth: place.depth };
      if (place.depth === path.length) break;
    }
    return best?.file.source.refAt(best.offset);
  };
  return { key: (pointer) => find(pointer, 'key'), value: (pointer) => find(pointer, 'value') };
}
