/**
 * An Atlas organization as the YAML says it. What the YAML cannot say, or what would make a plan do something, is left
 * out with a comment.
 */
import type { AtlasOrganizationRole } from '../../config/generated/config.js';
import { objectOf, textList } from '../../core/diff.js';
import {
  emailPattern,
  sharedNames,
  whyNoKey,
  type ImportContext,
  type ImportedOrganization,
  type ImportNote,
} from '../../core/importing.js';
import { compareText, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { Live, LiveResource } from '../../core/resource.js';
import { authenticationConfig } from './authentication-to-config.js';
import type { AtlasFacts } from './facts.js';
import { identityProviderConfig } from './identity-provider-to-config.js';
import { settingFields } from './kinds.js';
import { isForgotten } from './membership.js';

const organizationRoles: ReadonlySet<string> = new Set<AtlasOrganizationRole>([
  'ORG_OWNER',
  'ORG_MEMBER',
  'ORG_GROUP_CREATOR',
  'ORG_BILLING_ADMIN',
  'ORG_BILLING_READ_ONLY',
  'ORG_STREAM_PROCESSING_ADMIN',
  'ORG_READ_ONLY',
]);

export function toConfig(live: Live<AtlasFacts>, context: ImportContext): ImportedOrganization {
  return new Conversion(live, context).convert();
}

/** Gathers notes on the way. */
class Conversion {
  private readonly notes: ImportNote[] = [];
  private readonly live: Live<AtlasFacts>;
  private readonly context: ImportContext;

  constructor(live: Live<AtlasFacts>, context: ImportContext) {
    this.live = live;
    this.context = context;
  }

  convert(): ImportedOrganization {
    const { keys, identityProviders } = this.identityProviders();
    const authentication = authenticationConfig(this.live, keys, organizationRoles, {
      note: (path, text) => this.note(['authentication', ...path], text),
      projects: (path, projects) => this.projects(['authentication', ...path], projects),
    });
    const settings = this.settings();
    const config = {
      ...(Object.keys(settings).length > 0 && { settings }),
      ...(Object.keys(authentication).length > 0 && { authentication }),
      members: this.members(),
      teams: this.teams(),
    };
    if (!this.live.facts.federationRead)
      this.note([], 'Not imported, since the credential may not read it: authentication (the federation).');
    this.note([], 'Not imported, since orgwright does not manage them: API keys, service accounts, project settings.');
    const inProjects = [...this.live.facts.users.values()].filter(({ groupRoleAssignments }) => {
      return groupRoleAssignments.length > 0;
    });
    if (inProjects.length > 0) {
      this.note(
        ['members'],
        `Roles in projects that people hold themselves are not managed; ${inProjects.length} hold some: ${inProjects
          .map(({ email }) => email)
          .sort(compareText)
          .slice(0, 10)
          .join(', ')}${inProjects.length > 10 ? ', ...' : ''}.`,
      );
    }
    return { config, identityProviders, certificates: {}, notes: this.notes };
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
    const attributes = this.of('settings')[0]?.attributes ?? {};
    if (!settingFields.some((field) => attributes[field] !== undefined))
      this.note(['settings'], 'Not imported, since the credential may not read them: the settings but the name.');
    const fits: Readonly<Record<string, (value: Json) => boolean>> = {
      name: (value) => /^[\p{L}\p{N} \-_.(),:&@+']{1,64}$/u.test(textOf(value)),
      securityContact: (value) => value === 'none' || emailPattern.test(textOf(value)),
      maxServiceAccountSecretValidityInHours: (value) => typeof value === 'number' && value >= 8 && value <= 8760,
    };
    return Object.fromEntries(
      ['name', ...settingFields].flatMap((field): readonly [string, Json][] => {
        const value = attributes[field];
        const isFit = fits[field] ?? ((found: Json): boolean => typeof found === 'boolean');
        return value !== undefined && isFit(value) ? [[field, value]] : [];
      }),
    );
  }

  /** Keys by the name that live resources use; those that cannot be described have none. */
  private identityProviders(): { readonly keys: ReadonlyMap<string, string>; readonly identityProviders: JsonObject } {
    const keys = new Map<string, string>();
    const described: Record<string, Json> = {};
    const { federation } = this.live.facts;
    if (federation?.organizations.size === undefined) return { keys, identityProviders: described };
    const connected = this.of('idp-mapping').length > 0;
    for (const provider of connected ? federation.identityProviders : []) {
      const { name, displayName } = provider;
      if (name !== displayName) {
        this.note(['authentication'], `Not described: the identity provider ${name}, whose name is not its own.`);
        continue;
      }
      const preferred = whyNoKey(displayName) === undefined ? displayName : provider.id;
      const { key, isNew } = this.context.claim(`atlas/${provider.id}`, preferred);
      const config = identityProviderConfig(provider, key, this.context.organization);
      if (config === undefined) {
        this.note(['authentication'], `Not described: the identity provider ${name}, whose name is too long.`);
        continue;
      }
      keys.set(name, key);
      if (!isNew) continue;
      described[key] = config;
      if (provider.certificates.length > 0) {
        const until = provider.certificates.map(({ notAfter }) => notAfter.slice(0, 10)).sort(compareText);
        const text = `Atlas does not show its certificates (valid until ${until.join(', ')}); add their files under certificates.`;
        this.notes.push({ path: ['identityProviders', key], text });
      }
    }
    return { keys, identityProviders: described };
  }

  private members(): JsonObject {
    return Object.fromEntries(
      this.of('member').flatMap((member): [string, JsonObject][] => {
        const { name, attributes } = member;
        if (isForgotten(member) || !emailPattern.test(name)) {
          const why = isForgotten(member)
            ? 'whose invitation has expired or was declined (listing would invite again)'
            : 'which is no e-mail address';
          this.note(['members'], `Not listed: ${name}, ${why}.`);
          return [];
        }
        if (attributes['status'] === 'PENDING') this.note(['members', name], 'Invited; has not accepted yet.');
        const roles = textList(attributes['roles']);
        const isSayable = roles.length > 0 && roles.every((role) => organizationRoles.has(role));
        if (!isSayable)
          this.note(['members', name], `The roles are not managed: ${roles.join(', ') || 'there are none'}.`);
        return [[name, isSayable ? { roles } : {}]];
      }),
    );
  }

  private teams(): JsonObject {
    const twins = sharedNames(this.of('team').map(({ name }) => name));
    return Object.fromEntries(
      this.of('team').flatMap(({ name, attributes }): [string, JsonObject][] => {
        const left = twins.has(name) ? 'several teams have this name' : whyNoKey(name);
        if (left !== undefined) {
          this.note(['teams'], `Not listed: "${name}": ${left}.`);
          return [];
        }
        const members = this.teamMembers(name, textList(attributes['members']));
        const projects = this.projects(['teams', name], attributes['projects']);
        return [
          [
            name,
            {
              // Atlas has no empty teams: without anybody there is nothing to list.
              ...(members.length > 0 && { members }),
              ...(projects !== undefined && { projects }),
            },
          ],
        ];
      }),
    );
  }

  private teamMembers(team: string, members: readonly string[]): readonly string[] {
    const forgotten = new Set(
      this.of('member')
        .filter(isForgotten)
        .map(({ name }) => name),
    );
    return members.filter((person) => {
      const isListed = emailPattern.test(person) && !forgotten.has(person);
      if (!isListed) this.note(['teams', team], `Not listed: ${person}, who is no member.`);
      return isListed;
    });
  }

  /** Undefined where there are none, or where they cannot all be said: they are exact. */
  private projects(path: readonly string[], attribute: Json | undefined): JsonObject | undefined {
    const entries = Object.entries(objectOf(attribute));
    if (entries.length === 0) return undefined;
    const unsayable = entries.flatMap(([name, roles]) => {
      if (this.live.facts.projects?.idOf.has(name) !== true) return [`nothing tells the name of project ${name}`];
      const reason = whyNoKey(name);
      if (reason !== undefined) return [`of project "${name}" ${reason}`];
      const list = textList(roles);
      const isSayable = list.length > 0 && list.every((role) => /^GROUP_[A-Z0-9_]+$/.test(role));
      return isSayable ? [] : [`the roles in "${name}" (${list.join(', ')}) are unknown to the YAML`];
    });
    if (unsayable.length === 0) return Object.fromEntries(entries);
    this.note(path, `The projects are not managed: ${unsayable.join('; ')}.`);
    return undefined;
  }
}
