import { flag, list, nullable, object, oneOf, optional, text, type Parsed } from '../shape.js';
import { readOnly } from './field-shapes.js';

const answered = {
  id: readOnly(),
  oktaIdpId: readOnly(),
  associatedOrgs: readOnly(),
  createdAt: readOnly(),
  updatedAt: readOnly(),
};

const common = () => ({
  ...answered,
  displayName: optional(text({ min: 1, max: 50 })),
  description: nullable(text()),
  issuerUri: optional(text()),
  protocol: optional(oneOf(['SAML', 'OIDC'])),
  idpType: optional(oneOf(['WORKFORCE', 'WORKLOAD'])),
  associatedDomains: optional(list(text({ min: 1 }), { unique: true })),
});

/** The update of a SAML identity provider; only `ssoDebugEnabled` must be there (API description). */
export const samlShape = () =>
  object({
    ...common(),
    ssoDebugEnabled: flag(),
    ssoUrl: optional(text()),
    requestBinding: optional(oneOf(['HTTP-POST', 'HTTP-REDIRECT'])),
    responseSignatureAlgorithm: optional(oneOf(['SHA-1', 'SHA-256'])),
    status: optional(oneOf(['ACTIVE', 'INACTIVE'])),
    slug: optional(text()),
    acsUrl: readOnly(),
    audienceUri: readOnly(),
    pemFileInfo: optional(
      object({
        fileName: nullable(text()),
        certificates: optional(
          list(object({ content: optional(text()), notBefore: readOnly(), notAfter: readOnly() })),
        ),
      }),
    ),
  });
export type SamlFields = Parsed<ReturnType<typeof samlShape>>;

/** The fields of an OIDC identity provider, for creating and updating alike. */
export const oidcShape = () =>
  object({
    ...common(),
    audience: nullable(text()),
    authorizationType: optional(oneOf(['GROUP', 'USER'])),
    groupsClaim: nullable(text()),
    userClaim: optional(text()),
    clientId: nullable(text()),
    requestedScopes: optional(list(text(), { unique: true })),
  });
export type OidcFields = Parsed<ReturnType<typeof oidcShape>>;
