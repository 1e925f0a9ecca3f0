/**
 * What somebody may do in an Atlas organization after a login (product documentation):
 *
 * | the organization's role mappings         | roles                                                             |
 * | ---------------------------------------- | ----------------------------------------------------------------- |
 * | some match the person's groups           | those of all that match, instead of what was there                |
 * | none match, or there are none            | the default roles: for a newcomer, and where no role would be left |
 * | there are none, and the person has roles | as they were                                                      |
 *
 * Teams give project roles in any case.
 */
import type { AccessAssumption, AccessReason, AccessRole, StateResource, Verdict } from '../../core/access.js';
import { effectiveRoles, type RoleGrant } from '../../core/access-roles.js';
import { objectOf, textList } from '../../core/diff.js';
import { isJsonObject, type Json } from '../../core/json.js';
import { atlasAssumptions } from './access-assumptions.js';
import type { AtlasFacts } from './facts.js';
import { ownerRole } from './roles.js';

export interface LoginRoles {
  readonly verdict: Verdict;
  readonly roles: readonly AccessRole[];
  readonly possibleRoles: readonly AccessRole[];
  /** Why not, or why it is not known. */
  readonly reasons: readonly AccessReason[];
  readonly assumptions: readonly AccessAssumption[];
}

export interface RoleRules {
  readonly mappings: readonly StateResource[];
  /** The organization's place in the federation, which has the default roles. */
  readonly place: StateResource;
}

export function ownGrants(member: StateResource, facts: AtlasFacts, path: string): readonly RoleGrant[] {
  const { address, attributes, native } = member;
  // A new invitation is for organization roles only.
  const told = isInvitedByPlan(member) ? [] : native['groupRoleAssignments'];
  const projects: readonly Json[] = Array.isArray(told) ? told : [];
  return [
    ...textList(attributes['roles']).map((role) => ({ place: '', role, path, address })),
    ...projects.flatMap((assignment) => {
      const { groupId, groupRoles } = objectOf(assignment);
      const id = typeof groupId === 'string' ? groupId : '';
      const place = facts.projects?.nameOf.get(id) ?? id;
      return textList(groupRoles).map((role) => ({ place, role, path, address }));
    }),
  ];
}

export function isInvitedByPlan({ change }: Pick<StateResource, 'change'>): boolean {
  if (change?.action === 'create') return true;
  return change?.action === 'update' && change.edits.some(({ path }) => path[0] === 'status');
}

export function teamGrants(teams: readonly StateResource[]): readonly RoleGrant[] {
  return teams.flatMap((team) => projectGrants(team, `team ${team.name}`));
}

function projectGrants({ attributes, address }: StateResource, path: string): readonly RoleGrant[] {
  return Object.entries(objectOf(attributes['projects'])).flatMap(([place, entry]) =>
    textList(isJsonObject(entry) ? entry['roles'] : entry).map((role) => ({ place, role, path, address })),
  );
}

function mappingGrants(mapping: StateResource, path = `group mapping ${mapping.name}`): readonly RoleGrant[] {
  const { attributes, address } = mapping;
  return [
    ...textList(attributes['roles']).map((role) => ({ place: '', role, path, address })),
    ...projectGrants(mapping, path),
  ];
}

function defaultGrants({ attributes, address }: StateResource, path = 'default role'): readonly RoleGrant[] {
  return textList(attributes['defaultRoles']).map((role) => ({ place: '', role, path, address }));
}

export function allowedWith(grants: readonly RoleGrant[]): LoginRoles {
  return { verdict: 'yes', roles: rolesOf(grants), possibleRoles: [], reasons: [], assumptions: [] };
}

export interface MappedLogin {
  readonly rules: RoleRules;
  readonly groups: readonly string[] | undefined;
  /** What the membership has; empty for a newcomer. */
  readonly own: readonly RoleGrant[];
  readonly teams: readonly RoleGrant[];
  /** Taking the last owner away fails, so that role stays. */
  readonly isLastOwner: boolean;
}

export function mappedLogin(login: MappedLogin): LoginRoles {
  const { rules, groups, own, teams } = login;
  if (own.length > 0 && rules.mappings.length === 0) return allowedWith([...own, ...teams]);
  if (groups === undefined && rules.mappings.length > 0) return groupsUnknown(login);
  const matching = rules.mappings.filter(({ name }) => groups?.includes(name) === true);
  const given = matching.flatMap((mapping) => mappingGrants(mapping));
  const now = hasOrganizationRole(given) ? given : defaultGrants(rules.place);
  const assumptions = own.length > 0 && isOtherwise(login, given, now) ? [atlasAssumptions.manualRoles] : [];
  if (now.length === 0) {
    const text =
      rules.mappings.length === 0 ? 'there is no default role' : 'no role mapping and no default role gives a role';
    return { ...refusal, reasons: [{ text, address: rules.place.address }], assumptions };
  }
  return { ...allowedWith([...stays(login, now), ...now, ...teams]), assumptions };
}

const refusal: LoginRoles = { verdict: 'no', roles: [], possibleRoles: [], reasons: [], assumptions: [] };

/** Whether it would come out otherwise if what was given by hand stayed. */
function isOtherwise(login: MappedLogin, given: readonly RoleGrant[], now: readonly RoleGrant[]): boolean {
  const mapped = new Set(login.rules.mappings.flatMap((mapping) => mappingGrants(mapping)).map(placed));
  const kept = [...login.own.filter((grant) => !mapped.has(placed(grant))), ...given];
  const otherwise = hasOrganizationRole(kept) ? kept : now;
  const texts = (grants: readonly RoleGrant[]): string => [...new Set(grants.map(placed))].sort().join('\n');
  return texts(otherwise) !== texts([...(now.length === 0 ? [] : stays(login, now)), ...now]);
}

function stays({ isLastOwner, own }: MappedLogin, now: readonly RoleGrant[]): readonly RoleGrant[] {
  if (!isLastOwner || now.some(isOwner)) return [];
  return own
    .filter(isOwner)
    .map((grant) => ({ ...grant, path: 'direct, because an organization keeps its last owner' }));
}

function groupsUnknown(login: MappedLogin): LoginRoles {
  const { rules, teams, own } = login;
  const mapped = rules.mappings.flatMap((mapping) =>
    mappingGrants(mapping, `group mapping ${mapping.name}, in that group`),
  );
  const defaults = defaultGrants(rules.place, 'default role, in no mapped group');
  const kept = rolesOf([...(login.isLastOwner ? stays(login, []) : []), ...teams]);
  const text = 'which roles the person gets depends on groups at the identity provider that are not known';
  return {
    // In whichever groups: there is always a default.
    verdict: defaults.length > 0 ? 'yes' : 'unknown',
    roles: kept,
    possibleRoles: rolesOf([...mapped, ...defaults]),
    reasons: [{ text, address: rules.place.address }],
    assumptions: own.length > 0 ? [atlasAssumptions.manualRoles] : [],
  };
}

const isOwner = ({ place, role }: RoleGrant): boolean => place === '' && role === ownerRole;
const hasOrganizationRole = (grants: readonly RoleGrant[]): boolean => grants.some(({ place }) => place === '');
const placed = ({ place, role }: RoleGrant): string => `${place} ${role}`;

function rolesOf(grants: readonly RoleGrant[]): readonly AccessRole[] {
  return effectiveRoles(grants, () => []);
}
