/** What a plan's changes have come to when only some of its requests are done. */
import type { Change } from './change.js';
import { applyEdits } from './diff.js';
import type { JsonObject } from './json.js';
import type { Operation, PartialEffect } from './operation.js';
import type { Edit } from './shape.js';

/** The requests that serve each address, in order. */
export type Serving = ReadonlyMap<
  string,
  readonly { readonly at: number; readonly effect: PartialEffect | undefined }[]
>;

export function servingOf(operations: readonly Pick<Operation, 'addresses' | 'effects'>[]): Serving {
  const serving = new Map<string, { readonly at: number; readonly effect: PartialEffect | undefined }[]>();
  for (const [at, { addresses, effects = [] }] of operations.entries()) {
    for (const address of addresses) {
      const entry = { at, effect: effects.find((effect) => effect.address === address) };
      const known = serving.get(address);
      if (known === undefined) serving.set(address, [entry]);
      else known.push(entry);
    }
  }
  return serving;
}

/** As changes from the live state. `position`: of the last request that is done; -1 for none. */
export function changesSoFar(changes: readonly Change[], serving: Serving, position: number): readonly Change[] {
  return changes.flatMap((change) => {
    const all = serving.get(change.address) ?? [];
    const done = all.filter(({ at }) => at <= position);
    if (done.length === 0) return [];
    if (done.length === all.length) return [change];
    return (
      partly(
        change,
        done.flatMap(({ effect }) => effect ?? []),
      ) ?? []
    );
  });
}

function partly(change: Change, effects: readonly PartialEffect[]): Change | undefined {
  const before: JsonObject | undefined = 'before' in change ? change.before : undefined;
  let now: JsonObject | undefined = before;
  const edits: Edit[] = [];
  for (const effect of effects) {
    if (effect.edits === undefined) now = effect.attributes;
    else {
      now = applyEdits(now ?? {}, effect.edits);
      edits.push(...effect.edits);
    }
  }
  const { address, organization, kind, name, reason, source } = change;
  const base = { address, organization, kind, name, reason, source };
  if (now === before) return undefined;
  if (now === undefined) return before === undefined ? undefined : { ...base, action: 'delete', before };
  if (before === undefined) return { ...base, action: 'create', after: now };
  if (change.action !== 'update' || edits.length === 0) return { ...base, action: 'replace', before, after: now };
  const { previousAddress } = change;
  return {
    ...base,
    action: 'update',
    before,
    after: now,
    edits,
    ...(previousAddress !== undefined && { previousAddress }),
  };
}
