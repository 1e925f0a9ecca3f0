/** What of a command line is typed already, as far as it decides what may follow. */
import type { FlagInput } from '../oclif.js';

export interface TypedLine {
  /** The flag that waits for its value. */
  readonly pending: string | undefined;
  readonly given: ReadonlySet<string>;
  readonly positionals: readonly string[];
  /** After `--` there are no flags. */
  readonly isEnded: boolean;
}

export function typedLine(words: readonly string[], flags: FlagInput): TypedLine {
  const given = new Set<string>();
  const positionals: string[] = [];
  let pending: string | undefined;
  let isEnded = false;
  for (const word of words) {
    if (pending !== undefined) pending = undefined;
    else if (isEnded || !word.startsWith('-') || word === '-') positionals.push(word);
    else if (word === '--') isEnded = true;
    else {
      const [, name = '', value] = flagWord.exec(word) ?? [];
      given.add(name);
      if (value === undefined && flagOf(name, flags)?.type === 'option') pending = name;
    }
  }
  return { pending, given, positionals, isEnded };
}

/** `-name`, `--name`, `-name=value`. */
export const flagWord = /^--?([^=]*)(?:=([^]*))?$/;

export function flagOf(name: string, flags: FlagInput): FlagInput[string] | undefined {
  return Object.hasOwn(flags, name) ? flags[name] : undefined;
}
