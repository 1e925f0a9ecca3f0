import { ApiError } from '../astro/api-error.js';
import { type Answer } from './call.js';
import { ScimError } from './protocol/scim-error.js';

export const mediaType = 'application/scim+json';
const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Every answer has SCIM's media type, whatever was asked for: Entra ID insists on it. */
export function respond({ status, body, headers = {} }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'Content-Type': mediaType } });
}

/** The error body of RFC 7644 section 3.12, where the status is a string. */
export function errorBody({ status, scimType, message }: ScimError): Readonly<Record<string, unknown>> {
  return { schemas: [errorUrn], status: String(status), ...(scimType && { scimType }), detail: message };
}

export function errorAnswer(error: unknown): Answer {
  const known = scimErrorOf(error);
  const challenge: Record<string, string> = known.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="SCIM"' } : {};
  return { status: known.status, body: errorBody(known), headers: { ...known.headers, ...challenge } };
}

/** A rule of Astro's that says no, says it in SCIM's words here. */
export function scimErrorOf(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  if (error instanceof ApiError) return new ScimError(error.status, error.message, undefined, error.headers);
  return new ScimError(500, `Internal server error: ${String(error)}`);
}
