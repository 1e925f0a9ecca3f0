import { refused } from './api-error.js';
import { type Context } from './route.js';

/** Only domains that are verified in the federation can be mapped to an identity provider; verifying has no endpoint. */
export function checkDomains(
  { store }: Context,
  federationId: string,
  given: readonly string[] | undefined,
): string[] | undefined {
  if (given === undefined) return undefined;
  const verified = (store.get('atlasFederation', federationId, federationId)?.domains ?? [])
    .filter(({ status }) => status === 'VERIFIED')
    .map(({ name }) => name);
  return given.map((name) => {
    const domain = name.toLowerCase();
    if (!verified.includes(domain)) throw refused(`Domain ${name} is not verified in this federation.`);
    return domain;
  });
}
