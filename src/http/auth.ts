/**
 * How a request gets its credentials: the seam between the client and the schemes, and the simplest scheme, a bearer
 * token. Digest is in digest.ts, OAuth in client-credentials.ts.
 */
import { ConfigError } from '../errors.js';

/** Sets headers, for every attempt. A scheme that must see the answers too is an Authorizer. */
export type Authorize = SetCredentials | Authorizer;

export type SetCredentials = (headers: Headers, call: Call) => void | Promise<void>;

export interface Authorizer {
  authorize(headers: Headers, call: Call): void | Promise<void>;
  /**
   * Told once for every `authorize`: the answer, or undefined where none came. `sent` are the headers as they went out.
   * `again` sends the same request once more with new credentials, so it is for a refusal that came before anything
   * was done; such a request counts as auth. A hint replaces the usual next step in the error about a refusal.
   */
  answered(sent: Headers, answer: Answer | undefined, call: Call): Answered;
}

export type Answered = 'again' | { readonly hint: string } | undefined;

/** A request, as far as credentials depend on it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly signal: AbortSignal | undefined;
  /** How often this attempt was sent already because `answered` said so. */
  readonly again: number;
  /** For a scheme that sends requests of its own: to be called just before each. */
  readonly countRequest: () => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON of a 401; undefined otherwise. */
  readonly body: unknown;
}

/** `Authorization: Bearer`. The token is asked for when it is first needed and on each attempt, so that it may be renewed. */
export function bearer(token: () => string | Promise<string>): SetCredentials {
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
