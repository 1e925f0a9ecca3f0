// A federation of MongoDB Atlas: organizations with 20 role mappings each, two identity providers, members.
const groups = Array.from({ length: 20 }, (_, index) => `group-${String(index).padStart(2, '0')}`);
const idOf = (index) => `5f00000000000000000001${String(index).padStart(2, '0')}`;
const nameOf = (index) => `org-${String(index).padStart(2, '0')}`;
const emailOf = (index) => `person${String(index).padStart(2, '0')}@acme.com`;
const people = Array.from({ length: 20 }, (_, index) => emailOf(index));

export function federationWorld(organizations) {
  const ids = Array.from({ length: organizations }, (_, index) => idOf(index));
  return JSON.stringify({
    atlas: {
      organizations: ids.map((id, index) => ({
        id,
        name: nameOf(index),
        users: people.map((email, at) => ({ email, roles: [at === 0 ? 'ORG_OWNER' : 'ORG_MEMBER'] })),
        projects: [{ name: 'main' }],
      })),
      federations: [
        {
          id: '5e0000000000000000000001',
          domains: ['acme.com', 'acme.io'],
          identityProviders: [
            { name: 'acme-okta', protocol: 'SAML', status: 'ACTIVE', associatedDomains: ['acme.com'] },
            { name: 'acme-entra', protocol: 'SAML', status: 'ACTIVE', associatedDomains: ['acme.io'] },
          ],
          connectedOrganizations: ids.map((organization) => ({
            organization,
            identityProvider: 'acme-okta',
            roleMappings: Object.fromEntries(groups.map((group) => [group, { roles: ['ORG_MEMBER'] }])),
          })),
        },
      ],
    },
  });
}

/** `changes`: in each organization one mapping differs from the world. `members`: people are managed, too. */
export function federationYaml(organizations, { changes, members }) {
  const lines = [
    'orgwright: 1',
    'providers:',
    '  atlas: { type: atlas, clientId: { env: ATLAS_CLIENT_ID }, clientSecret: { env: ATLAS_CLIENT_SECRET } }',
    'identityProviders:',
    `  acme-okta: { atlas: { anchor: ${nameOf(0)} } }`,
    'organizations:',
  ];
  for (let index = 0; index < organizations; index += 1) {
    lines.push(`  ${nameOf(index)}:`, '    type: atlas', `    id: "${idOf(index)}"`);
    lines.push('    authentication:', '      identityProvider: acme-okta', '      roleMappings:');
    for (const [at, group] of groups.entries()) {
      lines.push(`        ${group}: { roles: [${changes && at === 3 ? 'ORG_READ_ONLY' : 'ORG_MEMBER'}] }`);
    }
    if (members) lines.push('    members:', ...people.map((email) => `      ${email}: {}`));
  }
  return `${lines.join('\n')}\n`;
}
