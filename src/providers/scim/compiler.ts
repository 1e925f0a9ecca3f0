/** What compiling one change needs of the others and of the live directory. */
import { formatAddress, type Address } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { indexLive } from '../../core/fingerprint.js';
import type { Json, JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { InternalError } from '../../errors.js';
import type { ScimNative } from './facts.js';
import type { ScimContext } from './settlement.js';

export interface Compiler {
  readonly context: ScimContext;
  readonly live: ReadonlyMap<string, LiveResource>;
  /** Addresses of the people whom this plan creates. */
  readonly created: ReadonlySet<string>;
}

export function createCompiler(changes: readonly Change[], context: ScimContext): Compiler {
  const created = changes.filter(({ kind, action }) => kind === 'member' && action === 'create');
  return {
    context,
    live: indexLive(context.live),
    created: new Set(created.map(({ address }) => address)),
  };
}

export interface Target {
  readonly id: string;
  readonly resource: LiveResource;
  readonly native: ScimNative;
}

export function targetOf(change: Change, { live }: Compiler): Target {
  const address = change.action === 'update' ? (change.previousAddress ?? change.address) : change.address;
  const resource = live.get(address);
  if (resource?.remoteId === undefined)
    throw new InternalError(`${address} is to be changed, but has no id.`, { address });
  return { id: resource.remoteId, resource, native: resource.native };
}

/** What a service without PATCH is sent back with the changes; without it nothing may be sent. */
export function wholeOf({ native, resource }: Target, address: Address): JsonObject {
  if (native.whole === undefined) {
    throw new InternalError(`${address} (${resource.name}) was not read whole, so it cannot be put back.`, { address });
  }
  return native.whole;
}

export interface PersonRef {
  /** The id, or its marker. */
  readonly value: Json;
  /** The key of the request that creates the person. */
  readonly createdBy: string | undefined;
}

export function personRef(person: string, { context, created }: Compiler): PersonRef {
  const id = context.live.facts.idOf.get(person);
  if (id !== undefined) return { value: id, createdBy: undefined };
  const address = formatAddress(context.organization.name, 'member', person);
  if (!created.has(address)) throw new InternalError(`${address} is to be in a team, but is not known.`, { address });
  return { value: { $ref: address }, createdBy: creationKey(address) };
}

export function creationKey(address: string): string {
  return `${address}#create`;
}
