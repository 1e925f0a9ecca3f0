/** The roles that live attributes hold, by the shape of their kind: what makes a stranger's presence weigh more or less. */
import { objectOf, textList } from './diff.js';
import { compareText, isJsonObject, type Json } from './json.js';
import type { Provider } from './provider.js';
import type { Shape } from './shape.js';

/** Sorted, each once. Names only: in how many workspaces a role is held does not make it another one. */
export function heldRoles(value: Json | undefined, shape: Shape | undefined): readonly string[] {
  return shape === undefined ? [] : [...new Set(rolesIn(value, shape))].sort(compareText);
}

function rolesIn(value: Json | undefined, shape: Shape): readonly string[] {
  switch (shape.type) {
    case 'value':
      return shape.role !== undefined && typeof value === 'string' ? [value] : [];
    case 'set':
      return shape.role === true ? textList(value) : [];
    case 'map':
      return Object.values(objectOf(value)).flatMap((entry) => rolesIn(entry, shape.value));
    case 'record':
      // A word (`none`) may stand where there is no object.
      if (!isJsonObject(value)) return [];
      return Object.entries(shape.fields).flatMap(([field, inner]) => rolesIn(value[field], inner));
    case 'collection':
      return [];
  }
}

export interface Holding {
  /** What is held; absent where nothing is. */
  readonly roles?: readonly string[];
  /** Those of them that the vendor's owners would want to hear of at once; absent where there is none. */
  readonly privileged?: readonly string[];
}

export function holdingOf(
  value: Json,
  shape: Shape | undefined,
  provider: Pick<Provider, 'isPrivilegedRole'>,
): Holding {
  const roles = heldRoles(value, shape);
  const privileged = privilegedAmong(roles, provider);
  return { ...(roles.length > 0 && { roles }), ...(privileged.length > 0 && { privileged }) };
}

export function privilegedAmong(
  roles: readonly string[],
  provider: Pick<Provider, 'isPrivilegedRole'>,
): readonly string[] {
  return roles.filter((role) => provider.isPrivilegedRole?.(role) === true);
}
