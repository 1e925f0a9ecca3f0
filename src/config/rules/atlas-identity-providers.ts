/** An identity provider for Atlas hangs on an Atlas organization, through which it is read and changed. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { isJsonObject, type Json } from '../../core/json.js';
import { hasKey, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { organizationsOfType } from './organizations-of-type.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

const longestDisplayName = 50;

export const checkAtlasIdentityProviders: Rule = (context) =>
  Object.entries(objectAt(context.document, 'identityProviders')).flatMap(([name, provider]) => {
    if (!hasKey(provider, 'atlas')) return [];
    const pointer = joinPointer('/identityProviders', name);
    return [
      ...reservedName(context, pointer, name),
      ...anchorProblems(context, joinPointer(pointer, 'atlas'), objectAt(provider, 'atlas')),
      ...longName(context, pointer, name, objectAt(provider, 'atlas')),
    ];
  });

/** `identityProvider: none` would never mean this one. */
function reservedName({ locate }: RuleContext, pointer: string, name: string): readonly Diagnostic[] {
  if (name !== 'none') return [];
  const summary = 'An identity provider cannot be called `none`: `identityProvider: none` means that there is none.';
  return [ruleProblem(locate(pointer), 'reserved-name', summary, 'Choose another name.')];
}

function longName({ locate }: RuleContext, pointer: string, name: string, atlas: Json): readonly Diagnostic[] {
  if (hasKey(atlas, 'displayName') || [...name].length <= longestDisplayName) return [];
  return [
    ruleProblem(
      locate(pointer),
      'value-too-long',
      `\`${name}\` cannot be the name in Atlas, which has at most ${String(longestDisplayName)} characters; this has ${String([...name].length)}.`,
      'Add `displayName` to its `atlas`, or shorten the name.',
    ),
  ];
}

function anchorProblems(
  { document, locate, locateValue }: RuleContext,
  pointer: string,
  atlas: Json,
): readonly Diagnostic[] {
  const anchor = textAt(atlas, 'anchor');
  if (anchor === undefined) return [];
  const place = locateValue(joinPointer(pointer, 'anchor'));
  const organizations = objectAt(document, 'organizations');
  const related = { message: 'The organization is here.', source: locate(joinPointer('/organizations', anchor)) };
  const atlasOrganizations = organizationsOfType(document, 'atlas').map(({ name }) => name);
  if (!Object.hasOwn(organizations, anchor)) {
    const hint = suggestHint(anchor, atlasOrganizations, 'organizations of type atlas');
    return [ruleProblem(place, 'unknown-organization', `There is no organization \`${anchor}\`.`, hint)];
  }
  const organization = organizations[anchor];
  if (!isJsonObject(organization) || textAt(organization, 'type') === undefined) return [];
  if (!atlasOrganizations.includes(anchor)) {
    return [
      ruleProblem(
        place,
        'anchor-type',
        `The organization \`${anchor}\` is of type ${textAt(organization, 'type') ?? ''}; only one of type atlas can be an anchor.`,
        suggestHint(anchor, atlasOrganizations, 'organizations of type atlas'),
        related,
      ),
    ];
  }
  if (textAt(organization, 'connection') !== 'disconnected') return [];
  return [
    ruleProblem(
      place,
      'anchor-disconnected',
      `The organization \`${anchor}\` is to leave the federation, so the identity provider cannot be reached through it.`,
      'Name an organization that stays connected.',
      related,
    ),
  ];
}
