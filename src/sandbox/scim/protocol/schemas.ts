/** What the two types of resources consist of, and how a service that stores less says so. */
import { type Attribute } from './attribute.js';
import { commonAttributes, password } from './common-attributes.js';
import { enterpriseUserSchema } from './enterprise-user-schema.js';
import { groupSchema } from './group-schema.js';
import { userSchema } from './user-schema.js';

/** As /Schemas shows it. */
export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

export interface ResourceType {
  readonly name: 'User' | 'Group';
  readonly endpoint: '/Users' | '/Groups';
  readonly schema: Schema;
  readonly extensions: readonly Schema[];
  /** Known on every request but shown in no schema: id, externalId, meta, schemas and a user's password. */
  readonly unlisted: readonly Attribute[];
}

/**
 * A resource as it is stored: attributes by the names of the schema, an extension's under its URN, no null, no empty list,
 * no `schemas`, no `meta`, never a password. Where a filter, a sort or a projection is to see `meta`, `groups` or `schemas`,
 * the caller adds them first.
 */
export type Resource = Readonly<Record<string, unknown>>;

export const userType: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  schema: userSchema,
  extensions: [enterpriseUserSchema],
  unlisted: [...commonAttributes, password],
};

export const groupType: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  schema: groupSchema,
  extensions: [],
  unlisted: commonAttributes,
};

/** The same type at a service that has no such part of a complex attribute. */
export function withoutPart(type: ResourceType, name: string, part: string): ResourceType {
  const attributes = type.schema.attributes.map((attribute) =>
    attribute.name === name
      ? { ...attribute, subAttributes: attribute.subAttributes?.filter((each) => each.name !== part) ?? [] }
      : attribute,
  );
  return { ...type, schema: { ...type.schema, attributes } };
}

/** The same type at a service that stores only these attributes; whatever else it is sent is unknown to it. */
export function restrict(type: ResourceType, attributes: readonly string[], withExtensions: boolean): ResourceType {
  const stored = new Set(attributes);
  return {
    ...type,
    schema: { ...type.schema, attributes: type.schema.attributes.filter(({ name }) => stored.has(name)) },
    extensions: withExtensions ? type.extensions : [],
    unlisted: type.unlisted.filter(({ name }) => name !== 'externalId' || stored.has(name)),
  };
}
