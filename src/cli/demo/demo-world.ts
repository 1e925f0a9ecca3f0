/** What `orgwright sandbox` starts with unless told otherwise, and what `demo` repairs: an organization that has drifted. */
export const demoWorld = `# A small organization as it is before anybody wrote it down.
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      billingEmail: billing@acme.com
      plan: ENTERPRISE
      workspaces:
        - { name: Analytics, deployments: [{ name: etl }] }
      users:
        - { email: alice@acme.com, name: Alice Ng, role: ORGANIZATION_OWNER }
        - { email: bob@acme.com, name: Bob Stone, role: ORGANIZATION_MEMBER }
        - { email: dave@acme.com, name: Dave Lim, role: ORGANIZATION_OWNER }
        - { email: erin@acme.com, name: Erin Vale, role: ORGANIZATION_MEMBER }
        - { email: zoe@acme.com, name: Zoe Rem, role: ORGANIZATION_MEMBER }
      teams:
        - name: data-engineering
          role: ORGANIZATION_MEMBER
          members: [bob@acme.com, dave@acme.com]
      domains:
        - { name: acme.com, status: VERIFIED, enforcedLogins: [password, google, github, sso] }
      ssoConnections:
        - { name: acme-okta-acme.com, domains: [acme.com], strategy: samlp, enabled: true, jit: { role: ORGANIZATION_MEMBER } }
`;
