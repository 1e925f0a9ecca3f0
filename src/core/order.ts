/** Puts operations into an order that may run: everything after what it needs, otherwise as given. */
import type { OperationDraft } from './operation.js';

type Orderable = Pick<OperationDraft, 'key' | 'needs'>;

export type Ordered<T extends Orderable> =
  | { readonly ordered: readonly T[] }
  /** Keys of a circle: each needs the next, the last the first. */
  | { readonly cycle: readonly string[] };

export function orderOperations<T extends Orderable>(drafts: readonly T[]): Ordered<T> {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const done = new Set<string>();
  const ordered: T[] = [];
  for (const root of drafts) {
    // Depth first without recursion: a chain may be as long as the plan.
    const path: { readonly draft: T; next: number }[] = [{ draft: root, next: 0 }];
    const onPath = new Set([root.key]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const need = top.draft.needs[top.next];
      if (done.has(top.draft.key) || need === undefined) {
        if (!done.has(top.draft.key)) {
          done.add(top.draft.key);
          ordered.push(top.draft);
        }
        onPath.delete(top.draft.key);
        path.pop();
        continue;
      }
      top.next += 1;
      const needed = byKey.get(need);
      if (needed === undefined || done.has(need)) continue;
      if (onPath.has(need)) {
        const keys = path.map(({ draft }) => draft.key);
        return { cycle: keys.slice(keys.indexOf(need)) };
      }
      onPath.add(need);
      path.push({ draft: needed, next: 0 });
    }
  }
  return { ordered };
}
