// An organization of any size: as a sandbox world, and as the YAML that manages it, in two versions that differ in 1 %.

const id = 'clbench000000000000000001';
const domain = 'example.com';
const workspaceCount = 20;
const teamSize = 20;
const memberRoles = ['WORKSPACE_MEMBER', 'WORKSPACE_AUTHOR', 'WORKSPACE_OPERATOR'];

/** One team for 20 people, each with 20 members; everybody has a role in one workspace. */
export function organizationOf(size) {
  const people = Array.from({ length: size }, (_, index) => ({
    email: `${given[index % given.length]}.${family[(index * 7) % family.length]}.${index}@${domain}`,
    role: index < 3 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER',
    workspace: workspaceName(index % workspaceCount),
    workspaceRole: memberRoles[index % memberRoles.length],
  }));
  const teams = Array.from({ length: size / teamSize }, (_, index) => ({
    name: `team-${String(index).padStart(3, '0')}`,
    description: `Everybody who works on subject ${index}`,
    workspace: workspaceName(index % workspaceCount),
    workspaceRole: memberRoles[(index + 1) % memberRoles.length],
    members: Array.from({ length: teamSize }, (_, place) => people[(index * teamSize + place * 37) % size].email),
  }));
  return { people, teams };
}

/** The same with another role for 1 % of the people, and one person fewer in 1 % of the teams (at least one of each). */
export function changed({ people, teams }) {
  const every = (index) => index % 100 === 50;
  return {
    people: people.map((person, index) => (every(index) ? { ...person, workspaceRole: 'WORKSPACE_OWNER' } : person)),
    teams: teams.map((team, index) => (index % 100 === 3 ? { ...team, members: team.members.slice(0, -1) } : team)),
  };
}

/** How many requests it takes to make one version of the other. */
export function writesBetween({ people, teams }) {
  return people.length / 100 + Math.ceil(teams.length / 100);
}

export function worldOf({ people, teams }) {
  return JSON.stringify({
    astro: {
      organizations: [
        {
          id,
          name: 'Bench',
          billingEmail: 'billing@example.com',
          plan: 'ENTERPRISE',
          domains: [{ name: domain, enforcedLogins: ['password', 'google', 'github'] }],
          workspaces: Array.from({ length: workspaceCount }, (_, index) => ({ name: workspaceName(index) })),
          users: people.map(({ email, role, workspace, workspaceRole }) => ({
            email,
            role,
            workspaces: { [workspace]: workspaceRole },
          })),
          teams: teams.map(({ name, description, workspace, workspaceRole, members }) => ({
            name,
            description,
            role: 'ORGANIZATION_MEMBER',
            workspaces: { [workspace]: workspaceRole },
            members,
          })),
        },
      ],
    },
  });
}

/** With `allowedMethods`, a change of the domain that everybody is of. */
export function yamlOf({ people, teams }, allowedMethods) {
  const authentication =
    allowedMethods === undefined
      ? ''
      : `    authentication: { domains: { ${domain}: { allowedMethods: [${allowedMethods.join(', ')}] } } }\n`;
  return `orgwright: 1
providers:
  astro: { type: astro, token: { env: ASTRO_API_TOKEN }, privateApi: allow }
organizations:
  bench:
    type: astro
    id: ${id}
    unlisted: { members: remove, teams: remove, teamMembers: remove }
${authentication}    members:
${people.map(memberLine).join('')}    teams:
${teams.map(teamLines).join('')}`;
}

function memberLine({ email, role, workspace, workspaceRole }) {
  return `      ${email}: { role: ${role}, workspaces: { ${workspace}: ${workspaceRole} } }\n`;
}

function teamLines({ name, description, workspace, workspaceRole, members }) {
  return `      ${name}:
        description: ${description}
        role: ORGANIZATION_MEMBER
        workspaces: { ${workspace}: ${workspaceRole} }
        members:
${members.map((email) => `          - ${email}\n`).join('')}`;
}

function workspaceName(index) {
  return `Workspace ${String(index + 1).padStart(2, '0')}`;
}

const given = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy', 'mallory', 'niaj'];
const family = [
  'anderson',
  'brown',
  'costa',
  'dubois',
  'eriksen',
  'fischer',
  'garcia',
  'hansen',
  'ito',
  'jones',
  'kim',
];
