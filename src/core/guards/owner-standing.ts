/**
 * Whether somebody is an owner to rely on: an active member with a role that owns the organization, who can log in by a
 * method that is not a way around the rules. Being written down as an owner is not enough.
 */
import { askAccess, type AccessAnswer, type AccessRules, type AccessView } from '../access.js';

export type OwnerStanding =
  | { readonly verdict: 'yes'; readonly method: string; readonly identityProvider: string | undefined }
  | { readonly verdict: 'no' }
  /** `why` is what is not known. */
  | { readonly verdict: 'unknown'; readonly why: string };

export function ownerStanding(
  rules: AccessRules,
  view: AccessView,
  person: string,
  idpGroups: readonly string[] | undefined,
): OwnerStanding {
  const perhaps: AccessAnswer[] = [];
  for (const { name: method, bypass } of rules.methods) {
    if (bypass === true) continue;
    const answer = askAccess(rules, view, { person, method, idpGroups });
    if (answer.allowed === 'no' || answer.path === 'invitation' || answer.path === 'jit') continue;
    const owns = answer.roles.some((role) => isOwning(role, rules));
    if (answer.allowed === 'yes' && owns) return { verdict: 'yes', method, identityProvider: answer.identityProvider };
    // Where it is not even known whether this is a member, nothing is known of the roles.
    const mayOwn = owns || answer.path === undefined || answer.possibleRoles.some((role) => isOwning(role, rules));
    if (mayOwn) perhaps.push(answer);
  }
  const [open] = perhaps;
  if (open === undefined) return { verdict: 'no' };
  return { verdict: 'unknown', why: open.reasons.map(({ text }) => text).join('; ') };
}

function isOwning({ place, role }: AccessAnswer['roles'][number], { ownerRoles = [] }: AccessRules): boolean {
  return place === '' && ownerRoles.includes(role);
}
