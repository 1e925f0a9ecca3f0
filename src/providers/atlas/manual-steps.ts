/** What only a person can do in Atlas, in words they can follow. Console paths: the product documentation of 2026. */
import type { Address } from '../../core/address.js';
import type { ManualStep } from '../../core/change.js';
import { objectOf, textList } from '../../core/diff.js';
import { textOf, type JsonObject } from '../../core/json.js';

const federationApp =
  'Atlas console > an organization of the federation > Settings > Federated Authentication Settings > Open Federation Management App';

export function connectOrganization(
  address: Address,
  { name, id }: { readonly name: string; readonly id: string },
  blocks: readonly Address[],
): ManualStep {
  return {
    address,
    title: `Connect ${name} to the federation`,
    instructions: [
      'Why by hand: no API call connects an organization that exists.',
      `${federationApp} > Organizations: find ${name} (id ${id}) and choose Connect.`,
      'Whoever does it must be an owner of this organization and of one that is connected already.',
      'Plan again: the identity provider, default roles and role mappings follow then.',
    ],
    blocks,
    verifiable: true,
  };
}

export function createSamlProvider(
  address: Address,
  displayName: string,
  attributes: JsonObject,
  blocks: readonly Address[],
): ManualStep {
  const lines: readonly (readonly [label: string, field: string])[] = [
    ['Description', 'description'],
    ['Issuer URI', 'issuerUri'],
    ['Single Sign-On URL', 'ssoUrl'],
    ['Request Binding', 'requestBinding'],
    ['Response Signature Algorithm', 'responseSignatureAlgorithm'],
  ];
  return {
    address,
    title: `Create the SAML identity provider ${displayName}`,
    instructions: [
      'Why by hand: the API creates OIDC identity providers only.',
      `${federationApp} > Identity Providers > Configure Identity Providers (or Add Identity Provider) > SAML.`,
      `Configuration Name: ${displayName}`,
      ...lines.flatMap(([label, field]) =>
        attributes[field] === undefined ? [] : [`${label}: ${textOf(attributes[field])}`],
      ),
      ...Object.values(objectOf(attributes['pem'])).map(
        (pem) => `Identity Provider Signature Certificate, to paste or upload:\n${textOf(pem).trim()}`,
      ),
      'Copy the Assertion Consumer Service URL and the Audience URI that Atlas then shows to the application at the identity provider.',
      ...(textList(attributes['domains']).length === 0
        ? []
        : [`Domains to associate with it, once they are verified: ${textList(attributes['domains']).join(', ')}`]),
      'Plan again: from then on its fields, certificates, domains and status are managed from here.',
    ],
    blocks,
    verifiable: true,
  };
}

export function verifyDomains(address: Address, provider: string, domains: readonly string[]): ManualStep {
  const names = domains.join(', ');
  return {
    address,
    title: `Add ${names} to the federation and prove that you own ${domains.length === 1 ? 'it' : 'them'}`,
    instructions: [
      'Why by hand: no API call adds or verifies a domain, and none tells whether a domain that no identity provider has is verified.',
      `${federationApp} > Domains > Add a Domain: enter ${domains.length === 1 ? names : `each of ${names}`}.`,
      'Prove the ownership as Atlas shows it: a DNS TXT record, or an HTML file on the web site of the domain. Then choose Verify.',
      `Then run plan and apply with --verify-domains to associate ${domains.length === 1 ? 'it' : 'them'} with ${provider}, or associate ${domains.length === 1 ? 'it' : 'them'} in the console: Identity Providers > ${provider} > Associate Domains.`,
    ],
    blocks: [address],
    verifiable: true,
  };
}
