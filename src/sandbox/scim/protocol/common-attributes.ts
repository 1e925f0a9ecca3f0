import { attribute, type Attribute } from './attribute.js';

/** The attributes of every resource (RFC 7643 section 3.1). They belong to no schema, so /Schemas does not show them. */
export const commonAttributes: readonly Attribute[] = [
  attribute('schemas', 'The schemas whose attributes the resource uses.', {
    type: 'reference',
    multiValued: true,
    required: true,
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    referenceTypes: ['uri'],
  }),
  attribute('id', 'Given by the service when the resource is created; never changes.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  attribute('externalId', 'What the client that provisions the resource calls it.', { caseExact: true }),
  attribute('meta', 'What the service notes about the resource.', {
    type: 'complex',
    mutability: 'readOnly',
    subAttributes: [
      attribute('resourceType', 'The name of the type of the resource.', { caseExact: true, mutability: 'readOnly' }),
      attribute('created', 'When the resource was created.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('lastModified', 'When the resource last changed.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('location', 'Where the resource is found.', {
        type: 'reference',
        caseExact: true,
        mutability: 'readOnly',
        referenceTypes: ['uri'],
      }),
      attribute('version', 'Changes whenever the resource does; the same as its ETag.', {
        caseExact: true,
        mutability: 'readOnly',
      }),
    ],
  }),
];

/** Accepted from identity providers that send one and dropped at once, so no schema advertises it. */
export const password: Attribute = attribute('password', 'Accepted, not kept and never shown.', {
  caseExact: true,
  mutability: 'writeOnly',
  returned: 'never',
});
