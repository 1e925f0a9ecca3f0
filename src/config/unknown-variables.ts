/** A misspelled variable of ours would silently change nothing: an unknown name with our prefix is an error. */
import type { Diagnostic } from '../core/diagnostics.js';
import { compareText } from '../core/json.js';
import type { LoadedConfiguration } from './load.js';
import { suggestHint } from './suggest.js';
import { showSafely } from './unsafe-text.js';

const prefix = 'ORGWRIGHT_';

const knownVariables = [
  'ORGWRIGHT_ALLOWED_HOSTS',
  'ORGWRIGHT_ALLOW_COMMANDS',
  'ORGWRIGHT_ASTRO_ENDPOINT',
  'ORGWRIGHT_ATLAS_ENDPOINT',
  'ORGWRIGHT_PLAN_KEY',
  'ORGWRIGHT_RATE_LIMIT',
  'ORGWRIGHT_SNAPSHOT_KEY',
] as const;

/** Names that the configuration reads a secret from are fine, whatever they are. */
export function unknownVariables(
  env: Readonly<Record<string, string | undefined>>,
  configuration: Pick<LoadedConfiguration, 'variables'>,
): readonly Diagnostic[] {
  const known = new Set<string>([...knownVariables, ...configuration.variables]);
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && env[name] !== undefined && !known.has(name))
    .sort(compareText)
    .map((name) => ({
      severity: 'error',
      code: 'unknown-variable',
      summary: `The environment variable ${showSafely(name)} is not one of ours.`,
      detail: `Names that begin with ${prefix} are read by orgwright; an unknown one is probably misspelled.`,
      hint: suggestHint(name, knownVariables, 'variables'),
    }));
}
