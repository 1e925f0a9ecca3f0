/** Situations of a service behind SCIM, and who gets in. */
import type { Row } from './truth-table.js';

const people = {
  users: [
    { userName: 'alice@acme.com', active: true },
    { userName: 'ivan@acme.com', active: false },
  ],
  groups: [{ displayName: 'crew', members: ['alice@acme.com'] }],
};
const rule = '`active` says whether the user may use the service; false: the record stays (RFC 7643, 4.1.1)';

export const scimRows: readonly Row[] = [
  { situation: 'the user is active', world: people, who: 'alice@acme.com', by: 'any', in: 'member', rule },
  {
    situation: 'the user is active, in another case',
    world: people,
    who: 'Alice@Acme.com',
    by: 'any',
    in: 'member',
    rule,
  },
  { situation: 'the user is inactive', world: people, who: 'ivan@acme.com', by: 'any', in: undefined, rule },
  { situation: 'there is no such user', world: people, who: 'nobody@acme.com', by: 'any', in: undefined, rule },
];
