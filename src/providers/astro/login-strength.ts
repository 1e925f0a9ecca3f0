/**
 * What makes logins weaker. A domain is as weak as the weakest method that it allows, so it may lose methods, and change
 * them for others that are as strong; a domain that is not managed allows all.
 */
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { Live } from '../../core/resource.js';

const strengths: ReadonlyMap<string, number> = new Map([
  ['password', 0],
  ['google', 1],
  ['github', 1],
  ['sso', 2],
]);
const anyMethod = [...strengths.keys()];

export function weakerLogins(changes: readonly Change[], live: Live): readonly string[] {
  return changes.flatMap((change) => {
    const what = weaker(change, live);
    return what === undefined ? [] : [`${change.address}: ${what}`];
  });
}

function weaker(change: Change, live: Live): string | undefined {
  switch (change.kind) {
    case 'domain':
      return weakerMethods(change);
    case 'sso':
      return lessSso(change, live);
    case 'bypass-link':
      return change.action === 'create' ? 'a link past SSO' : undefined;
    default:
      return undefined;
  }
}

function weakerMethods(change: Change): string | undefined {
  if (change.action === 'create') return undefined;
  const before = textList(change.before['allowedMethods']);
  const after = change.action === 'delete' ? anyMethod : textList(change.after['allowedMethods']);
  const weakest = Math.min(...before.map(strengthOf));
  const gained = after.filter((method) => strengthOf(method) < weakest);
  return gained.length === 0 ? undefined : `${gained.join(', ')} beside or instead of ${before.join(', ')}`;
}

/** Where the domain does not allow SSO nobody logs in by it. */
function lessSso(change: Change, live: Live): string | undefined {
  if (change.action === 'create' || change.before['active'] !== true || !allowsSso(change.name, live)) return undefined;
  if (change.action === 'delete') return 'no SSO any more';
  return change.after['active'] === true ? undefined : 'SSO is no longer active';
}

function allowsSso(domain: string, { resources }: Live): boolean {
  const found = resources.find(({ kind, name }) => kind === 'domain' && name === domain);
  return found === undefined || textList(found.attributes['allowedMethods']).includes('sso');
}

/** A method that is not known is trusted least. */
function strengthOf(method: string): number {
  return strengths.get(method) ?? 0;
}
