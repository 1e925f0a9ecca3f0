/** What `orgwright sandbox` starts with unless told otherwise, and what `demo` repairs: two organizations that have drifted. */
export const demoWorld = `# Two small organizations as they are before anybody wrote them down.
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
        - { name: acme-okta-acme.com, domains: [acme.com], strategy: samlp, enabled: true }
atlas:
  organizations:
    - id: "5f0000000000000000000001"
      name: Acme Atlas
      projects: [{ name: payments }]
      users:
        - { email: alice@acme.com, roles: [ORG_OWNER] }
        - { email: bob@acme.com, roles: [ORG_OWNER] }
        - { email: dave@acme.com, roles: [ORG_OWNER] }
        - { email: break-glass@acme.dev, roles: [ORG_OWNER] }
  federations:
    - id: "5e0000000000000000000001"
      domains: [acme.com]
      identityProviders:
        - { name: acme-okta, protocol: SAML, status: ACTIVE, associatedDomains: [acme.com], certificateExpiresInDays: 21 }
      connectedOrganizations:
        - organization: "5f0000000000000000000001"
          identityProvider: acme-okta
          roleMappings:
            atlas-admins: { roles: [ORG_OWNER] }
`;
