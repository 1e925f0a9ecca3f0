import { AtlasError, refused } from './api-error.js';
import { checkDomains } from './domains.js';
import { readCertificate } from './certificates.js';
import { connectionsOf, isActive } from './identity-provider-lookup.js';
import { type SamlFields } from './identity-provider-shapes.js';
import { owns } from './permissions.js';
import { type SamlIdentityProvider } from './records.js';
import { now, type Call } from './route.js';

/**
 * What an update makes of a SAML identity provider. Fields left out are kept as far as anybody has seen (a switch clears the
 * optional ones), the certificates always; arrays replace.
 */
export function updatedSaml(call: Call, before: SamlIdentityProvider, given: SamlFields): SamlIdentityProvider {
  if ((given.protocol ?? 'SAML') !== 'SAML') throw readOnlyField('protocol');
  if ((given.idpType ?? 'WORKFORCE') !== 'WORKFORCE') throw readOnlyField('idpType');
  const cleared = call.switches.atlasOmittedProviderFields === 'cleared';
  const optional = cleared ? { description: null, slug: '', associatedDomains: [] } : before;
  const after: SamlIdentityProvider = {
    ...before,
    displayName: given.displayName ?? before.displayName,
    description: given.description === undefined ? optional.description : given.description,
    issuerUri: given.issuerUri ?? before.issuerUri,
    ssoUrl: given.ssoUrl ?? before.ssoUrl,
    requestBinding: given.requestBinding ?? before.requestBinding,
    responseSignatureAlgorithm: given.responseSignatureAlgorithm ?? before.responseSignatureAlgorithm,
    ssoDebugEnabled: given.ssoDebugEnabled,
    slug: given.slug ?? optional.slug,
    associatedDomains: checkDomains(call, before.organizationId, given.associatedDomains) ?? optional.associatedDomains,
    status: given.status ?? before.status,
    pemFileInfo: pemFileInfo(before, given),
    updatedAt: now(call),
  };
  if (before.status === 'ACTIVE' && after.status === 'INACTIVE') checkDeactivation(call, before);
  const activates = after.status === 'ACTIVE' && given.status === 'ACTIVE';
  if (activates && !isActive(call, after) && call.switches.atlasActiveWithoutDomain === 'refused') {
    throw refused('An identity provider without a domain cannot be activated.');
  }
  return after;
}

/** One that serves several organizations cannot be turned off, nor one of somebody else's (API docs). */
function checkDeactivation(call: Call, provider: SamlIdentityProvider): void {
  const attached = connectionsOf(call, provider);
  if (attached.length > 1) throw refused('An identity provider of several organizations cannot be deactivated.');
  if (!attached.every(({ id }) => owns(call, id))) {
    throw new AtlasError(401, 'NOT_ORG_OWNER', 'The caller does not own the organization of this identity provider.');
  }
}

function pemFileInfo(
  before: SamlIdentityProvider,
  { pemFileInfo: given }: SamlFields,
): SamlIdentityProvider['pemFileInfo'] {
  if (given === undefined) return before.pemFileInfo;
  const certificates = (given.certificates ?? []).map(({ content }) => {
    if (content === undefined) throw refused('pemFileInfo.certificates.content is required.');
    return readCertificate(content);
  });
  return {
    fileName: given.fileName === undefined ? (before.pemFileInfo?.fileName ?? null) : given.fileName,
    certificates: given.certificates === undefined ? (before.pemFileInfo?.certificates ?? []) : certificates,
  };
}

const readOnlyField = (name: string): AtlasError =>
  new AtlasError(400, 'ATTRIBUTE_READ_ONLY', `${name} cannot be changed.`, { parameters: [name] });
