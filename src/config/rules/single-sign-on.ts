/** A domain's login methods and its SSO connection fit together, and the identity provider can serve Astro. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { hasKey, listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkSingleSignOn: Rule = (context) =>
  Object.entries(objectAt(context.document, 'organizations')).flatMap(([name, organization]) =>
    Object.entries(objectAt(objectAt(organization, 'authentication'), 'domains')).flatMap(([domain, value]) => {
      const pointer = joinPointer('/organizations', name, 'authentication', 'domains', domain);
      return [...methodProblems(context, pointer, domain, value), ...identityProviderProblems(context, pointer, value)];
    }),
  );

function methodProblems(
  { locateValue, locate }: RuleContext,
  pointer: string,
  domain: string,
  value: Json,
): readonly Diagnostic[] {
  const methods = listAt(value, 'allowedMethods');
  if (!methods.includes('sso')) return [];
  const place = locateValue(joinPointer(pointer, 'allowedMethods', methods.indexOf('sso')));
  const related = { message: 'The connection is described here.', source: locate(joinPointer(pointer, 'sso')) };
  if (textAt(value, 'sso') === 'none') {
    return [
      ruleProblem(
        place,
        'sso-without-connection',
        `People of ${domain} may log in by \`sso\`, but \`sso: none\` leaves them no connection to do so.`,
        'Remove `sso` from `allowedMethods`, or describe the connection under `sso`.',
        related,
      ),
    ];
  }
  if (methods.length > 1 || objectAt(value, 'sso')['active'] !== false) return [];
  return [
    ruleProblem(
      place,
      'sso-not-active',
      `People of ${domain} may log in by \`sso\` only, but their connection is not active: nobody could log in.`,
      'Set `active: true`, or allow another method.',
      related,
    ),
  ];
}

function identityProviderProblems(
  { document, locate, locateValue }: RuleContext,
  pointer: string,
  value: Json,
): readonly Diagnostic[] {
  const name = textAt(objectAt(value, 'sso'), 'identityProvider');
  if (name === undefined) return [];
  const known = objectAt(document, 'identityProviders');
  const place = locateValue(joinPointer(pointer, 'sso', 'identityProvider'));
  if (!Object.hasOwn(known, name)) {
    const hint = suggestHint(name, Object.keys(known), 'identity providers');
    return [ruleProblem(place, 'unknown-identity-provider', `There is no identity provider \`${name}\`.`, hint)];
  }
  if (hasKey(known[name], 'astro')) return [];
  return [
    ruleProblem(
      place,
      'identity-provider-incomplete',
      `The identity provider \`${name}\` does not say what Astro needs of it.`,
      'Add `astro` to it, with a `strategy`.',
      { message: 'The identity provider is here.', source: locate(joinPointer('/identityProviders', name)) },
    ),
  ];
}
