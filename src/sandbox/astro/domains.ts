import { planFeatures } from './plans.js';
import { loginTypes, type Domain, type LoginType, type SsoConnection } from './records.js';
import { ApiError, invalid, notFound } from './api-error.js';
import { newId, organizationRoute, param, readBody, type OrganizationCall, type Route } from './route.js';
import { list, object, oneOf, optional, text } from '../shape.js';

/** The vendor's ManagedDomain. The DNS record to add is not in it: only the product's UI shows that. */
export function showDomain(domain: Domain): Record<string, unknown> {
  const { id, name, organizationId, status, enforcedLogins, createdAt, updatedAt } = domain;
  return { id, name, organizationId, status, enforcedLogins, createdAt, updatedAt };
}

function requireDomain(call: OrganizationCall): Domain {
  const domain = call.store.get('domain', call.organization.id, param(call, 'domainId'));
  if (domain === undefined) throw notFound('Domain', param(call, 'domainId'));
  return domain;
}

export const connectionOf = ({ store, organization }: OrganizationCall, domainId: string): SsoConnection | undefined =>
  store.list('connection', organization.id).find(({ domainIds }) => domainIds.includes(domainId));

const enforcedLogins = list(oneOf(loginTypes), { unique: true });

/** Allowing only some login types is a paid feature; allowing all of them is not a restriction. */
function requireRestrictionPlan({ organization, switches }: OrganizationCall, logins: readonly LoginType[]): void {
  const restricts = logins.length > 0 && logins.length < loginTypes.length;
  if (!restricts || planFeatures(organization.plan).loginRestriction) return;
  const why = `Restricting login methods is not available on the ${organization.plan} plan`;
  throw new ApiError(switches.planRefusalStatus, why);
}

/** The same name in other organizations. */
const elsewhere = ({ store, organization }: OrganizationCall, name: string): Domain[] =>
  [...store.all('organization')]
    .filter(({ id }) => id !== organization.id)
    .flatMap(({ id }) => store.where('domain', 'name', id, name));

function createDomain(call: OrganizationCall): unknown {
  const body = readBody(call, object({ name: text({ min: 1, max: 253 }), enforcedLogins: optional(enforcedLogins) }));
  const { store, organization, switches, clock } = call;
  const name = body.name.toLowerCase();
  if (!/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)) throw invalid(`${body.name} is not a domain name`);
  requireRestrictionPlan(call, body.enforcedLogins ?? []);
  if (store.where('domain', 'name', organization.id, name).length > 0) {
    throw invalid(`domain ${name} already exists in organization ${organization.id}`);
  }
  if (switches.domainExclusivity === 'claimed' && elsewhere(call, name).length > 0) {
    throw invalid(`domain ${name} is claimed by another organization`);
  }
  const now = clock.stamp();
  const domain: Domain = {
    organizationId: organization.id,
    id: newId(call),
    name,
    status: 'PENDING',
    enforcedLogins: body.enforcedLogins,
    createdAt: now,
    updatedAt: now,
  };
  store.put('domain', domain);
  return showDomain(domain);
}

/** The name cannot be changed; enforced logins can, on a PENDING domain too, where they do not bind yet. */
function updateDomain(call: OrganizationCall): unknown {
  const body = readBody(call, object({ enforcedLogins }));
  const domain = requireDomain(call);
  requireRestrictionPlan(call, body.enforcedLogins);
  const after = { ...domain, enforcedLogins: body.enforcedLogins, updatedAt: call.clock.stamp() };
  call.store.put('domain', after);
  return showDomain(after);
}

/** Looks for the DNS record, which a world or `PUT /_sandbox/dns` says is there or not. */
function verifyDomain(call: OrganizationCall): unknown {
  const { store, switches, clock } = call;
  const domain = requireDomain(call);
  if (domain.status === 'VERIFIED') return showDomain(domain);
  const records = store.setting('dns') as Readonly<Record<string, boolean>>;
  if (!(records[domain.name] ?? switches.dnsRecords === 'present')) {
    throw new ApiError(switches.verifyFailureStatus, `Invalid request: DNS record of domain ${domain.name} not found`);
  }
  const taken = elsewhere(call, domain.name).some(({ status }) => status === 'VERIFIED');
  if (taken && switches.domainExclusivity !== 'none') {
    throw invalid(`domain ${domain.name} is verified by another organization`);
  }
  const after: Domain = { ...domain, status: 'VERIFIED', updatedAt: clock.stamp() };
  store.put('domain', after);
  return showDomain(after);
}

function deleteDomain(call: OrganizationCall): undefined {
  const { store, switches, clock } = call;
  const domain = requireDomain(call);
  const connection = connectionOf(call, domain.id);
  if (connection !== undefined) {
    if (switches.deleteMappedDomain === 'refused') {
      throw invalid(`domain ${domain.name} is used by SSO connection ${connection.id}`);
    }
    const domainIds = connection.domainIds.filter((id) => id !== domain.id);
    store.put('connection', { ...connection, domainIds, updatedAt: clock.stamp() });
  }
  store.delete('domain', domain);
}

const route = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  action: string,
  handle: (call: OrganizationCall) => unknown,
): Route =>
  organizationRoute({ surfaces: ['core'], method, path, need: method === 'GET' ? 'member' : 'owner', action, handle });

/** Managed domains; the list is a plain array without paging. */
export const domainRoutes: readonly Route[] = [
  route('GET', '/domains', 'view domains', ({ store, organization }) =>
    store.list('domain', organization.id).map(showDomain),
  ),
  route('POST', '/domains', 'create domains', createDomain),
  route('GET', '/domains/:domainId', 'view domains', (call) => showDomain(requireDomain(call))),
  route('POST', '/domains/:domainId', 'update domains', updateDomain),
  route('POST', '/domains/:domainId/verify', 'verify domains', verifyDomain),
  route('DELETE', '/domains/:domainId', 'delete domains', deleteDomain),
];
