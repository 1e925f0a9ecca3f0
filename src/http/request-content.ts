/** What a request carries besides its credentials. */
import { InternalError } from '../errors.js';
import { type HttpRequest } from './client.js';
import { vendorText } from './vendor-text.js';

export function bodyOf({ body, form }: HttpRequest): string | undefined {
  if (form !== undefined) return new URLSearchParams(form).toString();
  return body === undefined ? undefined : JSON.stringify(body);
}

/** All headers but those of the credentials. */
export function plainHeaders(request: HttpRequest, ofClient: HttpRequest['headers']): Headers {
  try {
    const headers = new Headers({ accept: 'application/json', 'user-agent': 'orgwright' });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (request.form !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded');
    const given = { ...ofClient, ...request.headers };
    for (const [name, value] of Object.entries(given)) headers.set(name, value);
    return headers;
  } catch {
    // The platform's error quotes the value, so it is not kept.
    throw new InternalError(`A header for ${request.method} ${vendorText(request.path, 300)} is not valid.`);
  }
}
