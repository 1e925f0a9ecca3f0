/** How the owners of the demo's organization want it to be. */
export const demoConfiguration = `# Who may get into Acme's Astro organization. Change something and run \`orgwright plan\` again.
orgwright: 1

providers:
  astro:
    type: astro
    token: { env: ASTRO_API_TOKEN } # secrets only by reference
    privateApi: allow # deny turns what only the private API can do into manual steps

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
      dave@acme.com: { state: absent } # has left
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
  minOwners: 2
`;
