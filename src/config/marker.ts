/** Which YAML files are ours: those with `orgwright: 1` at the top. Others are never parsed: they may hold anything. */
const marker = /^(?:\{\s*)?["']?orgwright["']?[ \t]*:/m;
const topLevelKey = /^(?:\{\s*)?["']?(providers|people|lists|identityProviders|organizations|guards)["']?[ \t]*:/gm;

export type Ownership = 'ours' | 'forgotten' | 'foreign';

export interface Recognition {
  readonly ownership: Ownership;
  /** The top-level keys of ours that a file without the marker has. */
  readonly keys: readonly string[];
  /** Offset of the first of them. */
  readonly offset: number;
}

/** A file without the marker but with two or more of our keys is more likely forgotten than foreign. */
export function recognize(text: string): Recognition {
  if (marker.test(text)) return { ownership: 'ours', keys: [], offset: 0 };
  const matches = [...text.matchAll(topLevelKey)];
  const keys = [...new Set(matches.map((match) => match[1] ?? ''))];
  return { ownership: keys.length >= 2 ? 'forgotten' : 'foreign', keys, offset: matches[0]?.index ?? 0 };
}
