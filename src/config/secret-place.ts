/** Where secrets may stand, so that no message and no code frame ever shows what somebody wrote there. */
const publicKeys: ReadonlySet<string> = new Set(['type', 'privateApi']);
const addressKeys: ReadonlySet<string> = new Set(['endpoint', 'baseUrl']);
const secretName = /token|secret|password|passwd|credential|key/i;
const environmentName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether the scalar at this path is, or looks like, a secret itself rather than a reference to one. */
export function isSecretPlace(path: readonly (string | number)[], scalar: string | undefined): boolean {
  // An address is public unless somebody put a user and a password into it.
  if (path[0] === 'providers' && path.length === 3 && addressKeys.has(String(path[2])))
    return scalar?.includes('@') === true;
  const start = secretStart(path);
  if (start === undefined) return false;
  const kind = path[start];
  if (kind === 'file' && path.length === start + 1) return false;
  if (kind === 'command') return false;
  return !(kind === 'env' && path.length === start + 1 && scalar !== undefined && environmentName.test(scalar));
}

/** The index after the field that takes a secret reference; undefined where none does. */
function secretStart(path: readonly (string | number)[]): number | undefined {
  if (path[0] === 'providers' && path.length >= 3) return publicKeys.has(String(path[2])) ? undefined : 3;
  if (path[0] === 'identityProviders' && path.length >= 4) return secretName.test(String(path[3])) ? 4 : undefined;
  return undefined;
}
