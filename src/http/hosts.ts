/**
 * Decides where a credential may be sent. A pull request that edits YAML must not be able to send a token elsewhere,
 * so an endpoint is refused unless its host is the vendor's own, loopback, or named in the environment.
 */
import { SafetyError } from '../errors.js';
import { vendorText } from './vendor-text.js';

export interface AllowedHosts {
  /** The vendor's API hosts, on the usual port unless the entry says another. */
  readonly vendorHosts: readonly string[];
  /** Entries of ORGWRIGHT_ALLOWED_HOSTS: `host` (any port) or `host:port`. */
  readonly extraHosts: readonly string[];
}

/** The endpoint as a URL, or a SafetyError that says why nothing may be sent there. Never echoes credentials. */
export function checkEndpoint(url: string, allowed: AllowedHosts): URL {
  const endpoint = parseEndpoint(url);
  if (endpoint.username !== '' || endpoint.password !== '') {
    throw new SafetyError(`The endpoint at ${endpoint.host} has a user name or password in its URL.`, {
      hint: 'Remove it from the URL and name the secret with { env: ... } or { file: ... }.',
    });
  }
  if (endpoint.search !== '' || endpoint.hash !== '') {
    throw new SafetyError(`The endpoint at ${endpoint.host} has a query or a fragment in its URL.`, {
      hint: 'Write only scheme, host and path.',
    });
  }
  if (isLoopback(endpoint)) return endpoint;
  if (endpoint.protocol !== 'https:') {
    throw new SafetyError(`The endpoint at ${endpoint.host} is not https, so a token would travel in the clear.`, {
      hint: 'Use https://; plain http is for loopback only.',
    });
  }
  const isNamed =
    allowed.vendorHosts.some((entry) => matchesHost(endpoint, entry, 'usual-port')) ||
    allowed.extraHosts.some((entry) => matchesHost(endpoint, entry, 'any-port'));
  if (!isNamed) {
    throw new SafetyError(`Refused to send credentials to ${endpoint.host}: it is not one of the vendor's hosts.`, {
      hint: `If this host is meant, name it in the environment: ORGWRIGHT_ALLOWED_HOSTS=${endpoint.host}`,
    });
  }
  return endpoint;
}

/** Whether a URL points at this machine: localhost, 127.0.0.0/8 or ::1. Other names that resolve here do not count. */
export function isLoopback(url: string | URL): boolean {
  const { protocol, hostname } = typeof url === 'string' ? parseEndpoint(url) : url;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  // The URL parser has already brought 127.1, 0x7f.0.0.1 and the like into this form.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function parseEndpoint(url: string): URL {
  const parsed = tryUrl(url);
  if (parsed === undefined || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    // What cannot be parsed may still hold a password, so it is shown only where there is no place for one.
    const shown = url.includes('@') ? 'The endpoint' : `The endpoint "${vendorText(url, 200)}"`;
    throw new SafetyError(`${shown} is not an http or https URL.`, {
      hint: 'Write it as https://host/path.',
    });
  }
  return parsed;
}

function matchesHost(endpoint: URL, entry: string, bareEntry: 'usual-port' | 'any-port'): boolean {
  const match = /^(\[[^\]]+\]|[^:/?#@[\]\s]+)(?::(\d{1,5}))?$/.exec(entry.trim());
  const named = match?.[1] === undefined ? undefined : tryUrl(`https://${match[1]}`);
  if (named === undefined || named.hostname !== endpoint.hostname) return false;
  const port = endpoint.port === '' ? '443' : endpoint.port;
  if (match?.[2] !== undefined) return port === match[2];
  return bareEntry === 'any-port' || port === '443';
}

function tryUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
