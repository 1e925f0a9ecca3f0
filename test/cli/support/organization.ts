/** A small world and the configuration that it has drifted from. */
export const world = `
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      billingEmail: billing@acme.com
      plan: ENTERPRISE
      users:
        - { email: alice@acme.com, role: ORGANIZATION_OWNER }
        - { email: bob@acme.com, role: ORGANIZATION_MEMBER }
        - { email: dave@acme.com, role: ORGANIZATION_MEMBER }
      teams:
        - { name: data-eng, description: "", role: ORGANIZATION_MEMBER, members: [alice@acme.com] }
      bypassKey: { ageDays: 10 }
`;

export const configuration = `orgwright: 1
providers:
  astro: { type: astro, token: { env: ASTRO_API_TOKEN }, privateApi: allow }
organizations:
  acme-data:
    type: astro
    id: clm3x0acme000000000000001
    authentication:
      bypassLink: { state: present }
    members:
      alice@acme.com: { role: ORGANIZATION_OWNER }
      bob@acme.com: { role: ORGANIZATION_MEMBER }
      dave@acme.com: { state: absent }
    teams:
      data-eng: { description: Data engineering, members: [alice@acme.com, bob@acme.com] }
`;
