import { type Row } from './row.js';

/** A part of the state as plain JSON. */
export type View = Readonly<Record<string, unknown>>;

/** A row without the organization it stands in anyway, keys in order, as JSON would carry it. */
export function bare({ organizationId: _organizationId, ...rest }: { readonly organizationId: string }): View {
  return sortKeys(rest);
}

export function sortKeys(value: View): View {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** By name; with the id added where a name comes twice. */
export function keyed<T extends Row>(rows: readonly T[], key: (row: T) => string, view: (row: T) => unknown): View {
  const times = new Map<string, number>();
  for (const row of rows) times.set(key(row), (times.get(key(row)) ?? 0) + 1);
  const named = rows.map((row): [string, unknown] => {
    const own = key(row);
    return [(times.get(own) ?? 0) > 1 ? `${own} (${row.id})` : own, view(row)];
  });
  return sortKeys(Object.fromEntries(named));
}
