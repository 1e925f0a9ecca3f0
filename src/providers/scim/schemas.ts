/** What a service's schemas list (RFC 7643, section 7): an attribute that is not there can be neither read nor written. */
import { DecodeError } from '../../core/decode.js';
import { isJsonObject } from '../../core/json.js';

/** By the schema's id: names of its attributes with what is said of when they are returned, all in lower case. */
export type SchemaAttributes = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:user';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:group';

export function schemasFromWire(value: unknown): SchemaAttributes {
  const listed: unknown = isJsonObject(value) ? (value['Resources'] ?? value['resources']) : value;
  if (!Array.isArray(listed)) throw new DecodeError('Resources', 'a list', listed);
  return new Map(
    listed.filter(isJsonObject).flatMap(({ id, attributes }) => {
      const listing: unknown = attributes;
      // A schema without attributes says nothing; it does not say that there are none.
      return typeof id === 'string' && Array.isArray(listing) && listing.length > 0
        ? [[id.toLowerCase(), attributesOf(listing)] as const]
        : [];
    }),
  );
}

function attributesOf(listing: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(
    listing
      .filter(isJsonObject)
      .flatMap(({ name, returned }) =>
        typeof name === 'string'
          ? [[name.toLowerCase(), typeof returned === 'string' ? returned.toLowerCase() : ''] as const]
          : [],
      ),
  );
}
