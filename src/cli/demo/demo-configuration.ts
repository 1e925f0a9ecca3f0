/** How the owners of the demo's two organizations want them to be. */
export const demoConfiguration = `# Who may get into Acme's organizations. Change something and run \`orgwright plan\` again.
orgwright: 1

providers:
  astro:
    type: astro
    token: { env: ASTRO_API_TOKEN } # secrets only by reference
    privateApi: allow # deny turns what only the private API can do into manual steps
  atlas:
    type: atlas
    clientId: { env: ATLAS_CLIENT_ID }
    clientSecret: { env: ATLAS_CLIENT_SECRET }

people:
  dave@acme.com: { state: absent } # has left: out of every organization below

lists:
  data-eng: [bob@acme.com, erin@acme.com]

organizations:
  acme-data:
    type: astro
    id: clm3x0acme000000000000001
    authentication:
      domains:
        acme.com:
          allowedMethods: [sso] # no more passwords
    members:
      alice@acme.com: { role: ORGANIZATION_OWNER }
      bob@acme.com: { role: ORGANIZATION_OWNER }
      carol@acme.com: { role: ORGANIZATION_MEMBER } # will be invited
    memberLists:
      data-eng: {}
    teams:
      data-eng:
        description: Data engineering
        role: ORGANIZATION_MEMBER
        workspaces: { Analytics: WORKSPACE_OPERATOR }
        members: [{ list: data-eng }]
        previously: [data-engineering] # a rename, not a removal and a new team
    guards:
      minOwners: 2 # who can log in afterwards, by a method that is then allowed

  acme-atlas:
    type: atlas
    id: "5f0000000000000000000001"
    authentication:
      identityProvider: acme-okta
      roleMappings: # keyed by the identity provider's group
        atlas-admins: { roles: [ORG_OWNER] }
        payments-dev: { roles: [ORG_MEMBER], projects: { payments: [GROUP_DATA_ACCESS_READ_WRITE] } }
    members:
      alice@acme.com: { roles: [ORG_OWNER] }
      bob@acme.com: { roles: [ORG_OWNER] }
      break-glass@acme.dev: { roles: [ORG_OWNER] } # gets in when the identity provider is down

identityProviders:
  acme-okta:
    atlas: { anchor: acme-atlas } # the organization through which it is administered
`;
