import { type Answer, type Call } from './call.js';
import { bulk } from './bulk.js';
import { discover } from './discovery.js';
import { type Kind } from './directory.js';
import { ScimError } from './protocol/scim-error.js';
import { collectionHandlers, listAll, resourceHandlers, search } from './resources.js';

type Handlers = Readonly<Record<string, (call: Call) => Answer>>;

const kinds: Readonly<Record<string, Kind>> = { Users: 'User', Groups: 'Group' };
const discovery = ['ServiceProviderConfig', 'ResourceTypes', 'Schemas'];

/** Finds out what a path below the service is and lets it answer: an unknown one is 404, a wrong method 405. */
export function handle(call: Call, method: string, path: readonly string[]): Answer {
  const handlers = handlersFor(path);
  if (handlers === undefined) throw new ScimError(404, `There is no endpoint /${path.join('/')} here.`);
  const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
  if (handler !== undefined) return handler(call);
  const headers = { Allow: Object.keys(handlers).join(', ') };
  throw new ScimError(405, `${method} is not allowed on /${path.join('/')}.`, undefined, headers);
}

function handlersFor([first, second, ...rest]: readonly string[]): Handlers | undefined {
  if (rest.length > 0) return undefined;
  if (first === undefined) return { GET: listAll };
  if (Object.hasOwn(kinds, first)) {
    const kind = kinds[first] ?? 'User';
    if (second === undefined) return bind(collectionHandlers, (handler) => (call) => handler(call, kind));
    if (second === '.search') return { POST: (call) => search(call, [kind]) };
    return bind(resourceHandlers, (handler) => (call) => handler(call, kind, second));
  }
  if (discovery.includes(first)) return { GET: (call) => discover(call, first, second) };
  if (second !== undefined) return undefined;
  if (first === '.search') return { POST: (call) => search(call, ['User', 'Group']) };
  if (first === 'Bulk') return { POST: bulk };
  if (first === 'Me') return bind({ ...resourceHandlers, POST: true }, () => me);
  return undefined;
}

function bind<T>(handlers: Readonly<Record<string, T>>, one: (handler: T) => (call: Call) => Answer): Handlers {
  return Object.fromEntries(Object.entries(handlers).map(([method, handler]) => [method, one(handler)]));
}

const me = (): never => {
  throw new ScimError(501, 'A token belongs to a service here, not to a person: there is no /Me.');
};
