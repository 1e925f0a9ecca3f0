/** A small Astro organization and the YAML that matches it; tests change three lines of one or the other. */
export const organizationId = 'clm3x0acme000000000000001';

export interface AcmeUser {
  readonly email: string;
  readonly role?: string;
  readonly status?: string;
  readonly workspaces?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export function acmeWorld(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    astro: {
      organizations: [
        {
          id: organizationId,
          name: 'Acme Data',
          billingEmail: 'billing@acme.com',
          users: [{ email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }],
          workspaces: [{ name: 'Analytics', deployments: [{ name: 'etl' }] }, { name: 'Research' }],
          ...overrides,
        },
      ],
    },
  };
}

export function acmeConfig(organization: Readonly<Record<string, unknown>>, rest: object = {}): object {
  return {
    orgwright: 1,
    providers: { astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' }, privateApi: 'allow' } },
    organizations: { 'acme-data': { type: 'astro', id: organizationId, ...organization } },
    ...rest,
  };
}

/** `person001@acme.com` and so on. */
export function people(count: number, prefix = 'person'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}@acme.com`);
}
