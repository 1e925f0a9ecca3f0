/** Names for what has none in the YAML yet: short, the same in every run, and each used once. */
export class Names {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  /** `preferred`, or with a number behind it. */
  unique(preferred: string): string {
    let name = preferred;
    for (let count = 2; this.taken.has(name); count += 1) name = `${preferred}-${count}`;
    this.taken.add(name);
    return name;
  }
}

/** `Acme Data` as `acme-data`; `fallback` where nothing is left. */
export function slug(name: string, fallback: string): string {
  const text = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return text === '' ? fallback : text;
}
