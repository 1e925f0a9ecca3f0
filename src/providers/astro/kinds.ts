/** The kinds of an Astro organization, and how the attributes of each compare. */
import type { KindSpec } from '../../core/provider.js';
import type { RecordShape, Shape } from '../../core/shape.js';

const value: Shape = { type: 'value' };
const role: Shape = { type: 'value', role: true };
/** Whoever is there has one, and cannot lose it without leaving: a change of it is not a role taken away. */
const organizationRole: Shape = { type: 'value', role: 'uncounted' };

const deploymentGrant: RecordShape = {
  type: 'record',
  fields: { role, dags: { type: 'map', value: role }, dagTags: { type: 'map', value: role } },
};

const workspaceGrant: RecordShape = {
  type: 'record',
  fields: { role, deployments: { type: 'map', value: deploymentGrant } },
};

/** Workspace roles by workspace name, with the deployment and DAG roles inside. */
const workspaces: Shape = { type: 'map', value: workspaceGrant };

const jitShape: RecordShape = {
  type: 'record',
  fields: { role: value, workspaces: { type: 'map', value } },
};

export const astroKinds: readonly KindSpec[] = [
  { kind: 'settings', shape: { type: 'record', fields: { name: value, billingEmail: value, scimEnabled: value } } },
  {
    kind: 'member',
    collection: 'members',
    // `status` and `teams` are never desired: they show what an invitation or a removal changes.
    shape: { type: 'record', fields: { role: organizationRole, status: value, workspaces, teams: { type: 'set' } } },
  },
  {
    kind: 'team',
    collection: 'teams',
    shape: {
      type: 'record',
      fields: {
        description: value,
        role: organizationRole,
        workspaces,
        members: { type: 'collection', key: 'teamMembers' },
      },
    },
  },
  {
    kind: 'domain',
    collection: 'domains',
    shape: { type: 'record', fields: { status: value, allowedMethods: { type: 'set' } } },
  },
  {
    kind: 'sso',
    shape: {
      type: 'record',
      fields: {
        connection: value,
        strategy: value,
        signInUrl: value,
        signOutUrl: value,
        certificate: value,
        clientId: value,
        domainName: value,
        clientSecret: { type: 'value', secret: true },
        // Required on every update and never returned, so a difference cannot be seen.
        idpInitiatedLogin: { type: 'value', writeOnly: true },
        active: value,
        jit: jitShape,
      },
    },
  },
  {
    kind: 'bypass-link',
    shape: {
      type: 'record',
      fields: { rotatedAt: value, rotateAfter: { type: 'value', writeOnly: true } },
    },
  },
];
