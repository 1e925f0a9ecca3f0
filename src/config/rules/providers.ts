/** Each organization has exactly one connection, of its own type. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { providerCandidates, vendorTypes } from '../choose-provider.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkProviders: Rule = ({ document, locate, locateValue }) => {
  const providers = objectAt(document, 'providers');
  return Object.entries(objectAt(document, 'organizations')).flatMap(([name, organization]): readonly Diagnostic[] => {
    const type = textAt(organization, 'type');
    if (type === undefined || !vendorTypes.has(type)) return [];
    const pointer = joinPointer('/organizations', name);
    const candidates = providerCandidates(document, organization);
    const named = textAt(organization, 'provider');
    if (named === undefined) {
      if (candidates.length === 1) return [];
      const summary =
        candidates.length === 0
          ? `There is no provider of type ${type} for the organization \`${name}\`.`
          : `The organization \`${name}\` names no provider, and there are several of type ${type}: ${candidates.join(', ')}.`;
      const hint = candidates.length === 0 ? 'Add it under `providers`.' : 'Add `provider` with one of them.';
      return [
        ruleProblem(locate(pointer), candidates.length === 0 ? 'no-provider' : 'ambiguous-provider', summary, hint),
      ];
    }
    const place = locateValue(joinPointer(pointer, 'provider'));
    if (!Object.hasOwn(providers, named)) {
      const hint = suggestHint(named, Object.keys(providers), 'providers');
      return [ruleProblem(place, 'unknown-provider', `There is no provider \`${named}\`.`, hint)];
    }
    const providerType = textAt(providers[named], 'type');
    if (providerType === undefined || providerType === type || !vendorTypes.has(providerType)) return [];
    return [
      ruleProblem(
        place,
        'provider-type',
        `The provider \`${named}\` is of type ${providerType}, but the organization \`${name}\` is of type ${type}.`,
        `Name a provider of type ${type}.`,
        { message: 'The provider is here.', source: locate(joinPointer('/providers', named)) },
      ),
    ];
  });
};
