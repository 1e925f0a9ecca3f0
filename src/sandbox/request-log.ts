/** One vendor request; status 0 when the connection was dropped before an answer. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  status: number;
}

/** Reads are GET, HEAD and SCIM searches; every other request is a write. */
function classify({ method, path }: LoggedRequest): 'reads' | 'writes' {
  return method === 'GET' || method === 'HEAD' || path.endsWith('/.search') ? 'reads' : 'writes';
}

/** Every vendor request in order of arrival, since the last clearing. Controls are never in it. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #authentication = new WeakSet<LoggedRequest>();

  /** The entry of a request that has just come in; its status is filled in when it is known. */
  arrive(method: string, path: string): LoggedRequest {
    const entry: LoggedRequest = { method, path, status: 0 };
    this.#requests.push(entry);
    return entry;
  }
  /** Counts a request apart: it asked for a token, or its answer was a challenge. */
  isAuthentication(entry: LoggedRequest): void {
    this.#authentication.add(entry);
  }
  clear(): void {
    this.#requests = [];
  }
  report() {
    const totals = { reads: 0, writes: 0, auth: 0 };
    for (const request of this.#requests) totals[this.#authentication.has(request) ? 'auth' : classify(request)] += 1;
    return { totals, requests: this.#requests };
  }
}
