/** What is to be absent has no other settings: they would look as if they held. `protect` does: it makes a guard trip. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { isJsonObject, type Json } from '../../core/json.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

export const checkAbsentObjects: Rule = (context) => [
  ...inOrganizations(context),
  ...inIdentityProviders(context),
  ...ofPeople(context),
];

/** Where an absent identity provider is, and which one it is. */
const identity: ReadonlySet<string> = new Set(['anchor', 'protocol', 'displayName']);

function inIdentityProviders(context: RuleContext): readonly Diagnostic[] {
  return Object.entries(objectAt(context.document, 'identityProviders')).flatMap(([name, provider]) =>
    settingsOfAbsent(context, joinPointer('/identityProviders', name, 'atlas'), objectAt(provider, 'atlas'), (key) =>
      identity.has(key),
    ),
  );
}

/** A name is for the reader of the file, also of somebody who left. */
function ofPeople(context: RuleContext): readonly Diagnostic[] {
  return Object.entries(objectAt(context.document, 'people')).flatMap(([name, person]) =>
    settingsOfAbsent(context, joinPointer('/people', name), person, (key) => key === 'name'),
  );
}

function inOrganizations(context: RuleContext): readonly Diagnostic[] {
  return Object.entries(objectAt(context.document, 'organizations')).flatMap(([name, organization]) => {
    const pointer = joinPointer('/organizations', name);
    const authentication = objectAt(organization, 'authentication');
    const inMap = (parent: Json, key: string, at: string) =>
      Object.entries(objectAt(parent, key)).flatMap(([entry, value]) =>
        settingsOfAbsent(context, joinPointer(at, key, entry), value),
      );
    const authenticationPointer = joinPointer(pointer, 'authentication');
    return [
      ...inMap(organization, 'members', pointer),
      ...inMap(organization, 'memberLists', pointer),
      ...inMap(organization, 'teams', pointer),
      ...inMap(authentication, 'domains', authenticationPointer),
      ...inMap(authentication, 'roleMappings', authenticationPointer),
      ...settingsOfAbsent(context, joinPointer(authenticationPointer, 'bypassLink'), authentication['bypassLink']),
    ];
  });
}

function settingsOfAbsent(
  { locate }: RuleContext,
  pointer: string,
  value: Json | undefined,
  isFine: (key: string) => boolean = () => false,
): readonly Diagnostic[] {
  if (!isJsonObject(value) || textAt(value, 'state') !== 'absent') return [];
  return Object.keys(value)
    .filter((key) => key !== 'state' && key !== 'protect' && !isFine(key) && !(key === 'sso' && value[key] === 'none'))
    .map((key) =>
      ruleProblem(
        locate(joinPointer(pointer, key)),
        'absent-with-settings',
        `\`${key}\` says nothing about what is to be absent.`,
        `Delete \`${key}\`, or \`state: absent\`.`,
        { message: 'It is absent here.', source: locate(joinPointer(pointer, 'state')) },
      ),
    );
}
