/** What an identity provider says over SCIM, as data: a script yields requests and is resumed with their answers. */
export type Json = Readonly<Record<string, unknown>>;

export interface ScimRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What follows the tenant URL, query included and encoded as the identity provider does. */
  readonly path: string;
  readonly body?: Json;
}

export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined without a body. */
  readonly body: Json | undefined;
}

/** Pure: all that it knows of the service is what it was answered. */
export type Script<Result = void> = Generator<ScimRequest, Result, ScimAnswer>;

/** One row of an attribute mapping: the identity provider's attribute, where it goes, and what is in it. */
export interface MappedAttribute {
  readonly source: string;
  readonly target: string;
  readonly value: string | boolean;
}

export const urn = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

/** The resources of a ListResponse. */
export function found(answer: ScimAnswer): readonly Json[] {
  const resources = answer.body?.['Resources'];
  return Array.isArray(resources) ? (resources as Json[]) : [];
}

export function idOf(resource: Json | undefined): string {
  return String(resource?.['id']);
}
