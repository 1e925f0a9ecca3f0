import { planFeatures } from './plans.js';
import { type Organization } from './records.js';
import { ApiError, invalid } from './api-error.js';
import { showDomain } from './domains.js';
import { page, queryFlag } from './paging.js';
import { isAllowed, notAuthorized, organizationRoute, readBody, rootRoute, touched } from './route.js';
import { type Call, type OrganizationCall, type Route } from './route.js';
import { flag, object, optional, text } from '../shape.js';
import { platformSurfaces } from './surface.js';

/** The public Organization; managed domains ride along, read-only. Metadata alone is for `isLookUpOnly`. */
export function showOrganization(
  call: Call,
  organization: Organization,
  metadataOnly = false,
): Record<string, unknown> {
  const { id, name, billingEmail, status, plan, isScimEnabled } = organization;
  const { createdAt, createdBy, updatedAt, updatedBy } = organization;
  const productPlan = {
    organizationId: id,
    productPlanId: `plan-${plan}`,
    astronomerProduct: 'ASTRO',
    productPlanName: plan,
  };
  const metadata = { id, name, status, product: 'HOSTED', productPlans: [productPlan] };
  const stamps = { createdAt, createdBy, updatedAt, updatedBy };
  if (metadataOnly) return { ...metadata, isScimEnabled, ...stamps };
  const domains = call.store.list('domain', id);
  return {
    ...metadata,
    billingEmail,
    paymentMethod: 'CREDIT_CARD',
    isScimEnabled,
    managedDomains: domains.length > 0 ? domains.map(showDomain) : undefined,
    hasAllowedIpAddressRanges: call.store.list('ipRange', id).length > 0,
    allowEnhancedSupportAccess: organization.allowEnhancedSupportAccess,
    shouldEnforceDedicatedClusters: organization.shouldEnforceDedicatedClusters,
    hasAiFeaturesDisabled: organization.hasAiFeaturesDisabled,
    isBlockedEnableAiFeatures: false,
    ...stamps,
  };
}

/** Organizations the caller has a role in. */
export const ownOrganizations = (call: Call): Organization[] =>
  [...call.store.all('organization')].filter(({ id }) => call.subject.roleIn(id) !== undefined);

/** Name, billing e-mail and the SCIM switch are always replaced together; the flags are optional. */
export function updateOrganization(call: OrganizationCall): Organization {
  const { store, switches, organization, subject } = call;
  const core = call.surface === 'core' ? { environmentSecretsShowable: optional(flag()) } : {};
  const shape = object({
    name: text({ min: 1, max: 50 }),
    billingEmail: text(),
    isScimEnabled: flag(),
    allowEnhancedSupportAccess: optional(flag()),
    hasAiFeaturesDisabled: optional(flag()),
    shouldEnforceDedicatedClusters: optional(flag()),
    ...core,
  });
  const { name, billingEmail, isScimEnabled, ...flags } = readBody(call, shape);

  // A billing admin may edit billing settings and nothing else.
  const beyondBilling = name !== organization.name || isScimEnabled !== organization.isScimEnabled;
  if (beyondBilling && !isAllowed(subject.roleIn(organization.id), 'owner')) {
    throw notAuthorized('update settings', organization.id);
  }
  if (isScimEnabled && !organization.isScimEnabled) {
    if (!planFeatures(organization.plan).scim) {
      throw new ApiError(switches.planRefusalStatus, `SCIM is not available on the ${organization.plan} plan`);
    }
    if (switches.scimNeedsConnection === 'yes' && store.list('connection', organization.id).length === 0) {
      throw invalid('SCIM needs an identity provider to be configured first');
    }
  }
  const settled = Object.entries(flags).map(([field, value]) => [
    field,
    value ?? (switches.omittedOrganizationFlags === 'reset' ? false : organization[field as keyof Organization]),
  ]);
  const after: Organization = {
    ...organization,
    name,
    billingEmail: billingEmail === '' ? undefined : billingEmail,
    isScimEnabled,
    ...(Object.fromEntries(settled) as Partial<Organization>),
    ...touched(call),
  };
  store.put('organization', after);
  return after;
}

export const organizationRoutes: readonly Route[] = [
  rootRoute({
    surfaces: platformSurfaces,
    method: 'GET',
    path: '/organizations',
    handle: (call) => {
      const wanted = (name: string, value: string): boolean => [null, value].includes(call.query.get(name));
      const rows = ownOrganizations(call).filter(
        ({ plan }) =>
          wanted('productPlan', plan) && wanted('astronomerProduct', 'ASTRO') && wanted('product', 'HOSTED'),
      );
      return page(call, {
        name: 'organizations',
        rows,
        sorts: {
          name: ({ name }) => name,
          createdAt: ({ createdAt }) => createdAt,
          updatedAt: ({ updatedAt }) => updatedAt,
        },
        maxLimit: 1000,
        show: (organization) => showOrganization(call, organization),
      });
    },
  }),
  organizationRoute({
    surfaces: platformSurfaces,
    method: 'GET',
    path: '',
    need: 'member',
    action: 'view settings',
    handle: (call) => showOrganization(call, call.organization, queryFlag(call, 'isLookUpOnly')),
  }),
  organizationRoute({
    surfaces: platformSurfaces,
    method: 'POST',
    path: '',
    need: 'billing',
    action: 'update settings',
    handle: (call) => showOrganization(call, updateOrganization(call)),
  }),
];
