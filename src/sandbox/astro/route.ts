import { type Clock } from '../clock.js';
import { nextId } from '../ids.js';
import { type Organization, type OrganizationRole } from './records.js';
import { type Store } from '../store.js';
import { type Switches } from '../switches.js';
import { ApiError } from './api-error.js';
import { type FieldError, type Parsed, type Report, type Shape } from '../shape.js';
import { type Subject } from './subject.js';
import { type Surface } from './surface.js';

/** A request that has passed the gate: authenticated, of known shape, about to be handled as one transaction. */
export interface Call {
  readonly surface: Surface;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown;
  readonly subject: Subject;
  readonly store: Store;
  readonly clock: Clock;
  readonly switches: Switches;
  /** Where the request comes from: loopback, or what a proxy in front says. */
  readonly callerIp: string;
  /** A fault that cuts pages short. */
  readonly pageSize: number | undefined;
}
/** A call below `/organizations/{organizationId}`. */
export interface OrganizationCall extends Call {
  readonly organization: Organization;
}

/** What a subject must be in the organization: anybody with a role, somebody who may see the bills, or an owner. */
export type Need = 'member' | 'billing' | 'owner';

interface Endpoint {
  readonly surfaces: readonly Surface[];
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
}
/** A route outside any organization; it sees to permissions itself. */
export interface RootRoute extends Endpoint {
  readonly scope: 'root';
  readonly handle: (call: Call) => unknown;
}
export interface OrganizationRoute extends Endpoint {
  readonly scope: 'organization';
  readonly need: Need;
  /** Completes "Not authorized to ... for organization X". */
  readonly action: string;
  readonly handle: (call: OrganizationCall) => unknown;
}
/** A handler's result is the JSON of a 200; undefined is a 204. It throws ApiError for everything else. */
export type Route = RootRoute | OrganizationRoute;

export const rootRoute = (route: Omit<RootRoute, 'scope'>): Route => ({ scope: 'root', ...route });
export const organizationRoute = (route: Omit<OrganizationRoute, 'scope'>): Route => ({
  scope: 'organization',
  ...route,
  path: `/organizations/:organizationId${route.path}`,
});

const rank: Readonly<Record<OrganizationRole, number>> = {
  ORGANIZATION_OWNER: 2,
  ORGANIZATION_BILLING_ADMIN: 1,
  ORGANIZATION_MEMBER: 0,
  ORGANIZATION_OBSERVE_ADMIN: 0,
  ORGANIZATION_OBSERVE_MEMBER: 0,
};
const needed: Readonly<Record<Need, number>> = { member: 0, billing: 1, owner: 2 };

export const notAuthorized = (action: string, organizationId: string): ApiError =>
  new ApiError(403, `Not authorized to ${action} for organization ${organizationId}`);

/** Role inheritance as documented: owner over billing admin over member. */
export function isAllowed(role: OrganizationRole | undefined, need: Need): boolean {
  return role !== undefined && rank[role] >= needed[need];
}

/** The body in a published shape, or a 400 that names every wrong field. */
export function readBody<S extends Shape<unknown>>(call: Call, shape: S): Parsed<S> {
  const report: Report = { refuseUnknownFields: call.switches.unknownBodyFields === 'refused', problems: [] };
  const parsed = shape.parse(call.body ?? {}, '', report);
  refuse(report.problems);
  return parsed as Parsed<S>;
}

export function refuse(problems: readonly FieldError[]): void {
  if (problems.length === 0) return;
  throw new ApiError(400, `Invalid request: ${problems.map(({ message }) => message).join('; ')}`, {
    fieldErrors: problems,
  });
}

/** Path parameters are there because the route's path names them. */
export const param = (call: Call, name: string): string => call.params[name] ?? '';

export const newId = (call: Call): string => nextId(call.store);

/** Stamps of something that is made now, by the caller. */
export function made(call: Call) {
  const now = call.clock.stamp();
  return { createdAt: now, updatedAt: now, createdBy: call.subject.profile, updatedBy: call.subject.profile };
}
/** Stamps of something that is changed now, by the caller. */
export const touched = (call: Call) => ({ updatedAt: call.clock.stamp(), updatedBy: call.subject.profile });
