import { notFound } from './api-error.js';
import { endpointSets, refillSeconds, type EndpointSet } from './endpoint-sets.js';
import { apiPrefix } from './find-route.js';
import { page } from './paging.js';
import { param, type Call, type Route } from './route.js';
import { versions } from './versions.js';

const sameAs = (value: number) => ({ value, defaultValue: value });

/** Every bucket with the endpoints that draw from it, as the vendor lists them. */
export function rateLimitRoutes(routes: readonly Route[]): readonly Route[] {
  const show = (name: EndpointSet): Record<string, unknown> => {
    const { scope, capacity, refillRate } = endpointSets[name];
    return {
      endpointSetId: name,
      endpointSetName: name,
      scope,
      capacity: sameAs(capacity),
      refillRate: sameAs(refillRate),
      refillDurationSeconds: sameAs(refillSeconds),
      endpoints: routes
        .filter(({ set }) => set === name)
        .map(({ method, path }) => ({ method, path: apiPrefix + path })),
    };
  };
  const family = { method: 'GET', versions: versions.v20250312, set: 'rateLimits' } as const;
  return [
    {
      ...family,
      path: '/rateLimits',
      handle: (call: Call) => {
        const [name, endpointPath] = [call.query.get('name'), call.query.get('endpointPath')];
        const rows = (Object.keys(endpointSets) as EndpointSet[]).filter(
          (set) =>
            (name === null || set === name) &&
            (endpointPath === null ||
              routes.some((route) => route.set === set && apiPrefix + route.path === endpointPath)),
        );
        return page(call, rows, show);
      },
    },
    {
      ...family,
      path: '/rateLimits/{endpointSetId}',
      handle: (call: Call) => {
        const name = param(call, 'endpointSetId');
        if (!Object.hasOwn(endpointSets, name))
          throw notFound('RESOURCE_NOT_FOUND', `There is no endpoint set ${name}.`, name);
        return show(name as EndpointSet);
      },
    },
  ];
}
