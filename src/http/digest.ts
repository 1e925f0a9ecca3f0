/**
 * HTTP Digest (RFC 7616): answers the server's challenge and goes on using it, counting up, until the server gives
 * another. The first of many calls asks for the challenge; the others wait for it.
 */
import { randomBytes } from 'node:crypto';
import { abortable } from './abortable.js';
import { type Answer, type Answered, type Authorizer, type Call } from './auth.js';
import { parseChallenges, parseParams } from './challenges.js';
import { checkedId, checkedSecret, shownId } from './credential-text.js';
import { digestChallenge, digestHeader, type DigestChallenge } from './digest-header.js';

export interface DigestOptions {
  readonly username: () => string | Promise<string>;
  readonly password: () => string | Promise<string>;
  /** What the vendor calls this kind of credential, for messages: "API key". */
  readonly credential?: string;
  /** A new random text for each request; given in by tests. */
  readonly cnonce?: () => string;
}

/** One for all that use the credential, so that they share the challenge. */
export function digest(options: DigestOptions): Authorizer {
  const { credential = 'login', cnonce = () => randomBytes(16).toString('base64url') } = options;
  let session: Session | undefined;
  let probe: Probe | undefined;
  let shown = '';

  /** Keeps counting where the server gives the nonce that it gave before. */
  function adopt(challenge: DigestChallenge): void {
    session = { challenge, count: session?.challenge.nonce === challenge.nonce ? session.count : 0 };
  }

  function challenged(sent: Headers, headers: Headers, { again }: Call): Answered {
    const asked = parseChallenges(headers.get('www-authenticate')).filter(({ scheme }) => scheme === 'digest');
    const [challenge] = asked.flatMap((one) => digestChallenge(one) ?? []);
    const isAnswered = sent.has('authorization');
    if (challenge === undefined) {
      if (asked.length > 0)
        return {
          hint: 'Use another kind of credential: this server asks for a kind of HTTP Digest that is not supported.',
        };
      if (isAnswered)
        return { hint: `Check that the ${credential} ${shown} still exists and has a role here that allows this.` };
      return {
        hint: `Use another kind of credential: this server does not ask for HTTP Digest, which the ${credential} needs.`,
      };
    }
    adopt(challenge);
    // A nonce that other calls got may have grown old without the server saying so; one of this call's own has not.
    if (!isAnswered || challenge.stale || again === 0) return 'again';
    return {
      hint: `Check that the ${credential} ${shown} and its secret belong together, and that it was not revoked.`,
    };
  }

  return {
    async authorize(headers, call) {
      const username = checkedId(await options.username(), `user name of the ${credential}`);
      const password = checkedSecret(await options.password(), `secret of the ${credential}`);
      shown = shownId(username);
      if (session === undefined && probe === undefined) {
        probe = createProbe(call);
        return;
      }
      if (session === undefined) await abortable(probe?.over ?? Promise.resolve(), call.signal);
      // The probe may have failed, or may have needed no credentials: then each finds out for itself.
      if (session === undefined) return;
      session.count += 1;
      const { challenge, count } = session;
      const { method, url } = call;
      const uri = url.pathname + url.search;
      headers.set(
        'authorization',
        digestHeader({ challenge, username, password, method, uri, count, cnonce: cnonce() }),
      );
    },
    answered(sent, answer, call) {
      const outcome = answer?.status === 401 ? challenged(sent, answer.headers, call) : undefined;
      const next = nextNonce(answer);
      if (session !== undefined && next !== undefined) adopt({ ...session.challenge, nonce: next });
      if (probe?.call === call) {
        probe.end();
        probe = undefined;
      }
      return outcome;
    },
  };
}

interface Session {
  readonly challenge: DigestChallenge;
  count: number;
}

/** The call that goes first, without credentials, to get the challenge. */
interface Probe {
  readonly call: Call;
  readonly over: Promise<void>;
  readonly end: () => void;
}

function createProbe(call: Call): Probe {
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { call, over, end };
}

/** A server may name the nonce for the next request with its answer (section 3.5). */
function nextNonce(answer: Answer | undefined): string | undefined {
  const info = parseParams(answer?.headers.get('authentication-info') ?? null);
  return info.find(({ name }) => name === 'nextnonce')?.value;
}
