/** Reads `WWW-Authenticate` and the like: what a server asks for, and what it says about the credentials it refused. */

export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** By name in lower case; values without their quotes. */
  readonly params: ReadonlyMap<string, string>;
}

/** Several challenges, in one header or many, stand in one list separated by commas, as their parameters are. */
export function parseChallenges(header: string | null): readonly Challenge[] {
  const challenges: { scheme: string; params: Map<string, string> }[] = [];
  for (const { name, value } of parseParams(header)) {
    if (value === undefined) challenges.push({ scheme: name, params: new Map() });
    else challenges.at(-1)?.params.set(name, value);
  }
  return challenges;
}

/** The items of a list: `name=value`, `name="value"`, or a name alone. */
export function parseParams(header: string | null): readonly { name: string; value: string | undefined }[] {
  return [...(header ?? '').matchAll(item)].map(([, name = '', quoted, bare]) => ({
    name: name.toLowerCase(),
    value: quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
  }));
}

const item = /([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([\w!#$%&'*+.^`|~/-]*)))?/g;
