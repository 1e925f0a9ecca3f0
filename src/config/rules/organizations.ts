/** One organization of the vendor stands in the configuration once: two entries would undo each other's work. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json, JsonObject } from '../../core/json.js';
import { providerCandidates } from '../choose-provider.js';
import { hasKey, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkOrganizationIds: Rule = ({ document, locate, locateValue }) => {
  const seen = new Map<string, string>();
  const organizations = objectAt(document, 'organizations');
  /** What says which organization it is: its id, or for a directory its connection. */
  const placeOf = (name: string) => {
    const pointer = joinPointer('/organizations', name);
    const key = ['id', 'provider'].find((each) => hasKey(organizations[name], each));
    return key === undefined ? locate(pointer) : locateValue(joinPointer(pointer, key));
  };
  return Object.entries(organizations).flatMap(([name, organization]): readonly Diagnostic[] => {
    const identity = identityOf(document, organization);
    if (identity === undefined) return [];
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, name);
      return [];
    }
    const same = textAt(organization, 'type') === 'scim' ? 'are the same directory' : 'have the same id';
    return [
      ruleProblem(
        placeOf(name),
        'duplicate-organization',
        `The organizations \`${first}\` and \`${name}\` ${same}.`,
        'Keep one of them; files merge, so one organization may be spread over several files under one name.',
        { message: `\`${first}\` is here.`, source: placeOf(first) },
      ),
    ];
  });
};

/** The same for two that are one and the same; undefined where nothing tells. */
function identityOf(document: JsonObject, organization: Json): string | undefined {
  const type = textAt(organization, 'type');
  if (type === 'scim') {
    const [provider, ...others] = providerCandidates(document, organization);
    const baseUrl = textAt(objectAt(objectAt(document, 'providers'), provider ?? ''), 'baseUrl');
    return others.length > 0 || baseUrl === undefined ? undefined : `scim ${normalized(baseUrl)}`;
  }
  const id = textAt(organization, 'id');
  return id === undefined || type === undefined ? undefined : `${type} ${id}`;
}

function normalized(address: string): string {
  return (URL.canParse(address) ? new URL(address).href : address).replace(/\/+$/, '');
}
