/**
 * The environment for orgwright itself. A secret in YAML may name any variable, and the YAML of a pull request is not
 * reviewed yet: what belongs to the workflow, above all its token, is not there to be named.
 */
type Variables = Readonly<Record<string, string | undefined>>;

/** The action's inputs, and the runner's own keys: to its caches, its artifacts, and the identity of the job. */
const prefixes = ['INPUT_', 'ACTIONS_'];

/** Tokens, and the files by which a step tells the runner what later steps get. */
const names = new Set([
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
]);

export function cleanEnvironment(env: Variables, token: string): Readonly<Record<string, string>> {
  const kept = Object.entries(env).filter(([name, value]) => {
    const upper = name.toUpperCase();
    const isTheirs = names.has(upper) || prefixes.some((prefix) => upper.startsWith(prefix));
    // Under whatever name else a workflow has put it.
    return !isTheirs && value !== undefined && (token === '' || !value.includes(token));
  });
  return Object.fromEntries(kept) as Record<string, string>;
}
