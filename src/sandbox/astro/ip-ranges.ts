import { BlockList, isIP } from 'node:net';
import { planFeatures } from './plans.js';
import { type IpRange } from './records.js';
import { ApiError, invalid, notFound } from './api-error.js';
import { page } from './paging.js';
import { made, newId, organizationRoute, param, readBody, type OrganizationCall, type Route } from './route.js';
import { list, object, text } from '../shape.js';

const path = '/allowed-ip-address-ranges';
const mostPerRequest = 1000;

interface Cidr {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

function parseCidr(range: string): Cidr {
  const [address = '', prefix = '', ...rest] = range.split('/');
  const family = isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : undefined;
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity;
  if (family === undefined || rest.length > 0 || bits > (family === 'ipv4' ? 32 : 128)) {
    throw invalid(`${range} is not an IP address range in CIDR form`);
  }
  return { address, prefix: bits, family };
}

function covers({ address, prefix, family }: Cidr, ip: string): boolean {
  const block = new BlockList();
  block.addSubnet(address, prefix, family);
  return block.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Adds ranges, all or none. No range at all means unrestricted, so the first one must cover the caller's own address;
 * nothing protects a caller after that (as the vendor's clients know it).
 */
function add(call: OrganizationCall, ranges: readonly string[], conflictStatus: 400 | 409): IpRange[] {
  const { store, organization, switches } = call;
  if (!planFeatures(organization.plan).ipRanges) {
    const why = `Allowed IP address ranges are not available on the ${organization.plan} plan`;
    throw new ApiError(switches.planRefusalStatus, why);
  }
  const cidrs = ranges.map(parseCidr);
  const known = new Set(store.list('ipRange', organization.id).map((row) => row.ipAddressRange));
  if (known.size === 0 && cidrs.length > 0 && !cidrs.some((cidr) => covers(cidr, call.callerIp))) {
    throw invalid(`the first allowed IP address range must cover your own address ${call.callerIp}`);
  }
  return ranges.map((ipAddressRange) => {
    if (known.has(ipAddressRange)) {
      throw new ApiError(conflictStatus, `Invalid request: IP address range ${ipAddressRange} already exists`);
    }
    known.add(ipAddressRange);
    const row: IpRange = { organizationId: organization.id, id: newId(call), ipAddressRange, ...made(call) };
    store.put('ipRange', row);
    return row;
  });
}

export const ipRangeRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: ['v1', 'iam'],
    method: 'GET',
    path,
    need: 'member',
    action: 'view allowed IP address ranges',
    handle: (call) =>
      page(call, {
        name: 'allowedIpAddressRanges',
        rows: call.store.list('ipRange', call.organization.id),
        sorts: {
          ipAddress: (row) => row.ipAddressRange,
          createdAt: ({ createdAt }) => createdAt,
          updatedAt: ({ updatedAt }) => updatedAt,
        },
        show: (row) => row,
      }),
  }),
  organizationRoute({
    surfaces: ['v1', 'iam'],
    method: 'POST',
    path,
    need: 'owner',
    action: 'create allowed IP address ranges',
    handle: (call) => {
      const { ipAddressRange } = readBody(call, object({ ipAddressRange: text({ min: 1 }) }));
      return add(call, [ipAddressRange], 400)[0];
    },
  }),
  organizationRoute({
    surfaces: ['v1', 'labs'],
    method: 'POST',
    path: `${path}/bulk-create`,
    need: 'owner',
    action: 'create allowed IP address ranges',
    handle: (call) => {
      const shape = object({ allowedIpAddressRanges: list(text({ min: 1 }), { min: 1, max: mostPerRequest }) });
      return { allowedIpAddressRanges: add(call, readBody(call, shape).allowedIpAddressRanges, 409) };
    },
  }),
  // Unknown and repeated ids are fine here, unlike in a single delete.
  organizationRoute({
    surfaces: ['v1', 'labs'],
    method: 'POST',
    path: `${path}/bulk-delete`,
    need: 'owner',
    action: 'delete allowed IP address ranges',
    handle: (call) => {
      const shape = object({ allowedIpAddressRangeIds: list(text({ min: 1 }), { min: 1, max: mostPerRequest }) });
      for (const id of new Set(readBody(call, shape).allowedIpAddressRangeIds)) {
        const row = call.store.get('ipRange', call.organization.id, id);
        if (row !== undefined) call.store.delete('ipRange', row);
      }
    },
  }),
  organizationRoute({
    surfaces: ['v1', 'iam'],
    method: 'DELETE',
    path: `${path}/:allowedIpAddressRangeId`,
    need: 'owner',
    action: 'delete allowed IP address ranges',
    handle: (call) => {
      const id = param(call, 'allowedIpAddressRangeId');
      const row = call.store.get('ipRange', call.organization.id, id);
      if (row === undefined) throw notFound('Allowed IP address range', id);
      call.store.delete('ipRange', row);
    },
  }),
];
