/** The kinds of an Astro organization, and how the attributes of each compare. */
import type { KindSpec } from '../../core/provider.js';
import type { RecordShape, Shape } from '../../core/shape.js';

const value: Shape = { type: 'value' };
const observed: Shape = { type: 'value', observed: true };
const role: Shape = { type: 'value', role: true };
/** Whoever is there has an organization role, and cannot lose it without leaving: another one is no role taken away. */
const uncounted: Shape = { type: 'value', role: 'uncounted' };

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
  // What newcomers will get: nobody has it yet.
  fields: { role: uncounted, workspaces: { type: 'map', value: uncounted } },
};

export const astroKinds: readonly KindSpec[] = [
  { kind: 'settings', shape: { type: 'record', fields: { name: value, billingEmail: value, scimEnabled: value } } },
  {
    kind: 'member',
    collection: 'members',
    // `teams` is never desired either: both show what an invitation or a removal changes.
    shape: { type: 'record', fields: { role: uncounted, status: observed, workspaces, teams: { type: 'set' } } },
  },
  {
    kind: 'team',
    collection: 'teams',
    shape: {
      type: 'record',
      fields: {
        description: value,
        role: uncounted,
        workspaces,
        members: { type: 'collection', key: 'teamMembers' },
      },
    },
  },
  {
    kind: 'domain',
    collection: 'domains',
    shape: { type: 'record', fields: { status: observed, allowedMethods: { type: 'set' } } },
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
