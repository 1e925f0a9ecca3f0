const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request must be refused, if it must: a Host or Origin that is not loopback means a web page or another machine is
 * talking to us. Further hosts are for a hosts entry with TLS in front, which some vendor clients need.
 */
export function foreignHost(request: Request, allowedHosts: readonly string[]): string | undefined {
  const own = (host: string): boolean => loopback.includes(host) || allowedHosts.includes(host);
  const { hostname } = new URL(request.url);
  if (!own(hostname)) return `host ${hostname} is not served here`;
  const host = request.headers.get('host');
  if (host !== null && !own(host.toLowerCase().replace(/:\d+$/, ''))) return `host ${host} is not served here`;
  const origin = request.headers.get('origin');
  if (origin !== null && !(URL.canParse(origin) && own(new URL(origin).hostname))) {
    return `origin ${origin} may not use the sandbox`;
  }
  return undefined;
}
