/** What only a person can do in Astro, in words they can follow. Console paths: the product documentation of 2024. */
import { formatAddress, type Address } from '../../core/address.js';
import type { ManualStep } from '../../core/change.js';
import { objectOf } from '../../core/diff.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';

type Step = Omit<ManualStep, 'blocks'> & { readonly blocks?: readonly Address[] };

function step({ blocks = [], ...rest }: Step): ManualStep {
  return { ...rest, blocks };
}

const authenticationPage = 'Astro UI > Organization Settings > Authentication';
const supportPage = 'https://cloud.astronomer.io/open-support-request';

export function removeMember(address: Address, email: string, whyNot: string): ManualStep {
  return step({
    address,
    title: `Remove ${email} from the organization`,
    instructions: [
      `Why by hand: ${whyNot}.`,
      `Astro UI > Organization Settings > Access Management > Users: find ${email}, open the menu, choose Remove User.`,
      'The plan takes away roles and teams as far as the public API can; until this step the person can still log in.',
    ],
    verifiable: true,
  });
}

export function withdrawInvitation(address: Address, email: string, whyNot: string): ManualStep {
  return step({
    address,
    title: `Withdraw the invitation of ${email}`,
    instructions: [
      `Why by hand: ${whyNot}; the public API does not tell the invitation's id.`,
      `Astro UI > Organization Settings > Access Management > Users: find ${email} (Pending), choose Remove User.`,
    ],
    verifiable: true,
  });
}

export function reissueInvitation(address: Address, email: string, role: string, whyNot: string): ManualStep {
  return step({
    address,
    title: `Invite ${email} again as ${role}`,
    instructions: [
      `Why by hand: ${whyNot}; the public API does not tell the invitation's id.`,
      `Astro UI > Organization Settings > Access Management > Users: remove the pending ${email}, then invite it as ${role}.`,
    ],
    verifiable: true,
  });
}

export function reactivateMember(address: Address, email: string, status: string): ManualStep {
  return step({
    address,
    title: `Reactivate ${email}, whose account is ${status}`,
    instructions: [
      'No API call reactivates a person.',
      'If your identity provider deactivated the account, assign the person to the Astro application there again.',
      `Otherwise ask Astronomer support: ${supportPage}.`,
    ],
    verifiable: true,
  });
}

export function claimDomain(address: Address, domain: string, whyNot: string): ManualStep {
  return step({
    address,
    title: `Add the domain ${domain}`,
    instructions: [
      `Why by hand: ${whyNot}.`,
      `${authenticationPage} > Managed Domains > Add Domain: enter ${domain}.`,
      'Then add the DNS record that Astro shows and choose Verify.',
    ],
    blocks: [],
    verifiable: true,
  });
}

export function verifyDomain(address: Address, domain: string, blocks: readonly Address[]): ManualStep {
  return step({
    address,
    title: `Prove that you own ${domain}`,
    instructions: [
      `${authenticationPage} > Managed Domains > ${domain}: copy the DNS record that Astro shows. Only the UI shows it.`,
      `Add the record at the DNS provider of ${domain}. It is usually visible within minutes, at most after 72 hours.`,
      'Run plan and apply with --verify-domains, or choose Verify in the UI.',
    ],
    blocks,
    verifiable: true,
  });
}

export function removeDomain(address: Address, domain: string, whyNot: string): ManualStep {
  return step({
    address,
    title: `Remove the domain ${domain}`,
    instructions: [`Why by hand: ${whyNot}.`, `${authenticationPage} > Managed Domains > ${domain}: choose Delete.`],
    verifiable: true,
  });
}

export function setLoginMethods(
  address: Address,
  domain: string,
  methods: readonly string[],
  whyNot: string,
): ManualStep {
  return step({
    address,
    title: `Allow exactly ${methods.join(', ')} as login methods of ${domain}`,
    instructions: [
      `Why by hand: ${whyNot}.`,
      `${authenticationPage} > Managed Domains > ${domain}: set the allowed login methods to ${methods.join(', ')}.`,
      'Make sure first that everybody who keeps access can log in by one of these.',
    ],
    verifiable: true,
  });
}

export interface SsoStep {
  readonly organization: string;
  readonly domain: string;
  readonly attributes: JsonObject;
  readonly whyNot: string;
  readonly verifiable: boolean;
}

export function configureSso({ organization, domain, attributes, whyNot, verifiable }: SsoStep): ManualStep {
  const settings: readonly (readonly [string, Json | undefined])[] = [
    ['Identity provider', attributes['strategy'] === 'waad' ? 'Microsoft Entra ID' : 'SAML 2.0'],
    ['Sign-in URL', attributes['signInUrl']],
    ['Sign-out URL', attributes['signOutUrl']],
    ['Client ID', attributes['clientId']],
    ['Domain name', attributes['domainName']],
  ];
  const shown = settings.flatMap(([label, value]) => (typeof value === 'string' ? [`${label}: ${value}`] : []));
  const jit = attributes['jit'];
  const jitText =
    jit === undefined
      ? []
      : jit === 'none'
        ? ['Just-in-time provisioning: Disabled.']
        : [`Just-in-time provisioning: default role ${textOf(objectOf(jit)['role'])}.`];
  return step({
    address: formatAddress(organization, 'sso', domain),
    title: `Set up single sign-on for ${domain}`,
    instructions: [
      `Why by hand: ${whyNot}.`,
      `${authenticationPage} > SSO Configuration > Configure SSO, for ${domain}. ${shown.join('; ')}.`,
      ...(typeof attributes['certificate'] === 'string'
        ? ['Paste the signing certificate of the identity provider.']
        : []),
      ...jitText,
      ...(attributes['active'] === true ? ['Test the connection, then choose Activate SSO.'] : []),
    ],
    blocks: [formatAddress(organization, 'domain', domain)],
    verifiable,
  });
}

export function removeSso(address: Address, domain: string, whyNot: string, verifiable: boolean): ManualStep {
  return step({
    address,
    title: `Remove the SSO connection of ${domain}`,
    instructions: [
      `Why by hand: ${whyNot}.`,
      `${authenticationPage} > SSO Configuration: deactivate and delete the connection of ${domain}, if there is one.`,
      `Before that, make sure that ${domain} allows another login method.`,
    ],
    verifiable,
  });
}

export function activateSso(address: Address, domain: string): ManualStep {
  return step({
    address,
    title: `Test and activate the SSO connection of ${domain}`,
    instructions: [
      'Astro refused to activate the connection; it may insist on a test login first.',
      `${authenticationPage} > SSO Configuration: open the connection of ${domain}, log in once to test it, then choose Activate SSO.`,
      'Then run apply again: the login methods are tightened only after that.',
    ],
    blocks: [],
    verifiable: true,
  });
}

const bypassSteps = {
  create: ['create the SSO bypass link', 'choose Generate, and keep the link in a safe place.'],
  rotate: ['regenerate the SSO bypass link', 'choose Regenerate; the old link stops working.'],
  remove: ['delete the SSO bypass link', 'choose Delete, if there is a link.'],
} as const;

export function bypassLink(
  address: Address,
  action: keyof typeof bypassSteps,
  whyNot: string,
  verifiable: boolean,
): ManualStep {
  const [title, text] = bypassSteps[action];
  return step({
    address,
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    instructions: [`Why by hand: ${whyNot}.`, `${authenticationPage} > SSO Bypass Link: ${text}`],
    verifiable,
  });
}
