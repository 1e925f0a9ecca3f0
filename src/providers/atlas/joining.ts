/**
 * Who is active at once when invited: people on a domain of the active identity provider by which the organization logs
 * in (product documentation). Anybody else must accept an invitation first.
 */
import { connectionOf, domainOf, type IdentityProvider } from './facts.js';
import { joiningProvider } from './live.js';
import { desiredMapping, desiredProvider, domainsAfter, isActiveAfter, type AtlasContext } from './settlement.js';

/** After what the plan does to the identity provider: that comes before inviting. */
export function joinsAtOnce(email: string, context: AtlasContext): boolean {
  const provider = loginProvider(context);
  return (
    provider !== undefined &&
    isActiveAfter(provider, context) &&
    domainsAfter(provider, context).includes(domainOf(email))
  );
}

/** Keys of requests that decide who may be invited, and who joins at once. */
export function keysBeforeInviting(context: AtlasContext): readonly string[] {
  const provider = loginProvider(context);
  const desired = provider === undefined ? undefined : desiredProvider(provider, context);
  if (desired?.attributes['active'] === undefined && desired?.attributes['domains'] === undefined) return [];
  return ['update', 'verify', 'deactivate'].map((key) => `${desired.address}#${key}`);
}

/** The one wanted; while that is not there, the one that is. */
function loginProvider({ organization, live: { facts } }: AtlasContext): IdentityProvider | undefined {
  const mapping = desiredMapping(organization);
  const connection = connectionOf(facts, organization.id);
  if (connection === undefined || mapping?.leaves === true) return undefined;
  return joiningProvider(connection, facts.federation, mapping?.attributes ?? {});
}
