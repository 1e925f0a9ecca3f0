/** An identity provider of a federation as the YAML says it. */
import { textList } from '../../core/diff.js';
import { domainPattern, httpsPattern } from '../../core/importing.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';
import type { IdentityProvider } from './facts.js';
import { providerFields } from './kinds.js';

/** What the YAML takes of each field; the others are any text. */
const checks: Readonly<Record<string, (value: Json) => boolean>> = {
  ssoUrl: (value) => httpsPattern.test(textOf(value)),
  requestBinding: (value) => value === 'HTTP-POST' || value === 'HTTP-REDIRECT',
  responseSignatureAlgorithm: (value) => value === 'SHA-1' || value === 'SHA-256',
  authorizationType: (value) => value === 'GROUP' || value === 'USER',
  ssoDebug: (value) => typeof value === 'boolean',
};
const samlFields = ['description', 'issuerUri', 'ssoUrl', 'requestBinding', 'responseSignatureAlgorithm', 'ssoDebug'];
const oidcFields = [
  'description',
  'issuerUri',
  'audience',
  'clientId',
  'authorizationType',
  'groupsClaim',
  'userClaim',
];

/** Undefined where its name is longer than the YAML takes. */
export function identityProviderConfig(
  provider: IdentityProvider,
  key: string,
  anchor: string,
): JsonObject | undefined {
  const { protocol, displayName, whole, idpType, domains } = provider;
  if ([...displayName].length > 50) return undefined;
  const isSaml = protocol === 'SAML';
  const scopes = textList(whole['requestedScopes']);
  const named = isSaml ? samlFields : oidcFields;
  const fields = named.flatMap((field): readonly [string, Json][] => {
    const value = whole[providerFields[field as keyof typeof providerFields]];
    const isFit = checks[field] ?? ((found: Json): boolean => typeof found === 'string' && found !== '');
    return value === undefined || value === null || !isFit(value) ? [] : [[field, value]];
  });
  return {
    ...(idpType !== 'WORKLOAD' && domains.length > 0 && domains.every(isDomain) && { domains }),
    atlas: {
      anchor,
      ...(!isSaml && { protocol: 'oidc' }),
      ...(displayName !== key && { displayName }),
      ...Object.fromEntries(fields),
      ...(isSaml && { active: provider.active }),
      ...(!isSaml && ['WORKFORCE', 'WORKLOAD'].includes(idpType) && { idpType }),
      ...(!isSaml && scopes.length > 0 && { requestedScopes: scopes }),
    },
  };
}

function isDomain(domain: string): boolean {
  return domainPattern.test(domain);
}
