/** One reading of a list from its first page to its end, by index or by cursor (RFC 7644, section 3.4.2.4; RFC 9865). */
import type { WirePage } from './wire.js';

export interface PageSource<T> {
  readonly pageSize: number;
  readonly cursor: 'none' | 'asked' | 'default';
  /** `query` is the paging's part. `expired` where the service let the cursor expire. */
  get(query: string): Promise<WirePage<T> | 'expired'>;
}

/** Pages under way at once; the client decides how many requests really are. */
const parallelPages = 8;
/** More than any directory has: a service that always promises another page must not keep us for ever. */
const maxPages = 20_000;

export class ListPass<T extends { readonly id: string }> {
  private readonly byId = new Map<string, T>();
  private readonly source: PageSource<T>;
  private first: WirePage<T> = { items: [], total: 0, nextCursor: undefined };
  /** Why these may not be all; undefined as long as nothing says so. */
  private problem: string | undefined;

  constructor(source: PageSource<T>) {
    this.source = source;
  }

  async open(): Promise<this> {
    const { pageSize, cursor } = this.source;
    const start = { none: 'startIndex=1&', asked: 'cursor&', default: '' }[cursor];
    const page = await this.source.get(`${start}count=${pageSize}`);
    if (page === 'expired') this.problem = expired;
    else this.first = page;
    this.add(this.first);
    return this;
  }

  /** Each once, in the service's order. */
  get items(): readonly T[] {
    return [...this.byId.values()];
  }

  get total(): number | undefined {
    return this.first.total;
  }

  get isComplete(): boolean {
    return this.problem === undefined && this.first.nextCursor === undefined && this.byId.size === this.first.total;
  }

  /** Requests that the rest will take; where the service gives no total, a guess. */
  get remaining(): number {
    if (this.isComplete) return 0;
    const { items, total } = this.first;
    if (total === undefined || items.length === 0) return guessedPages;
    return Math.max(1, Math.ceil((total - items.length) / items.length));
  }

  /** Reads the rest. What is returned is why it is not complete; undefined where it is. */
  async finish(): Promise<string | undefined> {
    if (this.problem !== undefined || this.isComplete) return this.problem;
    if (this.first.nextCursor !== undefined) await this.follow(this.first.nextCursor);
    else await this.walk(await this.readAhead());
    const { total } = this.first;
    const count = this.byId.size;
    // Where the service pages by cursor, its end is what the cursor says, and the total no more than a guess.
    const isOff = this.first.nextCursor === undefined ? count !== total : count < (total ?? 0);
    if (total !== undefined && isOff) this.problem ??= `it should have ${total} entries, but ${count} came`;
    return this.problem;
  }

  private add({ items, total }: WirePage<T>): boolean {
    const before = this.byId.size;
    for (const item of items) {
      if (!this.byId.has(item.id)) this.byId.set(item.id, item);
    }
    const expected = this.first.total;
    if (total !== undefined && expected !== undefined && total !== expected)
      this.problem ??= `the total moved from ${expected} to ${total} during the read`;
    return this.byId.size > before;
  }

  private async follow(cursor: string): Promise<void> {
    const seen = new Set<string>();
    let next: string | undefined = cursor;
    while (next !== undefined && this.problem === undefined) {
      if (seen.has(next) || seen.size >= maxPages) {
        this.problem = 'its cursor leads in a circle';
        return;
      }
      seen.add(next);
      const page: WirePage<T> | 'expired' = await this.source.get(
        `cursor=${encodeURIComponent(next)}&count=${this.source.pageSize}`,
      );
      if (page === 'expired') {
        this.problem = expired;
        return;
      }
      if (!this.add(page) && page.items.length > 0) this.problem ??= again;
      next = page.nextCursor;
    }
  }

  /** The pages that follow where all are as long as the first one; by the index at which they begin. */
  private async readAhead(): Promise<ReadonlyMap<number, WirePage<T>>> {
    const { items, total } = this.first;
    const pages = new Map<number, WirePage<T>>();
    if (total === undefined || items.length === 0) return pages;
    let next = 1 + items.length;
    let isOdd = false;
    const readInTurn = async (): Promise<void> => {
      while (next <= total && !isOdd) {
        const start = next;
        next += items.length;
        const page = await this.page(start, this.source.pageSize);
        pages.set(start, page);
        isOdd ||= page.items.length < Math.min(items.length, total - start + 1) || page.total !== total;
        isOdd ||= page.items.every(({ id }) => this.byId.has(id));
      }
    };
    await Promise.all(
      Array.from({ length: parallelPages }, async () => {
        try {
          await readInTurn();
        } catch (error) {
          isOdd = true;
          throw error;
        }
      }),
    );
    return pages;
  }

  /** From where the first page ended, by what each page really holds, until all are there. */
  private async walk(ahead: ReadonlyMap<number, WirePage<T>>): Promise<void> {
    const { total } = this.first;
    const starts = [...ahead.keys()].sort((a, b) => a - b);
    let at = 1 + this.first.items.length;
    for (let pages = 0; this.problem === undefined && this.byId.size < (total ?? Infinity); pages += 1) {
      const known = starts.find((start) => start > at);
      const size = Math.min(this.source.pageSize, known === undefined ? Infinity : known - at);
      const page = ahead.get(at) ?? (await this.page(at, size));
      if (page.items.length === 0) return;
      if (!this.add(page) || pages >= maxPages) this.problem ??= again;
      at += page.items.length;
    }
  }

  private async page(start: number, count: number): Promise<WirePage<T>> {
    const page = await this.source.get(`startIndex=${start}&count=${count}`);
    if (page !== 'expired') return page;
    this.problem ??= expired;
    return { items: [], total: this.first.total, nextCursor: undefined };
  }
}

const guessedPages = 10;
const expired = 'the service let the cursor expire';
const again = 'a page came again instead of the next one';
