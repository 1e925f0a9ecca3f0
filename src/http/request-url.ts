import { SafetyError } from '../errors.js';
import { vendorText } from './vendor-text.js';

/**
 * Appends a path with its query to the base URL. Ids from YAML or from a vendor end up in paths, so a path that would
 * lead to another host or out of the base path is refused rather than normalized.
 */
export function requestUrl(base: URL, path: string): URL {
  const prefix = base.pathname.replace(/\/+$/, '');
  const isPlain = path.startsWith('/') && !/[\\#\p{Cc}]/u.test(path) && !hasDotSegment(path);
  const url = isPlain ? new URL(`${base.origin}${prefix}${path}`) : undefined;
  if (url === undefined || url.origin !== base.origin || !url.pathname.startsWith(`${prefix}/`)) {
    throw new SafetyError(`Refused to send a request to the path "${vendorText(path, 200)}".`, {
      hint: 'Check the ids in the configuration: one of them is not an id.',
    });
  }
  return url;
}

function hasDotSegment(path: string): boolean {
  const [pathname = ''] = path.split('?', 1);
  return pathname.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}
