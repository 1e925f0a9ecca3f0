import { AtlasError } from './api-error.js';
import { type Route } from './route.js';

export const apiPrefix = '/api/atlas/v2';

interface Compiled {
  readonly route: Route;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** A parameter is a segment without the `:verb` that may follow it; only the last one of a path may hold a colon itself. */
function compile(route: Route): Compiled {
  const names: string[] = [];
  const pattern = route.path.replace(/[.]/g, '\\$&').replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    return name.endsWith('Name') ? '([^/]+)' : '([^/:]+)';
  });
  return { route, expression: new RegExp(`^${apiPrefix}${pattern}$`), names };
}

/** Finds the route of a request; no path is 404, a wrong method 405. */
export function routeFinder(routes: readonly Route[]): (
  method: string,
  pathname: string,
) => {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
} {
  const compiled = routes.map(compile);
  return (method, pathname) => {
    // Some clients escape the colon before a verb.
    const path = pathname.replace(/%3A/gi, ':');
    const allowed: string[] = [];
    for (const { route, expression, names } of compiled) {
      const match = expression.exec(path);
      if (match === null) continue;
      if (route.method !== method) {
        allowed.push(route.method);
        continue;
      }
      const params = names.map((name, at): [string, string] => [name, decode(match[at + 1] ?? '')]);
      return { route, params: Object.fromEntries(params) };
    }
    if (allowed.length > 0) {
      throw new AtlasError(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed here.`, {
        headers: { Allow: allowed.join(', ') },
      });
    }
    throw new AtlasError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${pathname}.`, { parameters: [pathname] });
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AtlasError(400, 'INVALID_PATH_PARAMETER', `${text} is not a valid path parameter.`, {
      parameters: [text],
    });
  }
}
