/** Astronomer Astro: public v1 first; the private core API is read when it answers, and written only when allowed. */
import type { Provider } from '../../core/provider.js';
import { astroAccess } from './access.js';
import { ratePerSecond } from './client.js';
import { compile } from './compile.js';
import { connect } from './connection.js';
import { desiredOrganization } from './desired.js';
import type { AstroFacts } from './facts.js';
import { astroKinds } from './kinds.js';
import { weakerLogins } from './login-strength.js';
import { resolveNames } from './resolve.js';
import { ownerRole, privilegedRoles } from './roles.js';
import { settle } from './settle.js';

export function createAstro(): Provider<AstroFacts> {
  return {
    type: 'astro',
    kinds: astroKinds,
    desired: desiredOrganization,
    resolve: resolveNames,
    settle,
    compile,
    hasOwners: true,
    // An owner through a team is not counted: whether Astro counts one is not documented.
    isActiveOwner: (member) => member['role'] === ownerRole && member['status'] === 'ACTIVE',
    // The vendor keeps a record of deactivated people; they are members no longer.
    isPresent: ({ kind, attributes }) => kind !== 'member' || attributes['status'] !== 'INACTIVE',
    isActiveMember: ({ attributes }) => attributes['status'] === 'ACTIVE',
    isPrivilegedRole: (role) => privilegedRoles.has(role),
    weakerLogins,
    access: astroAccess,
    estimateSeconds: (reads, operations) => {
      const count = (method: string): number => operations.filter((operation) => operation.method === method).length;
      return reads / ratePerSecond.GET + count('POST') / ratePerSecond.POST + count('DELETE') / ratePerSecond.DELETE;
    },
    connect,
    importing: async () => {
      const [{ everything }, { toConfig }] = await Promise.all([import('./everything.js'), import('./to-config.js')]);
      return { everything, readsByName: true, toConfig };
    },
  };
}
