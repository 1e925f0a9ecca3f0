import { attribute } from './attribute.js';
import { type Schema } from './schemas.js';

const once = { mutability: 'immutable' } as const;

/** RFC 7643 section 4.2. A member is added and removed, never edited; its name is the service's own knowledge of it. */
export const groupSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'A group of users.',
  attributes: [
    attribute('displayName', 'The name of the group.', { required: true }),
    attribute('members', 'Who is in the group.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('value', 'The id of the member.', { required: true, caseExact: true, ...once }),
        attribute('$ref', 'Where the member is found.', {
          type: 'reference',
          caseExact: true,
          ...once,
          referenceTypes: ['User', 'Group'],
        }),
        attribute('type', 'Whether the member is a user or a group.', {
          ...once,
          canonicalValues: ['User', 'Group'],
        }),
        attribute('display', 'The name of the member.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};
