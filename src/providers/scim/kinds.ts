/** The kinds of a SCIM directory, and how the attributes of each compare. */
import type { KindSpec } from '../../core/provider.js';
import type { Shape } from '../../core/shape.js';

const value: Shape = { type: 'value' };

export const nameFields = ['formatted', 'givenName', 'middleName', 'familyName'] as const;

export const scimKinds: readonly KindSpec[] = [
  {
    kind: 'member',
    collection: 'members',
    shape: {
      type: 'record',
      fields: {
        active: value,
        displayName: value,
        externalId: value,
        emails: { type: 'set' },
        name: { type: 'record', fields: Object.fromEntries(nameFields.map((field) => [field, value])) },
      },
    },
  },
  {
    kind: 'team',
    collection: 'teams',
    shape: { type: 'record', fields: { externalId: value, members: { type: 'collection', key: 'teamMembers' } } },
  },
];
