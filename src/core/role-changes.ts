/** Which roles somebody gains and loses between two sets of answers. */
import { roleText, type AccessAnswer, type AccessRole, type AccessRules } from './access.js';

export interface RoleChange {
  readonly gains: boolean;
  /** Depends on what is not known. */
  readonly possible: boolean;
  readonly roles: readonly AccessRole[];
}

export interface HeldRoles {
  /** By `roleText`. */
  readonly certain: ReadonlyMap<string, AccessRole>;
  readonly possible: ReadonlyMap<string, AccessRole>;
  /** There may be others that nobody can list: those of a membership that could not be read. */
  readonly open: boolean;
}

/** By whichever method. */
export function rolesOf(answers: readonly AccessAnswer[]): HeldRoles {
  const certain = new Map<string, AccessRole>();
  const possible = new Map<string, AccessRole>();
  let open = false;
  for (const { allowed, roles, possibleRoles } of answers) {
    if (allowed === 'no') continue;
    if (allowed === 'unknown' && roles.length + possibleRoles.length === 0) open = true;
    for (const role of roles) (allowed === 'yes' ? certain : possible).set(roleText(role), role);
    for (const role of possibleRoles) possible.set(roleText(role), role);
  }
  return { certain, possible, open };
}

/** By itself, or by another one in the same place that holds it. */
export function isHeld(
  role: AccessRole,
  held: ReadonlyMap<string, AccessRole>,
  { holds = () => false }: Pick<AccessRules, 'holds'>,
): boolean {
  return (
    held.has(roleText(role)) ||
    [...held.values()].some((other) => other.place === role.place && holds(other.role, role.role))
  );
}

/** A role that another one in the same place holds is neither gained nor lost beside that one. */
export function roleChanges(
  { before, after }: { readonly before: readonly AccessAnswer[]; readonly after: readonly AccessAnswer[] },
  rules: Pick<AccessRules, 'holds'>,
): readonly RoleChange[] {
  const [was, willBe] = [rolesOf(before), rolesOf(after)];
  return ([true, false] as const).flatMap((gains) => {
    const [from, to] = gains ? [was, willBe] : [willBe, was];
    const has = (held: ReadonlyMap<string, AccessRole>, role: AccessRole): boolean => isHeld(role, held, rules);
    const missing = (role: AccessRole): boolean => !has(from.certain, role);
    const isSure = (role: AccessRole): boolean => !from.open && !has(from.possible, role);
    const certain = [...to.certain.values()].filter(missing);
    const surely = certain.filter(isSure);
    const perhaps = [
      ...certain.filter((role) => !isSure(role)),
      ...[...to.possible.values()].filter(
        (role) => missing(role) && !mayComeAlike(from.possible, role) && !has(to.certain, role),
      ),
    ];
    return [
      { gains, possible: false, roles: surely },
      { gains, possible: true, roles: perhaps },
    ].filter(({ roles }) => roles.length > 0);
  });
}

/**
 * By all the same ways: who is in one group is not in another one, so neither a greater role that another way may give
 * makes up for this one, nor the same role by another way.
 */
function mayComeAlike(held: ReadonlyMap<string, AccessRole>, role: AccessRole): boolean {
  const ways = new Set(held.get(roleText(role))?.sources.map(({ path }) => path));
  return ways.size > 0 && role.sources.every(({ path }) => ways.has(path));
}
