/** `denyWeakerLogin`: nobody's way in gets weaker. What is weaker is the vendor's to say. */
import type { Guard, GuardContext, GuardVerdict } from './guard.js';

export const denyWeakerLogin: Guard = { id: 'deny-weaker-login', judge };

function judge({ organization, live, changes, provider }: GuardContext): GuardVerdict | undefined {
  if (!organization.guards.denyWeakerLogin) return undefined;
  if (provider.weakerLogins === undefined) {
    const detail = `How people log in to an organization of type ${provider.type} is decided elsewhere.`;
    return { status: 'not_applicable', detail, witnesses: [] };
  }
  const facts = provider.weakerLogins(changes, live);
  if (facts.length === 0) return { status: 'passed', detail: 'No way to log in gets weaker.', witnesses: [] };
  return {
    status: 'tripped',
    detail: `Logins get weaker: ${facts.join('; ')}.`,
    witnesses: facts,
  };
}
