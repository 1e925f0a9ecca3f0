/** Which of the groups that a plan edits somebody is in. */
import type { Address } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { isJsonObject, textOf } from '../../core/json.js';
import { targetOf, type Compiler, type Target } from './compiler.js';

/** The addresses of the groups that the person with this address is in, or may be in where that was not seen. */
export type GroupsOf = (person: string) => readonly Address[];

export function groupsOf(changes: readonly Change[], compiler: Compiler): GroupsOf {
  const edited = changes
    .filter(({ kind, action }) => kind === 'team' && action === 'update')
    .map((change) => ({ address: change.address, ids: memberIds(targetOf(change, compiler), compiler) }));
  return (person) => {
    const id = compiler.live.get(person)?.remoteId ?? '';
    return edited.filter(({ ids }) => ids === undefined || ids.has(id)).map(({ address }) => address);
  };
}

/** Of all who are in it, dormant memberships too; undefined where not all of them were seen. */
function memberIds({ id, resource, native }: Target, { context }: Compiler): ReadonlySet<string> | undefined {
  const { facts } = context.live;
  const whole = native.whole?.['members'];
  const fromWhole: readonly unknown[] = Array.isArray(whole) ? whole : [];
  if (facts.hidden.has(id) || (native.members === undefined && native.whole === undefined)) return undefined;
  return new Set([
    ...(native.members ?? []),
    ...fromWhole.flatMap((member) => (isJsonObject(member) ? [textOf(member['value'])] : [])),
    ...textList(resource.attributes['members']).flatMap((name) => facts.idOf.get(name) ?? []),
  ]);
}
