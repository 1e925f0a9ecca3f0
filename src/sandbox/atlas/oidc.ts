import { AtlasError, refused } from './api-error.js';
import { checkDomains } from './domains.js';
import { type OidcFields } from './identity-provider-shapes.js';
import { type OidcIdentityProvider } from './records.js';
import { now, refuseFields, type Call } from './route.js';

/** The tools of the vendor always send these; the description marks none as required. */
const required = ['displayName', 'issuerUri', 'audience', 'authorizationType', 'userClaim'] as const;

/** A new OIDC identity provider; a SAML one cannot be made by API. */
export function newOidc(call: Call, federationId: string, id: string, given: OidcFields): OidcIdentityProvider {
  if (given.protocol === 'SAML') throw refused('A SAML identity provider cannot be created here.');
  refuseFields(
    required
      .filter((field) => given[field] === undefined || given[field] === null)
      .map((field) => ({ code: 'required', field, message: `${field} is required` })),
  );
  const blank: OidcIdentityProvider = {
    organizationId: federationId,
    id,
    protocol: 'OIDC',
    idpType: given.idpType ?? 'WORKFORCE',
    displayName: '',
    description: null,
    issuerUri: '',
    audience: null,
    authorizationType: 'GROUP',
    groupsClaim: null,
    userClaim: 'sub',
    clientId: null,
    requestedScopes: [],
    associatedDomains: [],
    createdAt: now(call),
    updatedAt: null,
  };
  return merged(call, blank, given, blank);
}

/** What an update makes of an OIDC identity provider; see the SAML one for what is left out. */
export function updatedOidc(call: Call, before: OidcIdentityProvider, given: OidcFields): OidcIdentityProvider {
  for (const name of ['protocol', 'idpType'] as const) {
    if (given[name] !== undefined && given[name] !== before[name]) {
      throw new AtlasError(400, 'ATTRIBUTE_READ_ONLY', `${name} cannot be changed.`, { parameters: [name] });
    }
  }
  const cleared = { description: null, requestedScopes: [], associatedDomains: [], clientId: null, groupsClaim: null };
  const left = call.switches.atlasOmittedProviderFields === 'cleared' ? { ...before, ...cleared } : before;
  return { ...merged(call, before, given, left), updatedAt: now(call) };
}

function merged(
  call: Call,
  before: OidcIdentityProvider,
  given: OidcFields,
  omitted: OidcIdentityProvider,
): OidcIdentityProvider {
  const workforce = before.idpType === 'WORKFORCE';
  for (const name of ['clientId', 'requestedScopes', 'associatedDomains'] as const) {
    if (!workforce && given[name] !== undefined && given[name] !== null) {
      throw new AtlasError(400, 'INVALID_ATTRIBUTE', `${name} is not for workload identity providers.`, {
        parameters: [name],
      });
    }
  }
  const after: OidcIdentityProvider = {
    ...omitted,
    displayName: given.displayName ?? before.displayName,
    description: given.description === undefined ? omitted.description : given.description,
    issuerUri: given.issuerUri ?? before.issuerUri,
    audience: given.audience ?? before.audience,
    authorizationType: given.authorizationType ?? before.authorizationType,
    groupsClaim: given.groupsClaim === undefined ? omitted.groupsClaim : given.groupsClaim,
    userClaim: given.userClaim ?? before.userClaim,
    clientId: given.clientId === undefined ? omitted.clientId : given.clientId,
    requestedScopes: given.requestedScopes ?? omitted.requestedScopes,
    associatedDomains: checkDomains(call, before.organizationId, given.associatedDomains) ?? omitted.associatedDomains,
  };
  if (after.authorizationType === 'GROUP' && (after.groupsClaim ?? '') === '') {
    throw new AtlasError(400, 'MISSING_ATTRIBUTE', 'groupsClaim is required with authorizationType GROUP.', {
      parameters: ['groupsClaim'],
    });
  }
  return after;
}
