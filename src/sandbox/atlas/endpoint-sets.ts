/**
 * The rate-limit buckets: which calls share one, whose it is, and how it fills (API docs, table of 2026-04-10). Every bucket
 * fills once a minute.
 */
export const endpointSets = {
  connectedOrganization: { scope: 'ORGANIZATION', capacity: 500, refillRate: 250 },
  federation: { scope: 'USER', capacity: 300, refillRate: 100 },
  organization: { scope: 'ORGANIZATION', capacity: 500, refillRate: 250 },
  organizations: { scope: 'USER', capacity: 300, refillRate: 100 },
  settings: { scope: 'ORGANIZATION', capacity: 10, refillRate: 5 },
  users: { scope: 'ORGANIZATION', capacity: 500, refillRate: 250 },
  teams: { scope: 'ORGANIZATION', capacity: 1200, refillRate: 500 },
  projectTeams: { scope: 'GROUP', capacity: 1200, refillRate: 500 },
  events: { scope: 'ORGANIZATION', capacity: 500, refillRate: 250 },
  credentials: { scope: 'ORGANIZATION', capacity: 500, refillRate: 250 },
  rateLimits: { scope: 'USER', capacity: 300, refillRate: 100 },
} as const satisfies Readonly<
  Record<string, { scope: 'ORGANIZATION' | 'GROUP' | 'USER'; capacity: number; refillRate: number }>
>;
export type EndpointSet = keyof typeof endpointSets;
export const refillSeconds = 60;
