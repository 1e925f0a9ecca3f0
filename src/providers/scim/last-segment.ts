/** The id at the end of a resource's address (RFC 7644, section 3.1), decoded; undefined where there is none. */
export function lastSegment(address: string): string | undefined {
  const encoded = /([^/]+)\/*$/.exec(address)?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
