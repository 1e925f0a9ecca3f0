/** Any SCIM 2.0 service: users and groups, by RFC 7643 and RFC 7644. */
import { textList } from '../../core/diff.js';
import type { Provider } from '../../core/provider.js';
import { scimAccess } from './access.js';
import { compile } from './compile.js';
import { connect } from './connection.js';
import { desiredOrganization } from './desired.js';
import type { ScimFacts } from './facts.js';
import { scimKinds } from './kinds.js';
import { resolveAttributes } from './resolve.js';
import { settle } from './settle.js';

/** What a run sends in a second: a guess for the reader only. */
const requestsPerSecond = 10;

const emailAddress = /^[^\s@]+@[^\s@]+$/;

export function createScim(): Provider<ScimFacts> {
  return {
    type: 'scim',
    kinds: scimKinds,
    desired: desiredOrganization,
    resolve: resolveAttributes,
    settle,
    compile,
    hasOwners: false,
    isActiveOwner: () => false,
    // Whoever is inactive is removed already: the record stays (RFC 7643, section 4.1.1, `active`).
    isPresent: ({ kind, attributes }) => kind !== 'member' || attributes['active'] === true,
    isActiveMember: ({ attributes }) => attributes['active'] === true,
    emailOf: ({ name, attributes }) => (emailAddress.test(name) ? name : textList(attributes['emails'])[0]),
    access: scimAccess,
    estimateSeconds: (reads, operations) => (reads + operations.length) / requestsPerSecond,
    connect,
    importing: async () => {
      const [{ everything }, { toConfig }] = await Promise.all([import('./everything.js'), import('./to-config.js')]);
      return { everything, readsByName: true, toConfig };
    },
  };
}
