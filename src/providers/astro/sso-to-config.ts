/** A domain's SSO connection as the YAML says it: what the identity provider is, and what the domain makes of it. */
import { objectOf } from '../../core/diff.js';
import { domainPattern, httpsPattern, whyNoKey } from '../../core/importing.js';
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import type { AstroFacts } from './facts.js';

export interface SsoConfig {
  /** The identity provider's key, if nobody else has it. */
  readonly preferred: string;
  readonly astro: JsonObject;
  readonly certificate: string | undefined;
  /** Without `identityProvider`. */
  readonly sso: JsonObject;
  readonly notes: readonly string[];
}

/** Or why it cannot be said, as a clause. */
export function ssoConfig(
  { name, attributes }: LiveResource,
  facts: AstroFacts,
  organizationRoles: ReadonlySet<string>,
  workspaceRoles: ReadonlySet<string>,
): SsoConfig | string {
  const astro = connectionConfig(attributes);
  if (typeof astro === 'string') return astro;
  const jit = jitConfig(attributes['jit'], facts, organizationRoles, workspaceRoles);
  const connection = textOf(attributes['connection'], name);
  const suffix = `-${name}`;
  const stem = connection.endsWith(suffix) ? connection.slice(0, -suffix.length) : connection;
  return {
    preferred: whyNoKey(stem) === undefined ? stem : name,
    astro,
    certificate: typeof attributes['certificate'] === 'string' ? attributes['certificate'] : undefined,
    sso: {
      ...(typeof attributes['active'] === 'boolean' && { active: attributes['active'] }),
      ...(jit !== undefined && { jit }),
    },
    notes: jit === undefined ? ['What newcomers get (jit) is not managed: a role or workspace has no name here.'] : [],
  };
}

function connectionConfig(attributes: JsonObject): JsonObject | string {
  const { strategy, signInUrl, signOutUrl, clientId, domainName } = attributes;
  if (strategy === 'samlp') {
    if (!httpsPattern.test(textOf(signInUrl))) return 'its sign-in URL is none that the YAML takes';
    return {
      strategy: 'saml',
      signInUrl: textOf(signInUrl),
      ...(httpsPattern.test(textOf(signOutUrl)) && { signOutUrl: textOf(signOutUrl) }),
    };
  }
  if (strategy !== 'waad') return `its strategy ${textOf(strategy)} is unknown to the YAML`;
  if (textOf(clientId) === '' || !domainPattern.test(textOf(domainName))) return 'its client id or domain is not told';
  return {
    strategy: 'entra',
    clientId: textOf(clientId),
    // Never told by the API; needed only when the connection changes.
    clientSecret: { env: 'ENTRA_CLIENT_SECRET' },
    domainName: textOf(domainName),
  };
}

function jitConfig(
  jit: Json | undefined,
  { workspaces }: AstroFacts,
  organizationRoles: ReadonlySet<string>,
  workspaceRoles: ReadonlySet<string>,
): Json | undefined {
  if (!isJsonObject(jit)) return 'none';
  const grants = Object.entries(objectOf(jit['workspaces']));
  const isSayable =
    organizationRoles.has(textOf(jit['role'])) &&
    grants.every(
      ([name, role]) =>
        workspaces?.idOf.has(name) === true && whyNoKey(name) === undefined && workspaceRoles.has(textOf(role)),
    );
  if (!isSayable) return undefined;
  return { role: jit['role'] ?? '', ...(grants.length > 0 && { workspaces: Object.fromEntries(grants) }) };
}
