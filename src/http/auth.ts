/** Ways to authorize a request. Each is a function that sets headers; the client calls it for every attempt. */
import { ConfigError } from '../errors.js';

export type Authorize = (headers: Headers) => void | Promise<void>;

/** `Authorization: Bearer`. The token is asked for when it is first needed and on each attempt, so that it may be renewed. */
export function bearer(token: () => string | Promise<string>): Authorize {
  return async (headers) => {
    const value = (await token()).trim();
    // Checked here because the platform's own error would quote the whole value.
    if (!/^[\x21-\x7E]+$/.test(value)) {
      throw new ConfigError(
        value === ''
          ? 'The token is empty.'
          : 'The token has characters that no HTTP header may hold, such as a space or a line break.',
        { hint: 'Set the variable or file that the provider names to the token alone.' },
      );
    }
    headers.set('authorization', `Bearer ${value}`);
  };
}
