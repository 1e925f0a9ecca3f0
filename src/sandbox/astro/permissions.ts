/** A part of the vendor's permission catalogue, enough for the calls that show it; custom roles may name others. */
export const permissionGroups = [
  {
    name: 'Deployment',
    scope: 'DEPLOYMENT',
    description: 'The deployment itself.',
    permissions: [
      { action: 'deployment.get', description: 'View the deployment.' },
      { action: 'deployment.update', description: 'Change the deployment.' },
      { action: 'deployment.delete', description: 'Delete the deployment.' },
    ],
  },
  {
    name: 'DAG',
    scope: 'DAG',
    description: 'DAGs of a deployment.',
    permissions: [
      { action: 'deployment.airflow.dag.get', description: 'View DAGs.' },
      { action: 'deployment.airflow.dag.edit', description: 'Edit DAGs.' },
    ],
  },
] as const;

interface DefaultRole {
  readonly name: string;
  readonly scopeType: 'ORGANIZATION' | 'WORKSPACE' | 'DEPLOYMENT' | 'DAG';
  readonly description: string;
  readonly permissions: readonly string[];
}
const role = (name: string, scopeType: DefaultRole['scopeType'], ...permissions: string[]): DefaultRole => ({
  name,
  scopeType,
  description: '',
  permissions,
});

/** The built-in roles. What each permits is abridged. */
export const defaultRoles: readonly DefaultRole[] = [
  role('ORGANIZATION_OWNER', 'ORGANIZATION', 'organization.update'),
  role('ORGANIZATION_BILLING_ADMIN', 'ORGANIZATION', 'organization.billing.update'),
  role('ORGANIZATION_MEMBER', 'ORGANIZATION', 'organization.get'),
  role('WORKSPACE_OWNER', 'WORKSPACE', 'workspace.update'),
  role('WORKSPACE_OPERATOR', 'WORKSPACE', 'workspace.deployments.create'),
  role('WORKSPACE_AUTHOR', 'WORKSPACE', 'deployment.airflow.dag.edit'),
  role('WORKSPACE_MEMBER', 'WORKSPACE', 'deployment.airflow.dag.get'),
  role('WORKSPACE_ACCESSOR', 'WORKSPACE', 'workspace.get'),
  role('DEPLOYMENT_ADMIN', 'DEPLOYMENT', 'deployment.update', 'deployment.delete'),
  role('DEPLOYMENT_ACCESSOR', 'DEPLOYMENT', 'deployment.get'),
  role('DAG_VIEWER', 'DAG', 'deployment.airflow.dag.get'),
  role('DAG_AUTHOR', 'DAG', 'deployment.airflow.dag.edit'),
];
