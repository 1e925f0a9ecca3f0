/**
 * What a service says it can do (ServiceProviderConfig, RFC 7643, section 5). Read member by member: many services leave
 * out what they do not support, and one member that is odd says nothing of the others.
 */
import { isJsonObject } from '../../core/json.js';
import type { ScimCapabilities } from './facts.js';
import { booleanOf, countOf } from './loose.js';

export interface ScimService extends ScimCapabilities {
  /** How many entries are asked for at once. */
  readonly pageSize: number;
  /** The most that the service returns at once, where it says so. */
  readonly maxResults: number | undefined;
  /** RFC 9865: `default` where a list pages by cursor unless asked otherwise, `asked` where it does so when asked. */
  readonly cursor: 'none' | 'asked' | 'default';
}

/** Larger pages are refused or cut by most services. */
const largestPage = 1000;
/** What is asked for where nothing is known: every service returns as many. */
const usualPage = 100;
/** Limits of Bulk where a service has it and does not say: the lowest that were seen. */
const usualBulk = { maxOperations: 100, maxPayloadSize: 1024 * 1024 };

/** For a service without a ServiceProviderConfig; what turns out otherwise is noticed when it is used. */
export const assumedService: ScimService = serviceFromWire(undefined);

export function serviceFromWire(value: unknown): ScimService {
  const config = onlyResource(value);
  const member = (name: string): unknown => (isJsonObject(config) ? config[name] : undefined);
  const filter = member('filter');
  const pagination = member('pagination');
  const maxResults = positive(isJsonObject(filter) ? filter['maxResults'] : undefined);
  const maxPageSize = positive(isJsonObject(pagination) ? pagination['maxPageSize'] : undefined);
  const mostAtOnce = least([maxResults, maxPageSize]);
  return {
    patch: supports(member('patch')) ?? true,
    bulk: bulkOf(member('bulk')),
    filter: supports(filter) ?? true,
    etag: supports(member('etag')) ?? false,
    pageSize: Math.min(mostAtOnce ?? usualPage, largestPage),
    maxResults: mostAtOnce,
    cursor: cursorOf(pagination),
  };
}

/** Some services answer with a list of this one thing. */
function onlyResource(value: unknown): unknown {
  const resources: unknown = isJsonObject(value) ? value['Resources'] : undefined;
  return Array.isArray(resources) ? resources[0] : value;
}

function supports(member: unknown): boolean | undefined {
  return booleanOf(isJsonObject(member) ? member['supported'] : member);
}

function bulkOf(member: unknown): ScimCapabilities['bulk'] {
  if (supports(member) !== true) return undefined;
  const limits = isJsonObject(member) ? member : {};
  const maxOperations = countOf(limits['maxOperations']) ?? usualBulk.maxOperations;
  const maxPayloadSize = countOf(limits['maxPayloadSize']) ?? usualBulk.maxPayloadSize;
  // One operation at a time saves nothing.
  return maxOperations >= 2 && maxPayloadSize > 0 ? { maxOperations, maxPayloadSize } : undefined;
}

function cursorOf(pagination: unknown): ScimService['cursor'] {
  if (!isJsonObject(pagination) || booleanOf(pagination['cursor']) !== true) return 'none';
  const { defaultPaginationMethod: method } = pagination;
  if (typeof method === 'string' && method.toLowerCase() === 'cursor') return 'default';
  return booleanOf(pagination['index']) === false ? 'asked' : 'none';
}

function positive(value: unknown): number | undefined {
  const count = countOf(value);
  return count === undefined || count === 0 ? undefined : count;
}

function least(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
