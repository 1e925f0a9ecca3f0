/** Facts of an Astro organization for tests: two workspaces (a third name twice), with deployments. */
import { createNameIndex } from '../../../src/core/name-index.js';
import type { AstroFacts, DeploymentIndex } from '../../../src/providers/astro/facts.js';
import type { RoleLists } from '../../../src/providers/astro/roles.js';

export const workspaces = createNameIndex([
  { id: 'w-analytics', name: 'Analytics' },
  { id: 'w-research', name: 'Research' },
  { id: 'w-twin-1', name: 'Twin' },
  { id: 'w-twin-2', name: 'Twin' },
]);

export const deployments: DeploymentIndex = {
  inWorkspace: new Map([
    [
      'w-analytics',
      createNameIndex([
        { id: 'd-etl', name: 'etl' },
        { id: 'd-reports', name: 'reports' },
      ]),
    ],
  ]),
  workspaceOf: new Map([
    ['d-etl', 'w-analytics'],
    ['d-reports', 'w-analytics'],
    ['d-odd', 'w-unknown'],
  ]),
};

export function factsOf(overrides: Partial<AstroFacts> = {}): AstroFacts {
  return {
    plans: [],
    scimEnabled: false,
    core: { reads: true, writes: true, whyNot: '' },
    users: new Map(),
    teamMembers: new Map(),
    teamsOf: new Map(),
    workspaces,
    deployments,
    ...overrides,
  };
}

export function listsOf(overrides: Partial<RoleLists> = {}): RoleLists {
  return {
    organizationRole: 'ORGANIZATION_MEMBER',
    workspaceRoles: [],
    deploymentRoles: [],
    dagRoles: [],
    ...overrides,
  };
}
