import { STATUS_CODES } from 'node:http';
import { AtlasError } from './api-error.js';

/** A success that is not simply the JSON of a 200: created, with headers, or text that is no JSON. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** How a caller wants bodies; both flags of the query are false unless asked for. */
export interface Presentation {
  /** For callers that cannot see the status: it stands in the body too. */
  readonly envelope: boolean;
  readonly pretty: boolean;
}

export const presentationOf = (query: URLSearchParams): Presentation => ({
  envelope: query.get('envelope') === 'true',
  pretty: query.get('pretty') === 'true',
});

const write = (value: unknown, pretty: boolean): string => JSON.stringify(value, null, pretty ? 2 : undefined);

/** A result in the media type of the version that answers, with its charset as the service sends it. */
export function successResponse(
  result: unknown,
  version: string,
  presentation: Presentation,
  headers: Readonly<Record<string, string>>,
): Response {
  if (result === undefined) return new Response(null, { status: 204, headers });
  const reply = result instanceof Reply ? result : new Reply(200, result);
  const text =
    typeof reply.body === 'string'
      ? reply.body
      : write(presentation.envelope ? enveloped(reply) : reply.body, presentation.pretty);
  const type = { 'Content-Type': `application/vnd.atlas.${version}+json;charset=utf-8` };
  return new Response(text, { status: reply.status, headers: { ...headers, ...reply.headers, ...type } });
}

/** A list is an envelope already and gets the status; anything else is wrapped. */
function enveloped({ status, body }: Reply): unknown {
  return typeof body === 'object' && body !== null && 'results' in body
    ? { ...body, status }
    : { status, content: body };
}

/** The vendor's error body: `detail`, `error`, `errorCode`, `parameters`, `reason`, and `badRequestDetail` on a 400. */
export function errorResponse(
  error: unknown,
  presentation: Presentation = { envelope: false, pretty: false },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const known =
    error instanceof AtlasError ? error : new AtlasError(500, 'UNEXPECTED_ERROR', `Unexpected error: ${String(error)}`);
  const { status, code, message, parameters, fields } = known;
  const details = fields.map(({ field, message: description }) => ({ field, description }));
  const body = {
    detail: message,
    error: status,
    errorCode: code,
    parameters,
    reason: STATUS_CODES[status] ?? '',
    ...(status === 400 && details.length > 0 ? { badRequestDetail: { fields: details } } : {}),
  };
  const text = write(presentation.envelope ? { status, content: body } : body, presentation.pretty);
  return new Response(text, { status, headers: { ...headers, ...known.headers, 'Content-Type': 'application/json' } });
}
