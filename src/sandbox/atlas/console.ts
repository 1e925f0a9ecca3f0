import { type Clock } from '../clock.js';
import { ControlError } from '../control-error.js';
import { type Store } from '../store.js';
import { seedIdentityProvider } from './seed-federation.js';
import { type AtlasFederation } from './records.js';
import { atlasTime } from './route.js';
import { type WorldIdentityProvider } from './world.js';

type Body = Readonly<Record<string, unknown>>;
interface Parts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * `POST /_sandbox/console`: what a person does in the Atlas console because no API can. The body is
 * `{"federation": ID, "action": ...}` with
 *
 * | action | and |
 * | --- | --- |
 * | `connectOrganization` | `organization` |
 * | `addDomain` | `domain`; and again with `verified: true` once the DNS record is there |
 * | `createIdentityProvider` | `identityProvider`: a SAML one as a world file writes it |
 */
export async function useConsole(parts: Parts, body: Body): Promise<unknown> {
  const { store } = parts;
  const id = String(body['federation']);
  const federation = store.get('atlasFederation', id, id);
  if (federation === undefined) throw new ControlError(`there is no federation ${id}`);
  const action = Object.hasOwn(actions, String(body['action'])) ? actions[String(body['action'])] : undefined;
  if (action === undefined) throw new ControlError(`action must be one of ${Object.keys(actions).join(', ')}`);
  return store.transact(() => action(parts, federation, body));
}

const actions: Readonly<Record<string, (parts: Parts, federation: AtlasFederation, body: Body) => unknown>> = {
  connectOrganization({ store }, { id: federationId }, body) {
    const id = String(body['organization']);
    if (store.get('atlasOrganization', id, id) === undefined) throw new ControlError(`there is no organization ${id}`);
    if ([...store.all('atlasConnection')].some((row) => row.id === id)) {
      throw new ControlError(`organization ${id} is connected to a federation already`);
    }
    store.put('atlasConnection', {
      organizationId: federationId,
      id,
      identityProviderId: null,
      mappedAt: null,
      dataAccessIdentityProviderIds: [],
      domainRestrictionEnabled: false,
      domainAllowList: [],
      postAuthRoleGrants: [],
      instantUserProvisioningDisabled: null,
    });
    return { connected: id };
  },
  addDomain({ store }, federation, body) {
    const domain = body['domain'];
    if (typeof domain !== 'string' || domain === '') throw new ControlError('domain must be a domain');
    const name = domain.toLowerCase();
    const status = body['verified'] === true ? 'VERIFIED' : 'PENDING';
    const domains = [...federation.domains.filter((each) => each.name !== name), { name, status } as const];
    store.put('atlasFederation', { ...federation, domains });
    return { name, status };
  },
  createIdentityProvider({ store, clock }, { id: federationId }, body) {
    const source = body['identityProvider'] as WorldIdentityProvider | undefined;
    if (typeof source?.name !== 'string') throw new ControlError('identityProvider must have a name');
    if (source.protocol === 'OIDC') throw new ControlError('an OIDC identity provider is created by API');
    const stamp = (days?: number): string => atlasTime(Date.parse(clock.stamp(days)));
    const provider = seedIdentityProvider(federationId, source, stamp);
    if (store.get('atlasIdentityProvider', federationId, provider.id) !== undefined) {
      throw new ControlError(`there is an identity provider ${source.name} already`);
    }
    store.put('atlasIdentityProvider', provider);
    return { id: provider.id, oktaIdpId: provider.protocol === 'SAML' ? provider.oktaIdpId : null };
  },
};
