/** An Atlas organization's identity providers are there and of the right protocol, and what needs one has one. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { hasKey, listAt, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { organizationsOfType } from './organizations-of-type.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkAtlasAuthentication: Rule = (context) =>
  organizationsOfType(context.document, 'atlas').flatMap(({ organization, pointer: parent }) => {
    const authentication = objectAt(organization, 'authentication');
    const pointer = joinPointer(parent, 'authentication');
    const login = textAt(authentication, 'identityProvider');
    return [
      ...disconnected(context, parent, organization),
      ...(login === undefined || login === 'none'
        ? []
        : referenceProblems(context, joinPointer(pointer, 'identityProvider'), login, 'saml')),
      ...listAt(authentication, 'dataAccessIdentityProviders').flatMap((name, index) =>
        typeof name === 'string'
          ? referenceProblems(context, joinPointer(pointer, 'dataAccessIdentityProviders', index), name, 'oidc')
          : [],
      ),
      ...secondWorkforce(context, pointer, authentication),
      ...(login === 'none' ? withoutIdentityProvider(context, pointer, authentication) : []),
      ...mappingsWithoutRoles(context, pointer, authentication),
    ];
  });

function disconnected(
  { locate, locateValue }: RuleContext,
  pointer: string,
  organization: Json,
): readonly Diagnostic[] {
  if (textAt(organization, 'connection') !== 'disconnected' || !hasKey(organization, 'authentication')) return [];
  return [
    ruleProblem(
      locate(joinPointer(pointer, 'authentication')),
      'disconnected-with-authentication',
      '`authentication` says nothing about an organization that is to leave its federation.',
      'Delete `authentication`, or `connection: disconnected`.',
      { message: 'It is disconnected here.', source: locateValue(joinPointer(pointer, 'connection')) },
    ),
  ];
}

type Protocol = 'saml' | 'oidc';

const purposes: Readonly<Record<Protocol, string>> = {
  saml: 'logging in to the Atlas console needs a SAML one',
  oidc: 'access to databases needs an OIDC one',
};
const otherPlaces: Readonly<Record<Protocol, string>> = {
  saml: 'Name it in `dataAccessIdentityProviders`, and a SAML one here.',
  oidc: 'Name it in `identityProvider`, and an OIDC one here.',
};

function referenceProblems(
  { document, locate, locateValue }: RuleContext,
  pointer: string,
  name: string,
  wanted: Protocol,
): readonly Diagnostic[] {
  const providers = objectAt(document, 'identityProviders');
  const place = locateValue(pointer);
  const related = {
    message: 'The identity provider is here.',
    source: locate(joinPointer('/identityProviders', name)),
  };
  if (!Object.hasOwn(providers, name)) {
    const hint =
      name === 'none'
        ? 'Write `[]` for "there are to be none".'
        : suggestHint(name, Object.keys(providers), 'identity providers');
    return [ruleProblem(place, 'unknown-identity-provider', `There is no identity provider \`${name}\`.`, hint)];
  }
  if (!hasKey(providers[name], 'atlas')) {
    return [
      ruleProblem(
        place,
        'identity-provider-incomplete',
        `The identity provider \`${name}\` does not say what Atlas needs of it.`,
        'Add `atlas` to it, with an `anchor`.',
        related,
      ),
    ];
  }
  const atlas = objectAt(providers[name], 'atlas');
  if (protocolOf(atlas) !== wanted) {
    const summary = `The identity provider \`${name}\` is ${wanted === 'saml' ? 'an OIDC' : 'a SAML'} one; ${purposes[wanted]}.`;
    return [ruleProblem(place, 'identity-provider-protocol', summary, otherPlaces[wanted], related)];
  }
  if (textAt(atlas, 'state') !== 'absent') return [];
  return [
    ruleProblem(
      place,
      'absent-and-wanted',
      `The identity provider \`${name}\` is to be absent, and also in use here.`,
      'Remove one of the two.',
      { message: 'It is absent here.', source: locate(joinPointer('/identityProviders', name, 'atlas', 'state')) },
    ),
  ];
}

function protocolOf(atlas: Json): Protocol {
  return textAt(atlas, 'protocol') === 'oidc' ? 'oidc' : 'saml';
}

/** Only where the YAML says so of both: one that does not give its `idpType` may be a workload one. */
function secondWorkforce(
  { document, locateValue }: RuleContext,
  pointer: string,
  authentication: Json,
): readonly Diagnostic[] {
  const providers = objectAt(document, 'identityProviders');
  const items = listAt(authentication, 'dataAccessIdentityProviders').flatMap((name, index) =>
    typeof name === 'string' && textAt(objectAt(objectAt(providers, name), 'atlas'), 'idpType') === 'WORKFORCE'
      ? [{ name, place: () => locateValue(joinPointer(pointer, 'dataAccessIdentityProviders', index)) }]
      : [],
  );
  const [first, second] = items;
  if (first === undefined || second === undefined || first.name === second.name) return [];
  return [
    ruleProblem(
      second.place(),
      'second-workforce-identity-provider',
      `\`${first.name}\` and \`${second.name}\` are both of idpType WORKFORCE; an organization has at most one.`,
      'Keep one of them.',
      { message: 'The first one is here.', source: first.place() },
    ),
  ];
}

/** What only removes is fine: it goes before the identity provider does. */
function withoutIdentityProvider(
  { locate, locateValue }: RuleContext,
  pointer: string,
  authentication: Json,
): readonly Diagnostic[] {
  const related = {
    message: 'The identity provider is detached here.',
    source: locateValue(joinPointer(pointer, 'identityProvider')),
  };
  const mapping = Object.entries(objectAt(authentication, 'roleMappings')).find(
    ([, value]) => textAt(value, 'state') !== 'absent',
  );
  const problem = (key: string, place: string): Diagnostic =>
    ruleProblem(
      locate(place),
      'needs-identity-provider',
      `\`${key}\` needs an identity provider, but \`identityProvider: none\` detaches it.`,
      `Name an identity provider, or delete \`${key}\`.`,
      related,
    );
  return [
    ...(mapping === undefined ? [] : [problem('roleMappings', joinPointer(pointer, 'roleMappings'))]),
    ...(listAt(authentication, 'defaultRoles').length === 0
      ? []
      : [problem('defaultRoles', joinPointer(pointer, 'defaultRoles'))]),
  ];
}

const mappingKeys: ReadonlySet<string> = new Set(['projects', 'state', 'protect', 'until', 'reason']);

function mappingsWithoutRoles({ locate }: RuleContext, pointer: string, authentication: Json): readonly Diagnostic[] {
  return Object.entries(objectAt(authentication, 'roleMappings')).flatMap(([group, value]): readonly Diagnostic[] => {
    const mapping = objectAt(objectAt(authentication, 'roleMappings'), group);
    // An unknown key is probably a misspelled `roles`, and a value that is no mapping is reported as such.
    if (mapping !== value || !Object.keys(mapping).every((key) => mappingKeys.has(key))) return [];
    if (textAt(mapping, 'state') === 'absent') return [];
    return [
      ruleProblem(
        locate(joinPointer(pointer, 'roleMappings', group)),
        'missing-key',
        `The role mapping of the group \`${group}\` needs \`roles\`, with at least one organization role.`,
        'Add `roles`, for example `roles: [ORG_MEMBER]`.',
      ),
    ];
  });
}
