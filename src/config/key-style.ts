/** Which maps are keyed by something whose case does not matter; their keys are read in lower case. */
export type KeyStyle = 'e-mail addresses and user names' | 'domains' | 'name';

export function keyStyle(path: readonly (string | number)[]): KeyStyle {
  if (path.length === 1 && path[0] === 'people') return 'e-mail addresses and user names';
  if (path[0] !== 'organizations') return 'name';
  if (path.length === 3 && path[2] === 'members') return 'e-mail addresses and user names';
  if (path.length === 4 && path[2] === 'authentication' && path[3] === 'domains') return 'domains';
  return 'name';
}
