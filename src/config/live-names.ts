/**
 * Where in the configuration live things are named. They may have any name, and must be nameable to be kept, renamed or
 * removed; whether the plan would create something of such a name is judged there. Names of our own are always safe.
 */
export function mayNameWhatIsLive(path: readonly (string | number)[]): boolean {
  const [section, , ...inside] = path;
  if (section === 'people') return true;
  if (section === 'lists') return path.length > 1;
  const isOurs = ['identityProvider', 'list', 'provider', 'anchor'].includes(String(path.at(-1)));
  return (
    (section === 'organizations' || section === 'identityProviders') &&
    path.length > 1 &&
    !isOurs &&
    inside[0] !== 'memberLists'
  );
}
