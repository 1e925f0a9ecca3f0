/**
 * The private core API (`/v1alpha1`). It has no compatibility promise and may refuse API tokens, so the first request
 * to it is a probe: once it refuses (401, 403, 404), it is not asked again, and the rest is done without it.
 */
import type { HttpClient } from '../../http/client.js';
import type { CoreAccess } from './facts.js';
import { decodeBody, readList } from './client.js';
import { isApiError } from '../../errors.js';

const refusals = [401, 403, 404];

export class CoreApi {
  /** Undefined until it was asked. */
  private answers: boolean | undefined;
  private probe: Promise<void> | undefined;
  private readonly client: HttpClient;
  private readonly root: string;

  constructor(client: HttpClient, organizationId: string) {
    this.client = client;
    this.root = `/v1alpha1/organizations/${encodeURIComponent(organizationId)}`;
  }

  get refused(): boolean {
    return this.answers === false;
  }

  /** Undefined where the private API refuses. */
  async get<T>(path: string, decode: (body: unknown) => T): Promise<T | undefined> {
    return this.ask(async () => {
      const { body, status, requestId } = await this.client.request({ method: 'GET', path: `${this.root}${path}` });
      return decodeBody(body, decode, { path: `${this.root}${path}`, status, requestId });
    });
  }

  async list<T>(
    path: string,
    options: {
      readonly query: string;
      readonly key: string;
      readonly what: string;
      readonly decode: (item: unknown) => T;
    },
  ): Promise<readonly T[] | undefined> {
    return this.ask(() => readList(this.client, `${this.root}${path}`, options));
  }

  /** Asks once whether it answers at all, by the cheapest list. */
  async check(): Promise<void> {
    if (this.answers === undefined) await this.get('/domains', () => undefined);
  }

  access(privateApi: unknown): CoreAccess {
    if (this.answers === undefined) return { reads: false, writes: false, whyNot: 'the private API was not asked' };
    if (!this.answers) {
      return {
        reads: false,
        writes: false,
        whyNot: "Astro's private API refuses this token, and the public API cannot do it",
      };
    }
    return privateApi === 'allow'
      ? { reads: true, writes: true, whyNot: '' }
      : {
          reads: true,
          writes: false,
          whyNot: 'only the private API can do it, and `privateApi: allow` is not set for this provider',
        };
  }

  private async ask<T>(send: () => Promise<T>): Promise<T | undefined> {
    // One probe at a time: the others wait for its answer.
    while (this.answers === undefined && this.probe !== undefined) await this.probe;
    if (this.answers === false) return undefined;
    const answer = this.send(send);
    if (this.answers === undefined) {
      this.probe = answer.then(
        () => undefined,
        () => undefined,
      );
    }
    return answer;
  }

  private async send<T>(send: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await send();
      this.answers = true;
      return value;
    } catch (error) {
      this.probe = undefined;
      // A refusal after it has answered is about this path, not about the API.
      const isRefusal = isApiError(error) && error.status !== undefined && refusals.includes(error.status);
      if (!isRefusal || this.answers === true) throw error;
      this.answers = false;
      return undefined;
    }
  }
}
