/** GitHub's REST API, as far as comments and issues of one repository need it. */
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import { ApiError, ConfigError, SafetyError } from '../../errors.js';
import { bearer } from '../../http/auth.js';
import { createHttpClient, type HttpClientOptions, type HttpRequest } from '../../http/client.js';
import type { ErrorText } from '../../http/api-error.js';
import { packageVersion } from '../package-root.js';

export interface Github {
  /** `path` below the repository; the answer is one object. */
  send(method: 'POST' | 'PATCH', path: string, body: Json): Promise<JsonObject>;
  /** The entries of a list in GitHub's order, page after page as they are asked for. */
  list(path: string, query: Readonly<Record<string, string>>): AsyncGenerator<JsonObject>;
}

export type GithubSeams = Pick<HttpClientOptions, 'fetch' | 'now' | 'sleep' | 'random'>;

export interface GithubOptions extends GithubSeams {
  /** GITHUB_API_URL: another one on GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly onRetry: (message: string) => void;
}

/** An issue has at most 2,500 comments, of which a page holds 100; a repository has more issues. */
const maxPages = 200;

export function createGithub({ apiUrl, repository, token, onRetry, ...seams }: GithubOptions): Github {
  if (!URL.canParse(apiUrl)) throw new ConfigError('GITHUB_API_URL is not the address of an API.');
  const base = new URL(apiUrl);
  const root = base.pathname.replace(/\/$/, '');
  const client = createHttpClient({
    ...seams,
    baseUrl: apiUrl,
    vendor: 'GitHub',
    authorize: bearer(() => token),
    access: 'write',
    // The workflow's own variable, set by the runner; checked for https all the same.
    allowedHosts: [base.host],
    headers: {
      accept: 'application/vnd.github+json',
      'user-agent': `orgwright/${packageVersion()}`,
      'x-github-api-version': '2022-11-28',
    },
    errorText,
    onRetry: ({ method, path, delayMs, why }) =>
      onRetry(`GitHub: ${why} to ${method} ${path}; again in ${Math.ceil(delayMs / 1000)} s.`),
  });

  async function* list(path: string, query: Readonly<Record<string, string>>): AsyncGenerator<JsonObject> {
    const search = new URLSearchParams({ ...query, per_page: '100' }).toString();
    let next: string | undefined = `/repos/${repository}${path}?${search}`;
    for (let page = 1; next !== undefined; page += 1) {
      if (page > maxPages) throw unexpected('GET', next, `has no end after ${maxPages} pages`);
      const { body, headers } = await client.request({ method: 'GET', path: next });
      if (!Array.isArray(body)) throw unexpected('GET', next, 'is no list');
      yield* body.filter(isJsonObject);
      next = nextPage(headers.get('link'), base, root);
    }
  }

  return {
    list,
    send: async (method, path, body) => {
      // A change sent twice is the same change; a comment sent twice is two.
      const retry = method === 'PATCH' ? 'safe' : 'refused-only';
      const request: HttpRequest = { method, path: `/repos/${repository}${path}`, body, retry };
      const answer = await client.request(request);
      if (isJsonObject(answer.body)) return answer.body;
      throw unexpected(method, request.path, 'is no object');
    },
  };
}

/**
 * Where the next page is stands in the Link header, by the repository's number rather than by its name. It is followed
 * on the same host only: the token goes along.
 */
function nextPage(link: string | null, base: URL, root: string): string | undefined {
  const target = /<([^<>]*)>\s*;\s*rel="next"/.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const url = URL.canParse(target, base.href) ? new URL(target, base) : undefined;
  if (url?.origin !== base.origin || !url.pathname.startsWith(`${root}/`)) {
    throw new SafetyError('GitHub named a next page that is not part of its API, so it was not asked for.', {
      hint: 'Check GITHUB_API_URL, and what stands between this runner and GitHub.',
    });
  }
  return `${url.pathname.slice(root.length)}${url.search}`;
}

/** GitHub answers 403 both to who may not and to who is too fast; the latter tells by its words, often with Retry-After. */
const errorText: ErrorText = (body) => {
  if (!isJsonObject(body)) return {};
  const problems: readonly Json[] = Array.isArray(body['errors']) ? body['errors'] : [];
  const details = problems.map((problem) => (isJsonObject(problem) ? textOf(problem['message']) : textOf(problem)));
  const message = [textOf(body['message']), ...details].filter((text) => text !== '').join(': ');
  return { message, ...(/rate limit|abuse detection/i.test(message) && { status: 429 }) };
};

function unexpected(method: string, path: string, what: string): ApiError {
  return new ApiError(`GitHub answered ${method} ${path} with something that ${what}.`, { method, path });
}
