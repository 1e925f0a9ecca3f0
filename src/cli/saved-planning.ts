/** Opens a plan file for an apply: offline, and refused where the connections that apply now are not those it was made with. */
import { isJsonObject, type Json } from '../core/json.js';
import type { PlanDocument } from '../core/plan-document.js';
import type { PlanOptions } from '../core/provider.js';
import { ConfigError, SafetyError } from '../errors.js';
import { decodePlan, edited } from '../plan-file/decode.js';
import type { SavedConnection, SavedContent } from '../plan-file/saved-plan.js';
import { isProviderType, loadProvider } from '../providers/registry.js';
import type { ConfiguredOrganization } from './configuration.js';
import { endpointOf } from './connections.js';
import { readEnvironment, readPlanKey } from './environment.js';
import { packageVersion } from './package-root.js';
import { readJsonFile } from './plan-file.js';
import type { Terminal } from './terminal.js';

export interface SavedPlanning {
  readonly file: string;
  readonly document: PlanDocument;
  readonly content: SavedContent;
  readonly organizations: readonly ConfiguredOrganization[];
  readonly options: PlanOptions;
  readonly isSigned: boolean;
}

export async function openSavedPlan(terminal: Terminal, file: string): Promise<SavedPlanning> {
  const value = await readJsonFile(file, terminal.cwd);
  const decoded = decodePlan(value, { file, version: packageVersion(), key: readPlanKey(terminal) });
  if (decoded.content === undefined) {
    throw new ConfigError(`${file} is what \`plan -json\` printed: it can be shown, not applied.`, {
      hint: 'Save the plan with `orgwright plan -out FILE`.',
    });
  }
  const { document, content, isSigned } = decoded;
  const environment = readEnvironment(terminal);
  for (const connection of content.connections) {
    refuseRedirected(connection, endpointOf(connection, environment) ?? null, file);
    if (!isSigned) refuseCommands(connection, file);
  }
  const names = new Set(content.connections.map(({ name }) => name));
  const organizations = await Promise.all(
    content.organizations.map(async (desired): Promise<ConfiguredOrganization> => {
      if (!isProviderType(desired.type) || !names.has(desired.provider))
        throw edited(file, `it has no connection for ${desired.name}`);
      return { desired, provider: await loadProvider(desired.type) };
    }),
  );
  const { now, verifyDomains, replace } = content.options;
  return {
    file,
    document,
    content,
    organizations,
    isSigned,
    options: { now, verifyDomains, replace: new Set(replace) },
  };
}

/** A file decides nothing about where a token goes: it only may agree with what the environment says now. */
function refuseRedirected({ name, endpoint }: SavedConnection, now: Json, file: string): void {
  if (endpoint === now) return;
  const told = (where: Json): string =>
    typeof where === 'string' ? where.replace(/\/\/[^/@]*@/, '//') : "the vendor's own host";
  throw new SafetyError(`${file} was made against ${told(endpoint)}, but ${name} is at ${told(now)} now.`, {
    hint: 'Apply it with the endpoint that it was planned with, or plan again.',
  });
}

/** ORGWRIGHT_ALLOW_COMMANDS is a word for the YAML's commands. A file that anybody may have written has none. */
function refuseCommands({ name, settings }: SavedConnection, file: string): void {
  if (!Object.values(settings).some((value) => isJsonObject(value) && value['command'] !== undefined)) return;
  throw new SafetyError(`The connection ${name} takes a secret from a command, and ${file} is not signed.`, {
    hint: 'Set ORGWRIGHT_PLAN_KEY for plan and apply: commands are run only from a signed plan file.',
  });
}
