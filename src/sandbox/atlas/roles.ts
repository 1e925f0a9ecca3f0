/** Roles in an organization, the whole enumeration (API description). */
export const orgRoles = [
  'ORG_OWNER',
  'ORG_MEMBER',
  'ORG_GROUP_CREATOR',
  'ORG_BILLING_ADMIN',
  'ORG_BILLING_READ_ONLY',
  'ORG_STREAM_PROCESSING_ADMIN',
  'ORG_READ_ONLY',
] as const;
export type OrgRole = (typeof orgRoles)[number];

/** Roles in a project, as far as published sources name them. */
export const projectRoles: readonly string[] = [
  'GROUP_OWNER',
  'GROUP_READ_ONLY',
  'GROUP_CLUSTER_MANAGER',
  'GROUP_DATA_ACCESS_ADMIN',
  'GROUP_DATA_ACCESS_READ_WRITE',
  'GROUP_DATA_ACCESS_READ_ONLY',
  'GROUP_SEARCH_INDEX_EDITOR',
  'GROUP_STREAM_PROCESSING_OWNER',
  'GROUP_BACKUP_MANAGER',
  'GROUP_DATABASE_ACCESS_ADMIN',
  'GROUP_OBSERVABILITY_VIEWER',
];

export const isOrgRole = (role: string): role is OrgRole => (orgRoles as readonly string[]).includes(role);
export const isProjectRole = (role: string): boolean => projectRoles.includes(role);
