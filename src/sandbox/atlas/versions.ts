import { AtlasError } from './api-error.js';

/** A published version of an endpoint. A deprecated one says so in headers; past its sunset it is gone. */
export interface Version {
  readonly date: string;
  readonly deprecated?: string;
  readonly sunset?: string;
}

/** Versions by endpoint family (API reference). */
export const versions = {
  v20230101: [{ date: '2023-01-01' }],
  v20231115: [{ date: '2023-11-15' }],
  v20250219: [{ date: '2025-02-19' }],
  v20250312: [{ date: '2025-03-12' }],
  /** Identity providers one by one: the first version knew SAML only, by the 20-character id, and is over. */
  identityProvider: [{ date: '2023-01-01', deprecated: '2023-11-15', sunset: '2025-01-01' }, { date: '2023-11-15' }],
  /** People as an older shape, active ones only; both versions of the list are published. */
  users: [{ date: '2023-01-01' }, { date: '2025-02-19' }],
  /** Whole endpoints that are deprecated: old invitations, the old team user calls. */
  deprecated: [{ date: '2023-01-01', deprecated: '2025-02-19', sunset: '2027-07-01' }],
} as const satisfies Readonly<Record<string, readonly Version[]>>;

const dated = /^application\/vnd\.atlas\.([^+;\s]+)\+json\s*(?:;|$)/i;

/**
 * The version that answers: the newest one published on or before a date that the header names. A date before the first
 * one, no date, and a name that is no date are not acceptable; what is past its sunset is gone (API docs).
 */
export function negotiate(
  published: readonly Version[],
  accept: string | null,
  missingStatus: number,
  now: number,
  path: string,
): Version {
  const names = mediaTypes(accept).flatMap((type) => dated.exec(type)?.[1] ?? []);
  if (names.length === 0) {
    throw new AtlasError(missingStatus, 'INVALID_VERSION_DATE', 'Accept must name a version date.', {
      parameters: [accept],
    });
  }
  const version = names.map((name) => versionAt(published, name)).find((each) => each !== undefined);
  if (version === undefined) {
    throw new AtlasError(406, 'INVALID_VERSION_DATE', `There is no version ${names.join(', ')} of ${path}.`, {
      parameters: names,
    });
  }
  if (version.sunset !== undefined && now >= Date.parse(version.sunset)) {
    throw new AtlasError(410, 'VERSION_GONE', `Version ${version.date} of ${path} is gone.`, {
      parameters: [version.date],
    });
  }
  return version;
}

/** A body has a version too; which one answers is Accept's to say. */
export function checkContentType(
  published: readonly Version[],
  contentType: string | null,
  plain: 'refused' | 'accepted',
  path: string,
): void {
  const [type = ''] = mediaTypes(contentType);
  const name = dated.exec(type)?.[1];
  if (name === undefined) {
    if (plain === 'accepted' && /^application\/json\s*(;|$)/i.test(type)) return;
    throw new AtlasError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must name a version date.', {
      parameters: [contentType],
    });
  }
  if (versionAt(published, name) === undefined) {
    throw new AtlasError(406, 'INVALID_VERSION_DATE', `There is no version ${name} of ${path}.`, {
      parameters: [name],
    });
  }
}

/** The headers that announce the end of a version. */
export function lifecycleHeaders({ deprecated, sunset }: Version): Record<string, string> {
  const headers: Record<string, string> = {};
  if (deprecated !== undefined) headers['Deprecation'] = new Date(deprecated).toUTCString();
  if (sunset !== undefined) headers['Sunset'] = new Date(sunset).toUTCString();
  return headers;
}

const mediaTypes = (header: string | null): string[] => (header ?? '').split(',').map((part) => part.trim());

function versionAt(published: readonly Version[], date: string): Version | undefined {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return real ? published.findLast((version) => version.date <= date) : undefined;
}
