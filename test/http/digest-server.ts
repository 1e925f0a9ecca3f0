/** A strict Digest server: knows its nonces, refuses a count that it has seen, and writes down what it carried out. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface DigestServer {
  readonly url: string;
  /** Requests that were let in, as `METHOD path body`. */
  readonly done: string[];
  /** Every request: what became of it and with which nonce and count. */
  readonly log: string[];
  /** Makes all nonces so far unknown. */
  forgetNonces(): void;
  close(): Promise<void>;
}

export interface DigestServerOptions {
  readonly username: string;
  readonly password: string;
  readonly algorithm?: 'MD5' | 'SHA-256';
  /** How many requests a nonce serves. */
  readonly uses?: number;
  /** Whether it says that a nonce was too old. */
  readonly saysStale?: boolean;
  /** Whether it names the next nonce with each answer. */
  readonly namesNext?: boolean;
}

export async function startDigestServer(options: DigestServerOptions): Promise<DigestServer> {
  const { username, password, algorithm = 'MD5', uses = Infinity, saysStale = true, namesNext = false } = options;
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  let issued = 0;
  let seen = new Map<string, Set<string>>();
  const done: string[] = [];
  const log: string[] = [];

  function issue(): string {
    const nonce = `nonce-${(issued += 1)}`;
    seen.set(nonce, new Set());
    return nonce;
  }

  function check(request: IncomingMessage): 'in' | 'stale' | 'refused' | 'challenged' {
    const header = request.headers.authorization;
    if (header === undefined) {
      log.push('challenged');
      return 'challenged';
    }
    const field = (name: string): string => new RegExp(`\\b${name}="?([^",]*)`).exec(header)?.[1] ?? '';
    const [nonce, nc, cnonce] = [field('nonce'), field('nc'), field('cnonce')];
    const ha1 = hash(`${username}:Example API:${password}`);
    const ha2 = hash(`${request.method}:${request.url}`);
    const isRight =
      field('response') === hash(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}`) &&
      field('uri') === request.url &&
      field('opaque') === 'o/p';
    const counts = seen.get(nonce);
    const isFresh = counts !== undefined && !counts.has(nc) && counts.size < uses;
    const outcome = !isRight ? 'refused' : isFresh ? 'in' : 'stale';
    if (outcome === 'in') counts?.add(nc);
    log.push(`${outcome} ${nonce} ${nc}`);
    return outcome;
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const outcome = check(request);
      response.setHeader('content-type', 'application/json');
      if (outcome === 'in') {
        done.push(`${request.method} ${request.url} ${body}`.trim());
        if (namesNext) response.setHeader('authentication-info', `nextnonce="${issue()}"`);
        const isForbidden = request.url === '/forbidden';
        response.writeHead(isForbidden ? 401 : 200);
        response.end(isForbidden ? '{"errorCode":"NOT_ORG_OWNER","detail":"Owners only."}' : '{"ok":true}');
        return;
      }
      const stale = outcome === 'stale' && saysStale ? ', stale=true' : '';
      response.setHeader('www-authenticate', [
        'Basic realm="not this one"',
        `Digest realm="Example API", qop="auth", algorithm=${algorithm}, nonce="${issue()}", opaque="o/p"${stale}`,
      ]);
      response.writeHead(401);
      response.end('{"detail":"You are not authorized."}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    log,
    forgetNonces: () => {
      seen = new Map();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
