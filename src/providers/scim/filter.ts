/**
 * Filters that every service which filters understands: `eq` joined by `and` (RFC 7644, section 3.4.2.2; some know
 * nothing else). As a query parameter.
 */
export function whereEqual(...conditions: readonly (readonly [attribute: string, value: string])[]): string {
  // A filter's text is a JSON string.
  return filterQuery(conditions.map(([attribute, value]) => `${attribute} eq ${JSON.stringify(value)}`).join(' and '));
}

export function filterQuery(filter: string): string {
  return `filter=${encodeURIComponent(filter)}`;
}
