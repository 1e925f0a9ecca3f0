/** What makes logins weaker: whoever no longer comes through SAML SSO logs in at Atlas itself, or by a social account. */
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { JsonObject } from '../../core/json.js';

export function weakerLogins(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    if (change.action === 'create') return [];
    const after = change.action === 'delete' ? undefined : change.after;
    return weaker(change.kind, change.before, after).map((what) => `${change.address}: ${what}`);
  });
}

/** `after` undefined: it is removed. */
function weaker(kind: string, before: JsonObject, after: JsonObject | undefined): readonly string[] {
  switch (kind) {
    case 'settings':
      return switched(before, after, 'multiFactorAuthRequired', true) ? ['a second factor is no longer required'] : [];
    case 'idp-mapping':
      return hasProvider(before) && !hasProvider(after) ? ['no identity provider any more'] : [];
    case 'identity-provider':
      return weakerProvider(before, after ?? { active: false });
    default:
      return [];
  }
}

/** OIDC identity providers are for access to data, not for logging in to Atlas. */
function weakerProvider(before: JsonObject, after: JsonObject): readonly string[] {
  if (before['protocol'] === 'OIDC') return [];
  if (switched(before, after, 'active', true)) return ['SSO is no longer active'];
  const kept = new Set(textList(after['domains']));
  const lost = textList(before['domains']).filter((domain) => !kept.has(domain));
  return [
    ...(lost.length === 0 ? [] : [`no SSO for ${lost.join(', ')} any more`]),
    // The debug mode is a login past the identity provider.
    ...(switched(before, after, 'ssoDebug', false) ? ['a login past SSO (ssoDebug)'] : []),
  ];
}

function hasProvider(place: JsonObject | undefined): boolean {
  const provider = place?.['identityProvider'];
  return provider !== undefined && provider !== 'none';
}

/** From this value to another one that is known. */
function switched(before: JsonObject, after: JsonObject | undefined, field: string, from: boolean): boolean {
  return before[field] === from && after?.[field] === !from;
}
