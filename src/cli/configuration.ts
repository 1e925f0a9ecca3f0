/** From files to desired organizations, with everything that is wrong on the way; no connection is opened. */
import { buildOrganizations } from '../config/build.js';
import { expiryWarnings } from '../config/expiry-warnings.js';
import { codeFrame } from '../config/code-frame.js';
import { loadConfiguration, type LoadedConfiguration } from '../config/load.js';
import { unknownVariables } from '../config/unknown-variables.js';
import { hasErrors, type Diagnostic } from '../core/diagnostics.js';
import type { Provider } from '../core/provider.js';
import type { DesiredOrganization } from '../core/resource.js';
import { ConfigError, InternalError, type SourceRef } from '../errors.js';
import { isProviderType, loadProvider } from '../providers/registry.js';
import { nearest } from './nearest.js';
import type { Terminal } from './terminal.js';

export interface ConfiguredOrganization {
  readonly desired: DesiredOrganization;
  readonly provider: Provider;
}

export interface Configuration {
  readonly loaded: LoadedConfiguration;
  /** Empty where the files have errors: half a configuration must never be planned from. */
  readonly organizations: readonly ConfiguredOrganization[];
  readonly diagnostics: readonly Diagnostic[];
  /** RFC 3339: what `until` was compared with. Absent: nothing was. */
  readonly now: string | undefined;
  /** The lines around a place, with a caret. */
  readonly frame: (source: SourceRef) => string | undefined;
}

/** `now`, RFC 3339, is the clock of `until`; without one nobody's time is over. */
export async function readConfiguration(
  terminal: Terminal,
  paths: readonly string[],
  now?: string,
): Promise<Configuration> {
  const loaded = await loadConfiguration(paths.length === 0 ? ['.'] : paths, { cwd: terminal.cwd });
  const offline = [...loaded.diagnostics, ...unknownVariables(terminal.env, loaded)];
  const frame = (source: SourceRef): string | undefined => {
    const text = loaded.files.get(source.file);
    const shown = text === undefined ? '' : codeFrame(text, source);
    return shown === '' ? undefined : shown;
  };
  const configuration: Configuration = { loaded, organizations: [], diagnostics: offline, now, frame };
  return hasErrors(loaded.diagnostics) ? configuration : withOrganizations(configuration);
}

/** The same files at another time. */
export async function configurationAt(now: string, terminal: Terminal, before: Configuration): Promise<Configuration> {
  const { loaded } = before;
  const offline = [...loaded.diagnostics, ...unknownVariables(terminal.env, loaded)];
  return withOrganizations({ ...before, now, diagnostics: offline });
}

async function withOrganizations(configuration: Configuration): Promise<Configuration> {
  const { organizations, diagnostics } = await configuredOrganizations(configuration.loaded, configuration.now);
  return { ...configuration, organizations, diagnostics: [...configuration.diagnostics, ...diagnostics] };
}

/** What organizations take from mirrors is not in them: nobody has looked into those yet. */
export async function configuredOrganizations(
  loaded: LoadedConfiguration,
  now?: string,
): Promise<Pick<Configuration, 'organizations' | 'diagnostics'>> {
  const results = await Promise.all(
    buildOrganizations(loaded, undefined, now).map(async (input) => {
      // The schema admits only types that are built.
      if (!isProviderType(input.type)) throw new InternalError(`No provider for type ${input.type}.`);
      const provider = await loadProvider(input.type);
      const { organization, diagnostics } = provider.desired(input, loaded.locate);
      return { organization: { desired: organization, provider }, diagnostics };
    }),
  );
  return {
    organizations: results.map(({ organization }) => organization),
    diagnostics: [
      ...(now === undefined ? [] : expiryWarnings(loaded, now)),
      ...results.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

/** Those that `--org` names; all of them without it. */
export function selectOrganizations(
  organizations: readonly ConfiguredOrganization[],
  names: readonly string[],
): readonly ConfiguredOrganization[] {
  if (names.length === 0) return organizations;
  const known = organizations.map(({ desired }) => desired.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    throw new ConfigError(`There is no organization "${name}" in the configuration.`, {
      hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}.`,
    });
  }
  return organizations.filter(({ desired }) => names.includes(desired.name));
}
