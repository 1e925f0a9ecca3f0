import { namedObjectId } from '../ids.js';
import { AtlasError, notFound } from './api-error.js';
import { identityProviderByOktaId } from './identity-provider-lookup.js';
import { organizationOf } from './permissions.js';
import { page, selfLinks } from './paging.js';
import { type AtlasEvent, type ConnectedOrganization } from './records.js';
import { atlasTime, newId, now, param, queryFlag, type Call, type Context, type Route } from './route.js';
import { type Subject } from './subject.js';
import { versions } from './versions.js';

const day = 86_400_000;
/** How long before the end of a certificate the alert goes off; the number is our guess. */
const warningDays = 30;

/** Writes to an organization's audit trail. */
export function recordEvent(
  call: Context & { readonly subject?: Subject },
  organizationId: string,
  eventTypeName: string,
  about: Readonly<Record<string, unknown>> = {},
): void {
  const { subject } = call;
  const author =
    subject === undefined ? {} : subject.type === 'apiKey' ? { publicKey: subject.id } : { username: subject.id };
  const row = { organizationId, id: newId(call), eventTypeName, created: now(call), about: { ...author, ...about } };
  call.store.put('atlasEvent', row);
}

/**
 * The automatic alert about the signing certificate: there while an organization is mapped to an identity provider, gone with
 * all its instances when it is not. No endpoint has it; only this event shows.
 */
function certificateEvent(context: Context, connection: ConnectedOrganization): AtlasEvent | undefined {
  const { identityProviderId, mappedAt, organizationId: federationId, id } = connection;
  if (identityProviderId === null || mappedAt === null) return undefined;
  const provider = identityProviderByOktaId(context, federationId, identityProviderId);
  const ends = (provider?.pemFileInfo?.certificates ?? []).map(({ notAfter }) => Date.parse(notAfter));
  if (provider === undefined || ends.length === 0) return undefined;
  const warnAt = Math.min(...ends) - warningDays * day;
  const due = context.clock.now() >= warnAt;
  return {
    organizationId: id,
    id: namedObjectId('certificate', id, provider.id, String(due)),
    eventTypeName: due ? 'ORG_IDP_CERTIFICATE_ABOUT_TO_EXPIRE' : 'ORG_IDP_CERTIFICATE_CURRENT',
    created: due ? atlasTime(Math.max(warnAt, Date.parse(mappedAt))) : mappedAt,
    about: { alertId: namedObjectId('alert', id, provider.id) },
  };
}

/** Newest first. */
function eventsOf(call: Call, organizationId: string): AtlasEvent[] {
  const alerts = [...call.store.all('atlasFederation')].flatMap(({ id }) => {
    const connection = call.store.get('atlasConnection', id, organizationId);
    return (connection && certificateEvent(call, connection)) ?? [];
  });
  const recorded = [...call.store.list('atlasEvent', organizationId)].reverse();
  return [...alerts, ...recorded].sort((a, b) => (a.created === b.created ? 0 : a.created < b.created ? 1 : -1));
}

function listEvents(call: Call): unknown {
  const { id } = organizationOf(call, 'member');
  const types = call.query.getAll('eventType');
  const [from, to] = [moment(call, 'minDate', -Infinity), moment(call, 'maxDate', Infinity)];
  queryFlag(call, 'includeRaw', false);
  const rows = eventsOf(call, id).filter(({ eventTypeName, created }) => {
    const at = Date.parse(created);
    return (types.length === 0 || types.includes(eventTypeName)) && at >= from && at <= to;
  });
  return page(call, rows, (row) => showEvent(call, row));
}

function showEvent(call: Call, { organizationId, id, eventTypeName, created, about }: AtlasEvent): unknown {
  const links = selfLinks(call, `/orgs/${organizationId}/events/${id}`);
  return { id, created, eventTypeName, isGlobalAdmin: false, orgId: organizationId, ...about, links };
}

function moment(call: Call, name: string, absent: number): number {
  const value = call.query.get(name);
  if (value === null) return absent;
  const at = Date.parse(value);
  if (Number.isNaN(at)) {
    throw new AtlasError(400, 'INVALID_QUERY_PARAMETER', `${name} must be an ISO 8601 time.`, { parameters: [name] });
  }
  return at;
}

/** The audit trail of an organization, and the certificate alert. */
export const eventRoutes: readonly Route[] = [
  { method: 'GET', path: '/orgs/{orgId}/events', versions: versions.v20230101, set: 'events', handle: listEvents },
  {
    method: 'GET',
    path: '/orgs/{orgId}/events/{eventId}',
    versions: versions.v20230101,
    set: 'events',
    handle: (call) => {
      const { id } = organizationOf(call, 'member');
      const event = eventsOf(call, id).find((row) => row.id === param(call, 'eventId'));
      if (event === undefined) throw notFound('RESOURCE_NOT_FOUND', `There is no event ${param(call, 'eventId')}.`);
      return showEvent(call, event);
    },
  },
];
