/**
 * An Astro organization as the YAML says it. What the YAML cannot say, or what would make a plan do something, is left
 * out with a comment.
 */
import type { AstroOrganizationRole, AstroWorkspaceRole } from '../../config/generated/config.js';
import { objectOf, textList } from '../../core/diff.js';
import {
  domainPattern,
  emailPattern,
  sharedNames,
  whyNoKey,
  type ImportContext,
  type ImportedOrganization,
  type ImportNote,
} from '../../core/importing.js';
import { compareText, isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { Live, LiveResource } from '../../core/resource.js';
import type { AstroFacts } from './facts.js';
import { isOnlySso } from './needs.js';
import { ssoConfig } from './sso-to-config.js';

const organizationRoles: ReadonlySet<string> = new Set<AstroOrganizationRole>([
  'ORGANIZATION_OWNER',
  'ORGANIZATION_BILLING_ADMIN',
  'ORGANIZATION_MEMBER',
  'ORGANIZATION_OBSERVE_ADMIN',
  'ORGANIZATION_OBSERVE_MEMBER',
]);
const workspaceRoles: ReadonlySet<string> = new Set<AstroWorkspaceRole>([
  'WORKSPACE_OWNER',
  'WORKSPACE_OPERATOR',
  'WORKSPACE_AUTHOR',
  'WORKSPACE_MEMBER',
  'WORKSPACE_ACCESSOR',
]);
const loginMethods: ReadonlySet<string> = new Set(['password', 'google', 'github', 'sso']);

export function toConfig(live: Live<AstroFacts>, context: ImportContext): ImportedOrganization {
  return new Conversion(live, context).convert();
}

/** Gathers notes on the way. */
class Conversion {
  private readonly notes: ImportNote[] = [];
  private readonly identityProviders: Record<string, Json> = {};
  private readonly certificates: Record<string, string> = {};
  private readonly live: Live<AstroFacts>;
  private readonly context: ImportContext;

  constructor(live: Live<AstroFacts>, context: ImportContext) {
    this.live = live;
    this.context = context;
  }

  convert(): ImportedOrganization {
    const { facts } = this.live;
    const authentication = this.authentication();
    const config = {
      ...this.settings(),
      ...(Object.keys(authentication).length > 0 && { authentication }),
      members: this.members(),
      teams: this.teams(),
    };
    if (!facts.core.reads) {
      const isSilent = 'SSO connections, the bypass link and invitations could not be read';
      this.note([], `${isSilent}: ${facts.core.whyNot}.`);
    }
    this.note([], 'Not imported, since orgwright does not manage them: API tokens, custom roles, allowed IP ranges.');
    return {
      config,
      identityProviders: this.identityProviders,
      certificates: this.certificates,
      notes: this.notes,
    };
  }

  private note(path: readonly string[], text: string): void {
    this.notes.push({ path: ['organizations', this.context.organization, ...path], text });
  }

  private of(kind: string): readonly LiveResource[] {
    return this.live.resources
      .filter((resource) => resource.kind === kind)
      .toSorted((a, b) => compareText(a.name, b.name));
  }

  private settings(): JsonObject {
    const { name, billingEmail, scimEnabled } = this.of('settings')[0]?.attributes ?? {};
    const settings: JsonObject = {
      ...(typeof name === 'string' && [...name].length <= 50 && { name }),
      ...(emailPattern.test(textOf(billingEmail)) && { billingEmail: textOf(billingEmail) }),
    };
    return {
      ...(Object.keys(settings).length > 0 && { settings }),
      ...(typeof scimEnabled === 'boolean' && { scim: { enabled: scimEnabled } }),
    };
  }

  private authentication(): JsonObject {
    const domains = Object.fromEntries(this.of('domain').flatMap((domain) => this.domain(domain)));
    const listed = new Set(Object.keys(domains));
    for (const { name, attributes } of this.of('sso')) {
      if (listed.has(name)) continue;
      this.note(
        ['authentication', 'domains'],
        `Not listed: the SSO connection "${textOf(attributes['connection'])}" of ${name}.`,
      );
    }
    return {
      ...(this.of('bypass-link').length > 0 && { bypassLink: { state: 'present' } }),
      ...(Object.keys(domains).length > 0 && { domains }),
    };
  }

  private domain({ name, attributes }: LiveResource): readonly (readonly [string, JsonObject])[] {
    const path = ['authentication', 'domains', name];
    const methods = textList(attributes['allowedMethods']);
    const connection = this.of('sso').find((sso) => sso.name === name);
    const isVerified = attributes['status'] === 'VERIFIED';
    const isActive = connection?.attributes['active'] === true;
    const isLockedOut = isOnlySso(methods) && this.live.facts.core.reads && !isActive;
    if (isLockedOut && isVerified) {
      const why = 'it allows only SSO while no active connection serves it';
      this.note(path.slice(0, -1), `Not listed: ${name}, since ${why}; repair that first.`);
      return [];
    }
    if (!domainPattern.test(name)) {
      this.note(path.slice(0, -1), `Not listed: ${name}, which is no domain as the YAML writes them.`);
      return [];
    }
    if (!isVerified) this.note(path, `${textOf(attributes['status'])}: Astro waits for the DNS record.`);
    const isSayable = methods.length > 0 && methods.every((method) => loginMethods.has(method)) && !isLockedOut;
    if (!isSayable) this.note(path, `Its login methods are not managed: ${methods.join(', ') || 'it has none'}.`);
    return [[name, { ...(isSayable && { allowedMethods: methods }), ...this.sso(connection) }]];
  }

  private sso(connection: LiveResource | undefined): JsonObject {
    if (connection === undefined) return {};
    const path = ['authentication', 'domains', connection.name];
    const found = ssoConfig(connection, this.live.facts, organizationRoles, workspaceRoles);
    if (typeof found === 'string') {
      this.note(path, `Its SSO connection "${textOf(connection.attributes['connection'])}" is not managed: ${found}.`);
      return {};
    }
    const { preferred, astro, certificate, sso, notes } = found;
    for (const text of notes) this.note([...path, 'sso'], text);
    const { key, isNew } = this.context.claim(`astro/${connection.remoteId ?? connection.name}`, preferred);
    if (isNew) {
      this.identityProviders[key] = { astro };
      if (certificate !== undefined) this.certificates[key] = certificate;
    }
    return { sso: { identityProvider: key, ...sso } };
  }

  private members(): JsonObject {
    const twins = sharedNames(this.of('member').map(({ name }) => name));
    return Object.fromEntries(
      this.of('member').flatMap((member): [string, JsonObject][] => {
        const { name, attributes } = member;
        const status = textOf(attributes['status']);
        const left = whyLeftOut(status) ?? (twins.has(name) ? 'two members have this address' : undefined);
        if (left !== undefined || !emailPattern.test(name)) {
          this.note(['members'], `Not listed: ${name}, ${left ?? 'which is no e-mail address'}.`);
          return [];
        }
        if (status === 'PENDING') this.note(['members', name], 'Invited; has not accepted yet.');
        return [[name, this.access(['members', name], attributes, status === 'PENDING')]];
      }),
    );
  }

  private teams(): JsonObject {
    const twins = sharedNames(this.of('team').map(({ name }) => name));
    return Object.fromEntries(
      this.of('team').flatMap((team): [string, JsonObject][] => {
        const { name, attributes, native } = team;
        const left = twins.has(name) ? 'several teams have this name' : whyNoKey(name);
        if (left !== undefined) {
          this.note(['teams'], `Not listed: "${name}": ${left}.`);
          return [];
        }
        if (native['isIdpManaged'] === true)
          this.note(['teams', name], 'The identity provider owns who is in this team (SCIM).');
        const members = attributes['members'] === undefined ? undefined : this.teamMembers(name, attributes['members']);
        const description = textOf(attributes['description']);
        return [
          [
            name,
            {
              ...(description !== '' && { description }),
              ...this.access(['teams', name], attributes, false),
              ...(members !== undefined && { members }),
            },
          ],
        ];
      }),
    );
  }

  private teamMembers(team: string, members: Json): readonly string[] {
    const people = new Map(this.of('member').map(({ name, attributes }) => [name, textOf(attributes['status'])]));
    return textList(members).filter((person) => {
      const isListed = emailPattern.test(person) && people.get(person) !== 'INACTIVE' && people.has(person);
      if (!isListed) this.note(['teams', team, 'members'], `Not listed: ${person}, who is no member any more.`);
      return isListed;
    });
  }

  /** Roles are exact, so where one of them cannot be said none is. */
  private access(path: readonly string[], attributes: JsonObject, isInvited: boolean): JsonObject {
    const role = textOf(attributes['role']);
    const workspaces = Object.entries(objectOf(attributes['workspaces']));
    const unsayable = workspaces.flatMap(([name, grant]) => this.whyUnsayable(name, objectOf(grant)));
    if (!organizationRoles.has(role)) this.note(path, `The role is not managed: ${role} is unknown to the YAML.`);
    if (unsayable.length > 0) this.note(path, `The workspaces are not managed: ${unsayable.join('; ')}.`);
    return {
      ...(organizationRoles.has(role) && { role }),
      ...(unsayable.length === 0 &&
        workspaces.length > 0 &&
        !isInvited && {
          workspaces: Object.fromEntries(workspaces.map(([name, grant]) => [name, shortGrant(objectOf(grant))])),
        }),
    };
  }

  private whyUnsayable(name: string, grant: JsonObject): readonly string[] {
    const { workspaces, deployments } = this.live.facts;
    const role = textOf(grant['role']);
    if (workspaces?.idOf.has(name) !== true) return [`nothing tells the name of workspace ${name}`];
    const reason = whyNoKey(name);
    if (reason !== undefined) return [`of workspace "${name}" ${reason}`];
    if (!workspaceRoles.has(role)) return [`${role} on "${name}" is unknown to the YAML`];
    const inside = deployments?.inWorkspace.get(workspaces.idOf.get(name) ?? '');
    return Object.entries(objectOf(grant['deployments'])).flatMap(([deployment, inner]) => {
      const keys = ['dags', 'dagTags'].flatMap((key) => Object.keys(objectOf(objectOf(inner)[key])));
      const bad = [deployment, ...keys].find((key) => whyNoKey(key) !== undefined);
      if (bad !== undefined) return [`${whyNoKey(bad) ?? ''}: "${bad}" in "${name}"`];
      return inside?.idOf.has(deployment) === true ? [] : [`nothing tells the name of deployment ${deployment}`];
    });
  }
}

function whyLeftOut(status: string): string | undefined {
  switch (status) {
    case 'ACTIVE':
    case 'PENDING':
      return undefined;
    case 'EXPIRED':
      return 'whose invitation has expired (listing would invite again)';
    default:
      return `whose account is ${status} (only the Astro UI can change that)`;
  }
}

/** `Analytics: WORKSPACE_AUTHOR` where there is nothing more to say. */
function shortGrant(grant: JsonObject): Json {
  const deployments = Object.entries(objectOf(grant['deployments']));
  if (deployments.length === 0) return grant['role'] ?? '';
  return {
    role: grant['role'] ?? '',
    deployments: Object.fromEntries(
      deployments.map(([name, value]) => {
        const inner = isJsonObject(value) ? value : {};
        const dags = objectOf(inner['dags']);
        const tags = objectOf(inner['dagTags']);
        const role = inner['role'] ?? '';
        if (Object.keys(dags).length + Object.keys(tags).length === 0) return [name, role];
        return [name, { role, dags, dagTags: tags }];
      }),
    ),
  };
}
