/** The kinds of an Atlas organization, and how the attributes of each compare. */
import type { KindSpec } from '../../core/provider.js';
import type { RecordShape, Shape } from '../../core/shape.js';

const value: Shape = { type: 'value' };
const set: Shape = { type: 'set' };
const roles: Shape = { type: 'set', role: true };
/** Project roles by project name. */
const projects: Shape = { type: 'map', value: roles };

const record = (fields: RecordShape['fields']): RecordShape => ({ type: 'record', fields });

export const settingFields = [
  'apiAccessListRequired',
  'multiFactorAuthRequired',
  'restrictEmployeeAccess',
  'genAIFeaturesEnabled',
  'maxServiceAccountSecretValidityInHours',
  'securityContact',
] as const;

/** Of an identity provider: ours to the name that Atlas has for it. */
export const providerFields = {
  description: 'description',
  issuerUri: 'issuerUri',
  ssoUrl: 'ssoUrl',
  requestBinding: 'requestBinding',
  responseSignatureAlgorithm: 'responseSignatureAlgorithm',
  ssoDebug: 'ssoDebugEnabled',
  audience: 'audience',
  clientId: 'clientId',
  authorizationType: 'authorizationType',
  groupsClaim: 'groupsClaim',
  userClaim: 'userClaim',
} as const;

export const atlasKinds: readonly KindSpec[] = [
  {
    kind: 'settings',
    shape: record(Object.fromEntries(['name', ...settingFields].map((field) => [field, value]))),
  },
  {
    kind: 'identity-provider',
    shared: true,
    shape: record({
      ...Object.fromEntries(Object.keys(providerFields).map((field) => [field, value])),
      protocol: value,
      idpType: value,
      active: value,
      domains: set,
      requestedScopes: set,
      // `NOT-BEFORE/NOT-AFTER` of each: all that Atlas tells of a certificate.
      certificates: set,
    }),
  },
  {
    kind: 'idp-mapping',
    shape: record({
      connection: value,
      identityProvider: value,
      dataAccessIdentityProviders: set,
      jit: value,
      defaultRoles: roles,
      domainRestriction: value,
      allowedDomains: set,
    }),
  },
  { kind: 'role-mapping', collection: 'roleMappings', shape: record({ roles, projects }) },
  // `status` shows what an invitation changes.
  { kind: 'member', collection: 'members', shape: record({ roles, status: { type: 'value', observed: true } }) },
  {
    kind: 'team',
    collection: 'teams',
    shape: record({ projects, members: { type: 'collection', key: 'teamMembers' } }),
  },
];
