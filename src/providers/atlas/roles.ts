/** Atlas's organization roles, and what a change of a set of roles means. */
export const ownerRole = 'ORG_OWNER';
/** The least that an invitation can be for. */
export const memberRole = 'ORG_MEMBER';

/** With these one lets others in, or manages what the organization pays for. */
export const privilegedRoles: ReadonlySet<string> = new Set([
  ownerRole,
  'ORG_BILLING_ADMIN',
  'ORG_GROUP_CREATOR',
  'ORG_STREAM_PROCESSING_ADMIN',
  'GROUP_OWNER',
  'GROUP_DATA_ACCESS_ADMIN',
]);

/** Roles that contain all others of their kind. */
const allPowerful: ReadonlySet<string> = new Set([ownerRole, 'GROUP_OWNER']);

export interface AccessEffect {
  readonly gains: boolean;
  readonly loses: boolean;
}

/** Who owns everything gains nothing by a further role and loses nothing without it. */
export function roleEffect(before: readonly string[], after: readonly string[]): AccessEffect {
  const isOwner = (roles: readonly string[]): boolean => roles.some((role) => allPowerful.has(role));
  return {
    gains: !isOwner(before) && after.some((role) => !before.includes(role)),
    loses: !isOwner(after) && before.some((role) => !after.includes(role)),
  };
}

export function bothEffects(one: AccessEffect, other: AccessEffect): AccessEffect {
  return { gains: one.gains || other.gains, loses: one.loses || other.loses };
}

/** Of project roles by project. */
export function projectsEffect(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): AccessEffect {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((project) => roleEffect(rolesIn(before, project), rolesIn(after, project)))
    .reduce(bothEffects, { gains: false, loses: false });
}

/** A project may have any name, also one that every object has a property of. */
function rolesIn(projects: Readonly<Record<string, readonly string[]>>, project: string): readonly string[] {
  return Object.hasOwn(projects, project) ? (projects[project] ?? []) : [];
}
