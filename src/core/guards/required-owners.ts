/** `requiredOwners`: each of these people remains an owner who can log in. */
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { ownerStanding, type OwnerStanding } from './owner-standing.js';
import { ownersIn } from './owners.js';

export const requiredOwners: Guard = { id: 'required-owners', judge };

interface Required {
  readonly person: string;
  readonly before: OwnerStanding;
  readonly after: OwnerStanding;
}

function judge(context: GuardContext): GuardVerdict | undefined {
  const { organization, provider } = context;
  const required = organization.guards.requiredOwners;
  if (required.length === 0) return undefined;
  if (!provider.hasOwners) {
    const detail = `An organization of type ${provider.type} has no owners.`;
    return { status: 'not_applicable', detail, witnesses: [] };
  }
  // Whom the plan makes no owner any more is no question of logins.
  const counted = ownersIn(context).lost.filter((person) => required.includes(person));
  const standings = required.map((person) => standingsOf(person, context));
  const proven = standings
    .filter(({ before, after }) => before.verdict === 'yes' && after.verdict === 'no')
    .map(({ person }) => person);
  const lost = [...new Set([...counted, ...proven])];
  if (lost.length > 0) {
    return {
      status: 'tripped',
      detail: `This plan takes it from ${lost.join(', ')} to own the organization and to be able to log in.`,
      witnesses: lost,
    };
  }
  const unsure = standings.flatMap(({ person, before, after }) => {
    const open = [after, before].find(({ verdict }) => verdict === 'unknown');
    return after.verdict !== 'yes' && open?.verdict === 'unknown' ? [`of ${person}: ${open.why}`] : [];
  });
  const owning = standings.filter(({ after }) => after.verdict === 'yes').map(({ person }) => person);
  if (unsure.length > 0) {
    const detail = `Whether they can log in as owners afterwards is not known, ${unsure.join('; ')}.`;
    return {
      status: 'unproven',
      detail,
      witnesses: owning,
      warns: 'Look at whether they can log in before you apply this.',
    };
  }
  const never = required.filter((person) => !owning.includes(person));
  if (never.length > 0) {
    const detail = `Warning: ${never.join(', ')} cannot log in as an owner, but this plan takes nothing away.`;
    return { status: 'passed', detail, witnesses: owning, warns: 'Make them owners who can log in.' };
  }
  return { status: 'passed', detail: 'They own the organization and can log in afterwards.', witnesses: owning };
}

function standingsOf(person: string, { access, idpGroups }: GuardContext): Required {
  const { sight } = access;
  if (sight === undefined) {
    const unknown = { verdict: 'unknown', why: access.why } as const;
    return { person, before: unknown, after: unknown };
  }
  const { rules, before, after } = sight;
  return {
    person,
    before: ownerStanding(rules, before, person, idpGroups),
    after: ownerStanding(rules, after, person, idpGroups),
  };
}
