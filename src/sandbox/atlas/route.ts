import { type Clock } from '../clock.js';
import { nextObjectId } from '../ids.js';
import { type FieldError, type Parsed, type Report, type Shape } from '../shape.js';
import { type Store } from '../store.js';
import { type Switches } from '../switches.js';
import { AtlasError } from './api-error.js';
import { type EndpointSet } from './endpoint-sets.js';
import { type Subject } from './subject.js';
import { type Version } from './versions.js';

/** A request that has passed the gate: authenticated, of a known version, about to be handled as one transaction. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown;
  /** The published date of the version that answers. */
  readonly version: string;
  readonly subject: Subject;
  readonly store: Store;
  readonly clock: Clock;
  readonly switches: Switches;
  /** Where the request comes from: loopback, or what a proxy in front says. */
  readonly callerIp: string;
  /** A fault that cuts pages short. */
  readonly pageSize: number | undefined;
  /** Counts one invitation; false: too many from this address within a minute. */
  readonly countInvitation: () => boolean;
}
/** What showing things needs; logins and the state view have no request. */
export type Context = Pick<Call, 'store' | 'clock' | 'switches'>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/atlas/v2`, with `{name}` for what is a parameter. */
  readonly path: string;
  readonly versions: readonly Version[];
  /** The rate-limit bucket it draws from. */
  readonly set: EndpointSet;
  /** The result is the JSON of a 200, a Reply, or undefined for a 204. It throws AtlasError for everything else. */
  readonly handle: (call: Call) => unknown;
}

/** Path parameters are there because the route's path names them. */
export const param = (call: Call, name: string): string => call.params[name] ?? '';
export const newId = (call: Context): string => nextObjectId(call.store);

const day = 86_400_000;
/** A moment as Atlas writes it, without fractions of a second. */
export const atlasTime = (moment: number): string => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
export const now = ({ clock }: Pick<Context, 'clock'>, offsetDays = 0): string =>
  atlasTime(clock.now() + offsetDays * day);

/** The error code that goes with what is wrong about a field. */
const codes: Readonly<Record<string, string>> = {
  required: 'MISSING_ATTRIBUTE',
  unknown_field: 'INVALID_ATTRIBUTE',
  unknown_value: 'INVALID_ENUM_VALUE',
  invalid_type: 'INVALID_JSON_ATTRIBUTE',
};

/** The body in a published shape, or a 400 that names every wrong field. */
export function readBody<S extends Shape<unknown>>(call: Call, shape: S): Parsed<S> {
  const report: Report = { refuseUnknownFields: call.switches.unknownBodyFields === 'refused', problems: [] };
  const parsed = shape.parse(call.body ?? {}, '', report);
  refuseFields(report.problems);
  return parsed as Parsed<S>;
}

export function refuseFields(problems: readonly FieldError[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const detail = problems.map(({ message }) => message).join('; ');
  throw new AtlasError(400, codes[first.code] ?? 'VALIDATION_ERROR', detail, {
    parameters: problems.map(({ field }) => field),
    fields: problems,
  });
}

/** The true and false of a query; anything else is refused. */
export function queryFlag(call: Call, name: string, absent: boolean): boolean {
  const value = call.query.get(name);
  if (value === null) return absent;
  if (value !== 'true' && value !== 'false') {
    throw new AtlasError(400, 'INVALID_QUERY_PARAMETER', `${name} must be true or false.`, { parameters: [name] });
  }
  return value === 'true';
}
