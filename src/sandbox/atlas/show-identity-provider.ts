import { anyOrder } from './array-order.js';
import { connectionsOf, isActive } from './identity-provider-lookup.js';
import { type IdentityProvider } from './records.js';
import { type Context } from './route.js';
import { showConnection } from './show-connection.js';

/** An identity provider as it is read: SAML, OIDC workforce or OIDC workload, each with its own fields. */
export function showIdentityProvider(context: Context, provider: IdentityProvider): Record<string, unknown> {
  const { switches } = context;
  const { id, displayName, description, issuerUri, protocol, idpType, createdAt, updatedAt } = provider;
  const associatedOrgs = anyOrder(switches, connectionsOf(context, provider)).map((row) =>
    showConnection(context, row),
  );
  const common = { id, displayName, description, issuerUri, protocol, idpType, createdAt, updatedAt, associatedOrgs };
  if (provider.protocol === 'SAML') {
    const { oktaIdpId, ssoUrl, requestBinding, responseSignatureAlgorithm, ssoDebugEnabled, slug, pemFileInfo } =
      provider;
    return {
      ...common,
      oktaIdpId,
      acsUrl: `https://auth.mongodb.com/sso/saml2/${oktaIdpId}`,
      audienceUri: `https://www.okta.com/saml2/service-provider/${id}`,
      associatedDomains: anyOrder(switches, provider.associatedDomains),
      ssoUrl,
      requestBinding,
      responseSignatureAlgorithm,
      ssoDebugEnabled,
      slug,
      status: isActive(context, provider) ? 'ACTIVE' : 'INACTIVE',
      pemFileInfo,
    };
  }
  const { audience, authorizationType, groupsClaim, userClaim } = provider;
  const oidc = { ...common, oktaIdpId: null, audience, authorizationType, groupsClaim, userClaim };
  if (idpType === 'WORKLOAD') return oidc;
  return {
    ...oidc,
    clientId: provider.clientId,
    requestedScopes: anyOrder(switches, provider.requestedScopes),
    associatedDomains: anyOrder(switches, provider.associatedDomains),
  };
}

/** What a SAML identity provider has to know about Atlas, as XML text. */
export function serviceProviderMetadata(oktaIdpId: string, id: string): string {
  const [acs, audience] = [
    `https://auth.mongodb.com/sso/saml2/${oktaIdpId}`,
    `https://www.okta.com/saml2/service-provider/${id}`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${audience}">`,
    '<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true"',
    ' protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    '<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"',
    ` Location="${acs}" index="0" isDefault="true"/>`,
    '</md:SPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}
