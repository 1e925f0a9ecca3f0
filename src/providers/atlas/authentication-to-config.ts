/** An organization's place in its federation as the YAML says it. */
import { textList } from '../../core/diff.js';
import { domainPattern, sharedNames } from '../../core/importing.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';
import type { Live } from '../../core/resource.js';
import { providerByName, type AtlasFacts } from './facts.js';

export interface Conversions {
  /** `path` from `authentication` on. */
  readonly note: (path: readonly string[], text: string) => void;
  readonly projects: (path: readonly string[], attribute: Json | undefined) => JsonObject | undefined;
}

/** `keys` of the identity providers, by name. Empty where the organization is in no federation. */
export function authenticationConfig(
  live: Live<AtlasFacts>,
  keys: ReadonlyMap<string, string>,
  organizationRoles: ReadonlySet<string>,
  { note, projects }: Conversions,
): JsonObject {
  const mapping = live.resources.find(({ kind }) => kind === 'idp-mapping')?.attributes;
  if (mapping === undefined) return {};
  const login = textOf(mapping['identityProvider'], 'none');
  const defaultRoles = textList(mapping['defaultRoles']);
  const isAttached = login !== 'none';
  const roleMappings = isAttached ? mappingsOf(live, organizationRoles, { note, projects }) : {};
  if (isAttached && !keys.has(login)) note([], `The identity provider ${login} is not managed.`);
  if (!isAttached && defaultRoles.length > 0)
    note([], 'The default roles are for nobody without an identity provider.');
  return {
    ...(isAttached && keys.has(login) && { identityProvider: keys.get(login) ?? '' }),
    ...(!isAttached && { identityProvider: 'none' }),
    ...dataAccess(live, textList(mapping['dataAccessIdentityProviders']), keys, note),
    ...(typeof mapping['jit'] === 'string' && { jit: mapping['jit'] }),
    ...(isAttached && defaultRoles.every((role) => organizationRoles.has(role)) && { defaultRoles }),
    ...allowedDomains(mapping, note),
    ...(isAttached && { roleMappings }),
  };
}

function dataAccess(
  { facts }: Live<AtlasFacts>,
  names: readonly string[],
  keys: ReadonlyMap<string, string>,
  note: Conversions['note'],
): JsonObject {
  const providers = names.map((name) => providerByName(facts, name));
  const workforce = providers.filter((provider) => provider?.idpType === 'WORKFORCE');
  const isSayable =
    names.every((name) => keys.has(name)) &&
    providers.every((provider) => provider?.protocol === 'OIDC') &&
    workforce.length <= 1;
  if (isSayable) return { dataAccessIdentityProviders: names.flatMap((name) => keys.get(name) ?? []) };
  note([], `The identity providers for data access are not managed: ${names.join(', ')}.`);
  return {};
}

function allowedDomains(mapping: JsonObject, note: Conversions['note']): JsonObject {
  if (mapping['domainRestriction'] !== 'restricted') return { allowedDomains: 'any' };
  const domains = textList(mapping['allowedDomains']);
  if (domains.length > 0 && domains.every((domain) => domainPattern.test(domain))) return { allowedDomains: domains };
  note([], `Which domains may join is not managed: ${domains.join(', ') || 'none may'}.`);
  return {};
}

function mappingsOf(
  live: Live<AtlasFacts>,
  organizationRoles: ReadonlySet<string>,
  { note, projects }: Conversions,
): JsonObject {
  const mappings = live.resources.filter(({ kind }) => kind === 'role-mapping');
  const twins = sharedNames(mappings.map(({ name }) => name));
  return Object.fromEntries(
    mappings.flatMap(({ name, attributes }): [string, JsonObject][] => {
      const roles = textList(attributes['roles']);
      const isSayable =
        !twins.has(name) &&
        name.length <= 200 &&
        !['__proto__', 'constructor', 'prototype', '<<'].includes(name) &&
        roles.length > 0 &&
        roles.every((role) => organizationRoles.has(role));
      if (!isSayable) {
        note(
          ['roleMappings'],
          `Not listed: the mapping of "${name}" (${roles.join(', ') || 'roles in projects only'}).`,
        );
        return [];
      }
      const inProjects = projects(['roleMappings', name], attributes['projects']);
      return [[name, { roles, ...(inProjects !== undefined && { projects: inProjects }) }]];
    }),
  );
}
