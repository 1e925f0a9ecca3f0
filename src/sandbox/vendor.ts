/** What the faults say about one request. */
export interface RequestExtras {
  readonly pageSize?: number | undefined;
}

/** An injected error. */
export interface InjectedError {
  readonly status: number;
  readonly retryAfter?: number | undefined;
  readonly errorCode?: string | undefined;
}

/** One vendor's API behind the common front: guard, controls, log, faults. */
export interface Vendor {
  /** Whether a path is this vendor's. */
  owns(pathname: string): boolean;
  fetch(request: Request, extras: RequestExtras): Response | Promise<Response>;
  /** An injected error in the vendor's own words. */
  fault(pathname: string, error: InjectedError): Response;
  /** Whether an exchange was about a token or a challenge, so that the log counts it apart. */
  isAuthentication(pathname: string, response?: Response): boolean;
}
