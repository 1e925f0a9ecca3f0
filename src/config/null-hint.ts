/** `null` means nothing in a configuration; this says which word does what was probably meant. */
import { keyStyle } from './key-style.js';

export function nullHint(path: readonly (string | number)[]): string {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  if (typeof key === 'number') return 'Remove the empty item.';
  if (key === 'sso' || key === 'jit' || (key === 'identityProvider' && parent.at(-1) === 'authentication')) {
    return `Write \`${key}: none\` for "there is to be none", or delete the key to leave it unmanaged.`;
  }
  if (key === 'securityContact') return 'Write `none` for no contact, or delete the key to leave it unmanaged.';
  if (key === 'defaultRoles' || key === 'dataAccessIdentityProviders') {
    return 'Write `[]` for none, or delete the key to leave it unmanaged.';
  }
  if (isRoleMappings(parent)) {
    return 'Write `{ roles: [...] }`, `{ state: absent }` to remove it, or delete the key to leave it unmanaged.';
  }
  if (key === 'allowedDomains') return 'Write `any` to lift the restriction, or delete the key to leave it unmanaged.';
  if (key === 'bypassLink') return 'Write `{ state: absent }` to remove it, or delete the key to leave it unmanaged.';
  if (keyStyle(parent) !== 'name' || isNamedObject(parent)) {
    return 'Write `{}` to want it with nothing more to say, `{ state: absent }` to remove it, or delete the key to leave it unmanaged.';
  }
  if (isCollection(path)) {
    return `Write \`${path.length === 5 ? '[]' : '{}'}\` for an empty collection, or delete the key to leave it unmanaged.`;
  }
  return 'Delete the key to leave it unmanaged, or give it a value.';
}

function isNamedObject(parent: readonly (string | number)[]): boolean {
  return parent.length === 3 && parent[0] === 'organizations' && (parent[2] === 'teams' || parent[2] === 'memberLists');
}

/** A collection of an organization, or a team's members. */
function isCollection(path: readonly (string | number)[]): boolean {
  if (path[0] !== 'organizations') return false;
  if (path.length === 5) return path[2] === 'teams' && path[4] === 'members';
  const isNamed = path.length === 3 && (path[2] === 'members' || path[2] === 'teams');
  return isNamed || keyStyle(path) === 'domains' || isRoleMappings(path);
}

function isRoleMappings(path: readonly (string | number)[]): boolean {
  return path.length === 4 && path[0] === 'organizations' && path[3] === 'roleMappings';
}
