/**
 * The version of each endpoint. Atlas versions endpoints one by one, by a date in the media type; this is the newest
 * stable one of each (API description, 2026-08), which is also what the vendor's own SDK sends.
 */
const newerVersions: readonly (readonly [method: string, path: RegExp, date: string])[] = [
  ['*', /\/orgs\/[^/]+\/users(\/[^/]+)?$/, '2025-02-19'],
  ['*', /\/orgs\/[^/]+\/teams\/[^/]+:(add|remove)User$/, '2025-02-19'],
  ['GET', /\/orgs\/[^/]+\/teams\/[^/]+\/users$/, '2025-02-19'],
  ['*', /\/federationSettings\/[^/]+\/identityProviders\/[^/]+$/, '2023-11-15'],
  ['POST', /\/federationSettings\/[^/]+\/identityProviders$/, '2023-11-15'],
];

const usualVersion = '2023-01-01';

export function mediaType(method: string, path: string): string {
  const [plain = ''] = path.split('?');
  const newer = newerVersions.find(([only, pattern]) => (only === '*' || only === method) && pattern.test(plain));
  return `application/vnd.atlas.${newer?.[2] ?? usualVersion}+json`;
}
