/** Who becomes an owner by a plan: people by name, and what makes owners of people whom nobody can name. */
import type { AccessView } from '../access.js';
import type { Change } from '../change.js';
import { textList } from '../diff.js';
import { heldRoles } from '../held-roles.js';
import { compareText, type JsonObject } from '../json.js';
import type { KindSpec } from '../provider.js';
import type { GuardContext } from './guard.js';

export interface NewOwners {
  /** By a role of their own, or of a team that they are in. */
  readonly people: readonly string[];
  /** Addresses of what makes groups or newcomers owners. */
  readonly anyone: readonly string[];
}

export function newOwners(context: GuardContext): NewOwners {
  const { live, changes, provider } = context;
  const ownerRoles = new Set(provider.access?.ownerRoles);
  const kinds = new Map(provider.kinds.map((spec) => [spec.kind, spec]));
  const people = new Set<string>();
  const anyone = new Set<string>();
  for (const change of changes) {
    const spec = kinds.get(change.kind);
    const owns = (side: JsonObject): boolean => heldRoles(side, spec?.shape).some((role) => ownerRoles.has(role));
    const [before, after] = [sideOf(change, 'before'), sideOf(change, 'after')];
    if (spec === undefined || !owns(after)) continue;
    const was = owns(before);
    if (spec.collection === 'teams') {
      const had = new Set(was ? membersIn(before, spec) : []);
      for (const person of membersIn(after, spec)) if (!had.has(person)) people.add(person);
    } else if (!was) {
      if (spec.collection === 'members') people.add(change.name);
      else anyone.add(change.address);
    }
  }
  // Whoever owns it already becomes nothing by a team.
  for (const { kind, name, attributes } of live.resources) {
    if (kinds.get(kind)?.collection === 'members' && provider.isActiveOwner(attributes)) people.delete(name);
  }
  return { people: [...people].sort(compareText), anyone: [...anyone].sort(compareText) };
}

function sideOf(change: Change, side: 'before' | 'after'): JsonObject {
  const sides: { readonly before?: JsonObject; readonly after?: JsonObject } = change;
  return sides[side] ?? {};
}

function membersIn(team: JsonObject, { shape }: KindSpec): readonly string[] {
  return Object.entries(shape.fields).flatMap(([field, { type }]) =>
    type === 'collection' ? textList(team[field]) : [],
  );
}

/** `*@acme.com` where anyone there may come as an owner afterwards, and may not now. */
export function strangersAsOwners({ access: { sight }, idpGroups }: GuardContext): readonly string[] {
  if (sight === undefined) return [];
  const { rules, before, after } = sight;
  const mayOwn = (view: AccessView, person: string): boolean =>
    rules.methods.some(({ name: method }) => {
      const { verdict, roles, possibleRoles } = view.entrance({ person, method, idpGroups });
      const isOwner = ({ place, role }: { readonly place: string; readonly role: string }): boolean =>
        place === '' && rules.ownerRoles?.includes(role) === true;
      return verdict !== 'no' && [...roles, ...possibleRoles].some(isOwner);
    });
  return after.domains
    .map((domain) => `*@${domain}`)
    .filter((person) => mayOwn(after, person) && !mayOwn(before, person));
}
