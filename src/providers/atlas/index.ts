/** MongoDB Atlas: organizations, their place in a federation, members and teams, by the Administration API v2. */
import type { Provider } from '../../core/provider.js';
import { textList } from '../../core/diff.js';
import { atlasAccess } from './access.js';
import { compile } from './compile.js';
import { connect } from './connection.js';
import { desiredOrganization } from './desired.js';
import type { AtlasFacts } from './facts.js';
import { atlasKinds } from './kinds.js';
import { weakerLogins } from './login-strength.js';
import { isForgotten } from './membership.js';
import { resolveNames } from './resolve.js';
import { ownerRole, privilegedRoles } from './roles.js';
import { settle } from './settle.js';
import { undermines } from './undermines.js';

/** What a run sends in a second, the buckets being larger than any plan: a guess for the reader only. */
const requestsPerSecond = 10;

export function createAtlas(): Provider<AtlasFacts> {
  return {
    type: 'atlas',
    kinds: atlasKinds,
    desired: desiredOrganization,
    resolve: resolveNames,
    settle,
    compile,
    hasOwners: true,
    isActiveOwner: ({ roles, status }) => textList(roles).includes(ownerRole) && status === 'ACTIVE',
    isPresent: (resource) => resource.kind !== 'member' || !isForgotten(resource),
    isActiveMember: ({ attributes }) => attributes['status'] === 'ACTIVE',
    isPrivilegedRole: (role) => privilegedRoles.has(role),
    weakerLogins,
    undermines,
    access: atlasAccess,
    estimateSeconds: (reads, operations) => (reads + operations.length) / requestsPerSecond,
    connect,
    importing: async () => {
      const [{ everything, refusedPart }, { toConfig }] = await Promise.all([
        import('./everything.js'),
        import('./to-config.js'),
      ]);
      return { everything, refusedPart, readsByName: false, toConfig };
    },
  };
}
