/** `plan -out`: everything that a later `apply FILE` needs, put together and written. */
import type { PlanOptions } from '../core/provider.js';
import { encodePlan } from '../plan-file/encode.js';
import type { SavedConnection, SavedContent } from '../plan-file/saved-plan.js';
import { endpointOf } from './connections.js';
import { readEnvironment, readPlanKey, type Environment } from './environment.js';
import { writePlanFile } from './plan-file.js';
import type { Planning } from './planning.js';
import type { Terminal } from './terminal.js';

export async function savePlan(
  terminal: Terminal,
  planning: Planning,
  path: string,
  allowIncomplete: boolean,
): Promise<void> {
  const content = savedContent(planning, readEnvironment(terminal), allowIncomplete);
  const value = encodePlan({ document: planning.plan.document, content }, readPlanKey(terminal));
  await writePlanFile(path, terminal.cwd, value);
}

type Saveable = Pick<Planning, 'plan' | 'mirrors' | 'options'> & {
  readonly configuration: {
    readonly organizations: Planning['configuration']['organizations'];
    readonly loaded: Pick<Planning['configuration']['loaded'], 'providers'>;
  };
};

export function savedContent(
  { plan, mirrors, options, configuration }: Saveable,
  environment: Environment,
  allowIncomplete: boolean,
): SavedContent {
  const planned = new Set(plan.organizations.map(({ organization }) => organization.name));
  const mirrored = new Set(mirrors.map(({ organization }) => organization));
  const organizations = [
    ...plan.organizations.map(({ planned: { desired } }) => desired),
    ...configuration.organizations
      .filter(({ desired: { name } }) => mirrored.has(name) && !planned.has(name))
      .map(({ desired }) => desired),
  ];
  const used = new Set(organizations.map(({ provider }) => provider));
  return {
    connections: configuration.loaded.providers
      .filter(({ name }) => used.has(name))
      .map(({ name, type, settings }): SavedConnection => {
        const endpoint = endpointOf({ type, settings }, environment);
        return { name, type, settings, endpoint: typeof endpoint === 'string' ? endpoint : null };
      }),
    organizations,
    planned: [...planned],
    shares: plan.organizations
      .filter(({ changes }) => changes.length > 0)
      .map(({ organization, changes, reliedOn, leaving, fingerprints }) => ({
        organization,
        changes,
        reliedOn,
        leaving,
        fingerprints,
      })),
    mirrors,
    options: savedOptions(options),
    allow_incomplete: allowIncomplete,
  };
}

function savedOptions({ now, verifyDomains, replace }: PlanOptions): SavedContent['options'] {
  return { now, verifyDomains, replace: [...replace].sort() };
}
