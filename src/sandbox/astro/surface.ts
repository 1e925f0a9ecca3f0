import { organizationRoles, type OrganizationRole } from './records.js';

/**
 * The vendor's API surfaces. v1 is the current public one; iam and platform are its two deprecated halves, of which
 * iam knows neither DAG roles nor the Observe roles; labs has bulk calls; core is private and undocumented.
 */
export const surfacePrefixes = {
  v1: '/v1',
  iam: '/iam/v1beta1',
  platform: '/platform/v1beta1',
  labs: '/labs/v1',
  core: '/v1alpha1',
} as const;
export type Surface = keyof typeof surfacePrefixes;

/** Where a resource is served. */
export const iamSurfaces = ['v1', 'iam'] as const;
export const platformSurfaces = ['v1', 'platform'] as const;

export const isBeta = (surface: Surface): boolean => surface === 'iam' || surface === 'platform';

/** The organization roles a surface takes; the beta enumeration is older. */
export const rolesOf = (surface: Surface): readonly OrganizationRole[] =>
  isBeta(surface) ? organizationRoles.slice(0, 3) : organizationRoles;
