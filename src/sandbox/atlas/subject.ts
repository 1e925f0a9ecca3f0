import { BlockList, isIPv6 } from 'node:net';
import { type Store } from '../store.js';
import { type AtlasCredential } from './records.js';
import { type OrgRole } from './roles.js';

/** Development credentials; they own every organization of the world and may be used from everywhere. */
export const developmentCredentials = {
  clientId: 'mdb_sa_id_5a4d000000000000000000de',
  clientSecret: 'mdb_sa_sk_development',
  publicKey: 'devpublic',
  privateKey: '00000000-0000-4000-8000-000000000000',
} as const;

/** Whoever makes a request. */
export interface Subject {
  /** Client id or public key; what USER rate limits count by. */
  readonly id: string;
  readonly type: 'serviceAccount' | 'apiKey';
  /** The secret or private key it must know. */
  readonly secret: string;
  /** Roles in an organization; undefined: it belongs to another one. */
  rolesIn(organizationId: string): readonly OrgRole[] | undefined;
  /** Whether an organization that asks for an access list takes it from an address. */
  mayCallFrom(address: string): boolean;
  readonly hasAccessList: boolean;
}

/** The credential of an id: one of the development ones, or one of the world. */
export function findSubject(store: Store, type: Subject['type'], id: string): Subject | undefined {
  const { clientId, clientSecret, publicKey, privateKey } = developmentCredentials;
  if (id === (type === 'apiKey' ? publicKey : clientId)) {
    return {
      id,
      type,
      secret: type === 'apiKey' ? privateKey : clientSecret,
      rolesIn: () => ['ORG_OWNER'],
      mayCallFrom: () => true,
      hasAccessList: true,
    };
  }
  const credential = store.get('atlasCredential', '', id);
  return credential?.type === type ? narrower(credential) : undefined;
}

function narrower({ id, type, secret, organizations, roles, accessList }: AtlasCredential): Subject {
  return {
    id,
    type,
    secret,
    rolesIn: (organizationId) => (organizations.includes(organizationId) ? roles : undefined),
    mayCallFrom: (address) => isListed(address, accessList),
    hasAccessList: accessList.length > 0,
  };
}

/** Addresses and CIDR blocks. */
function isListed(address: string, accessList: readonly string[]): boolean {
  const block = new BlockList();
  for (const entry of accessList) {
    const [network = '', prefix] = entry.split('/');
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) block.addAddress(network, family);
    else block.addSubnet(network, Number(prefix), family);
  }
  return block.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
