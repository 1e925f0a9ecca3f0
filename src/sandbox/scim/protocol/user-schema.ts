import { attribute, type Attribute } from './attribute.js';
import { type Schema } from './schemas.js';

/** The usual parts of one element of a list; RFC 7643 section 2.4. */
const element = (value: Attribute, types?: readonly string[]): readonly Attribute[] => [
  value,
  attribute('display', 'How to show this entry to people.'),
  attribute('type', 'What this entry is for.', types && { canonicalValues: types }),
  attribute('primary', 'Whether this entry is the preferred one; at most one is.', { type: 'boolean' }),
];

const list = (name: string, description: string, subAttributes: readonly Attribute[]): Attribute =>
  attribute(name, description, { type: 'complex', multiValued: true, subAttributes });

const links = (name: string, description: string): Attribute =>
  attribute(name, description, { type: 'reference', caseExact: true, referenceTypes: ['external'] });

const person: readonly Attribute[] = [
  attribute('userName', 'What the person signs in with; no two users have the same.', {
    required: true,
    uniqueness: 'server',
  }),
  attribute('name', 'The parts of the name.', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name as it is shown.'),
      attribute('familyName', 'The family name.'),
      attribute('givenName', 'The given name.'),
      attribute('middleName', 'Further given names.'),
      attribute('honorificPrefix', 'A title before the name.'),
      attribute('honorificSuffix', 'A suffix after the name.'),
    ],
  }),
  attribute('displayName', 'The name that others see.'),
  attribute('nickName', 'What the person is casually called.'),
  links('profileUrl', 'The page about the person.'),
  attribute('title', 'The position in the organization.'),
  attribute('userType', 'How the person relates to the organization, such as employee or contractor.'),
  attribute('preferredLanguage', 'Languages to use, in the form of the header Accept-Language.'),
  attribute('locale', 'How dates, numbers and currencies are written, such as en-US.'),
  attribute('timezone', 'A time zone by its Olson name, such as Europe/Rome.'),
  attribute('active', 'Whether the person may sign in.', { type: 'boolean' }),
];

const contacts: readonly Attribute[] = [
  list('emails', 'E-mail addresses.', element(attribute('value', 'The address.'), ['work', 'home', 'other'])),
  list(
    'phoneNumbers',
    'Telephone numbers.',
    element(attribute('value', 'The number.'), ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
  ),
  list('ims', 'Addresses for instant messages.', element(attribute('value', 'The address.'))),
  list('photos', 'Pictures of the person.', element(links('value', 'Where the picture is.'), ['photo', 'thumbnail'])),
  list('addresses', 'Postal addresses.', [
    attribute('formatted', 'The whole address as it is shown.'),
    attribute('streetAddress', 'Street and house number.'),
    attribute('locality', 'City or town.'),
    attribute('region', 'State or region.'),
    attribute('postalCode', 'Postal code.'),
    attribute('country', 'Country, as a two-letter code.'),
    attribute('type', 'What this address is for.', { canonicalValues: ['work', 'home', 'other'] }),
    attribute('primary', 'Whether this address is the preferred one; at most one is.', { type: 'boolean' }),
  ]),
];

const shown = { mutability: 'readOnly' } as const;

const rights: readonly Attribute[] = [
  attribute('groups', 'The groups that the user is a member of; changed through the members of the groups.', {
    type: 'complex',
    multiValued: true,
    ...shown,
    subAttributes: [
      attribute('value', 'The id of the group.', { caseExact: true, ...shown }),
      attribute('$ref', 'Where the group is found.', {
        type: 'reference',
        caseExact: true,
        ...shown,
        referenceTypes: ['Group'],
      }),
      attribute('display', 'The name of the group.', shown),
      attribute('type', 'Whether the user is a member directly or through another group.', {
        ...shown,
        canonicalValues: ['direct', 'indirect'],
      }),
    ],
  }),
  list('entitlements', 'Things that the user is entitled to.', element(attribute('value', 'The entitlement.'))),
  list('roles', 'Roles of the user.', element(attribute('value', 'The role.'))),
  list(
    'x509Certificates',
    'Certificates of the user.',
    element(attribute('value', 'The certificate, DER in base64.', { type: 'binary', caseExact: true })),
  ),
];

/** RFC 7643 section 4.1. */
export const userSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'A person with an account.',
  attributes: [...person, ...contacts, ...rights],
};
