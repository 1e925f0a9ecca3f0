/**
 * GitHub's REST API on loopback, as far as comments and issues of one repository go: who may do what, pages of at most
 * 100 with Link headers by the repository's number, GitHub's status codes and error bodies, its limit on bodies.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export const token = 'ghs_0123456789abcdefghijABCDEFGHIJ012345';
export const repository = 'acme/access';

export interface GithubUser {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export const actionsBot: GithubUser = { login: 'github-actions[bot]', type: 'Bot' };

export interface GithubComment {
  readonly id: number;
  readonly user: GithubUser;
  body: string;
}

export interface GithubIssue {
  readonly number: number;
  readonly user: GithubUser;
  readonly title: string;
  readonly labels: readonly string[];
  readonly isPullRequest: boolean;
  body: string;
  state: 'open' | 'closed';
  readonly comments: GithubComment[];
}

export interface Fault {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GithubStandIn {
  readonly url: string;
  readonly issues: GithubIssue[];
  addIssue(part: Partial<GithubIssue>): GithubIssue;
  addComment(issue: number, user: GithubUser, body: string): GithubComment;
  /** The requests since the last call, as `METHOD path?query`. */
  takeCalls(): readonly string[];
  /** Answers to the next requests, in order, instead of what would come. */
  readonly faults: Fault[];
  /** What a token of a fork's pull request may not. */
  readOnly: boolean;
  issuesEnabled: boolean;
  /** Who the token writes as. */
  user: GithubUser;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const largestBody = 65_536;
const repositoryId = 4711;

export async function githubStandIn(): Promise<GithubStandIn> {
  let calls: string[] = [];
  let lastId = 1000;
  const standIn: GithubStandIn = {
    url: '',
    issues: [],
    faults: [],
    readOnly: false,
    issuesEnabled: true,
    user: actionsBot,
    addIssue: (part) => {
      const number = standIn.issues.length + 1;
      const issue: GithubIssue = {
        ...{ number, user: standIn.user, title: 'An issue', labels: [], isPullRequest: false, body: '', state: 'open' },
        comments: [],
        ...part,
      };
      standIn.issues.push(issue);
      return issue;
    },
    addComment: (number, user, body) => {
      lastId += 1;
      const comment = { id: lastId, user, body };
      issue(number)?.comments.push(comment);
      return comment;
    },
    takeCalls: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
      send(response, standIn.faults.shift() ?? answer(request, text));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function issue(number: number): GithubIssue | undefined {
    return standIn.issues.find((each) => each.number === number);
  }

  function answer({ method = '', url: target = '', headers }: IncomingMessage, text: string): Answer {
    if (headers.authorization !== `Bearer ${token}`) return problem(401, 'Bad credentials');
    if ((headers['user-agent'] ?? '') === '') return problem(403, 'Request forbidden by administrative rules.');
    if (headers.accept !== 'application/vnd.github+json') return problem(415, "Unsupported 'Accept' header");
    if (headers['x-github-api-version'] !== '2022-11-28') return problem(400, 'Unsupported API version');
    const { pathname, searchParams } = new URL(target, url);
    const path = pathname.replace(new RegExp(`^(?:/repos/${repository}|/repositories/${repositoryId})(?=/)`), '');
    if (path === pathname) return problem(404, 'Not Found');
    const isWrite = method !== 'GET';
    if (isWrite && standIn.readOnly) return problem(403, 'Resource not accessible by integration');
    if (isWrite && headers['content-type'] !== 'application/json') return problem(400, 'Problems parsing JSON');
    const body = isWrite ? (JSON.parse(text) as Record<string, unknown>) : {};
    if (typeof body['body'] === 'string' && body['body'].length > largestBody) {
      return problem(422, 'Validation Failed', [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ]);
    }
    return route(`${method} ${path}`, path, body, searchParams);
  }

  function route(call: string, path: string, body: Record<string, unknown>, search: URLSearchParams): Answer {
    const [, number, ofComments] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
    const found = number === undefined ? undefined : issue(Number(number));
    if (call === 'GET /issues') {
      if (!standIn.issuesEnabled) return problem(410, 'Issues has been disabled in this repository.');
      const state = search.get('state') ?? 'open';
      const newestFirst = search.get('sort') !== 'created' || search.get('direction') !== 'asc';
      const listed = standIn.issues.filter((each) => state === 'all' || each.state === state);
      return page(path, (newestFirst ? [...listed].reverse() : listed).map(issueJson), search);
    }
    if (call === 'POST /issues') {
      if (!standIn.issuesEnabled) return problem(410, 'Issues has been disabled in this repository.');
      if (!hasOnly(body, ['title', 'body', 'labels'])) return problem(422, 'Invalid request.');
      const made = standIn.addIssue({
        title: String(body['title']),
        body: String(body['body']),
        labels: body['labels'] as readonly string[],
        user: standIn.user,
      });
      return { status: 201, body: issueJson(made) };
    }
    const comment = /^PATCH \/issues\/comments\/(\d+)$/.exec(call)?.[1];
    if (comment !== undefined) return patchComment(Number(comment), body);
    if (found === undefined) return problem(404, 'Not Found');
    if (ofComments === undefined)
      return call.startsWith('PATCH ') ? patchIssue(found, body) : problem(404, 'Not Found');
    if (call.startsWith('GET ')) {
      return page(
        path,
        found.comments.map((each) => commentJson(found.number, each)),
        search,
      );
    }
    if (!call.startsWith('POST ') || !hasOnly(body, ['body'])) return problem(422, 'Invalid request.');
    const made = standIn.addComment(found.number, standIn.user, String(body['body']));
    return { status: 201, body: commentJson(found.number, made) };
  }

  function patchComment(id: number, body: Record<string, unknown>): Answer {
    const home = standIn.issues.find(({ comments }) => comments.some((each) => each.id === id));
    const comment = home?.comments.find((each) => each.id === id);
    if (home === undefined || comment === undefined) return problem(404, 'Not Found');
    if (!hasOnly(body, ['body'])) return problem(422, 'Invalid request.');
    comment.body = String(body['body']);
    return { status: 200, body: commentJson(home.number, comment) };
  }

  function patchIssue(found: GithubIssue, body: Record<string, unknown>): Answer {
    if (!hasOnly(body, ['body', 'state', 'state_reason'])) return problem(422, 'Invalid request.');
    if (typeof body['body'] === 'string') found.body = body['body'];
    if (body['state'] === 'open' || body['state'] === 'closed') found.state = body['state'];
    return { status: 200, body: issueJson(found) };
  }

  function page(path: string, all: readonly unknown[], search: URLSearchParams): Answer {
    const size = Math.min(Number(search.get('per_page') ?? '30'), 100);
    const number = Number(search.get('page') ?? '1');
    const next = new URLSearchParams(search);
    next.set('page', String(number + 1));
    const first = new URLSearchParams(search);
    first.set('page', '1');
    const address = `${url}/repositories/${repositoryId}${path}`;
    const isLast = number * size >= all.length;
    const links = [`<${address}?${first.toString()}>; rel="first"`, `<${address}?${next.toString()}>; rel="next"`];
    return {
      status: 200,
      body: all.slice((number - 1) * size, number * size),
      ...(!isLast && { headers: { link: links.join(', ') } }),
    };
  }

  return Object.assign(standIn, { url });
}

function issueJson({ comments, isPullRequest, labels, ...issue }: GithubIssue): unknown {
  return {
    ...issue,
    labels: labels.map((name) => ({ name })),
    comments: comments.length,
    html_url: `https://github.com/${repository}/issues/${issue.number}`,
    ...(isPullRequest && { pull_request: { url: `https://api.github.com/repos/${repository}/pulls/${issue.number}` } }),
  };
}

function commentJson(issue: number, comment: GithubComment): unknown {
  return { ...comment, html_url: `https://github.com/${repository}/pull/${issue}#issuecomment-${comment.id}` };
}

function hasOnly(body: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(body).every((key) => keys.includes(key));
}

function problem(status: number, message: string, errors?: readonly unknown[]): Answer {
  const more = errors === undefined ? {} : { errors };
  return {
    status,
    body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body, headers }: Fault): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
