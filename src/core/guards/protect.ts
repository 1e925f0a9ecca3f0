/** `protect`: what is protected is not removed or replaced, whatever asks for that. */
import type { Change } from '../change.js';
import { textList } from '../diff.js';
import type { KindSpec, Provider } from '../provider.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';

export const protect: Guard = { id: 'protect', judge };

function judge(context: GuardContext): GuardVerdict | undefined {
  const { organization, changes, leaving, provider } = context;
  const { everything, people } = organization.guards.protect;
  const addresses = new Set<string>(
    organization.resources.flatMap((each) => (each.protect === true ? [each.address] : [])),
  );
  if (!everything && people.length + addresses.size === 0) return undefined;
  const kinds = new Map(provider.kinds.map((spec) => [spec.kind, spec]));
  const names = new Set(people);
  const facts = changes.flatMap((change): readonly string[] => {
    const spec = kinds.get(change.kind);
    const isPerson = spec?.collection === 'members';
    if (!everything && !addresses.has(change.address) && !(isPerson && names.has(change.name))) return [];
    if (change.action === 'delete' || leaving.has(change.address)) return [change.address];
    if (change.action === 'replace') return [`${change.address}: replaced`];
    if (change.action !== 'update') return [];
    if (isPerson && endsActivity(change, provider)) return [change.address];
    return isEmptied(change, spec) ? [`${change.address}: all members`] : [];
  });
  if (facts.length === 0) {
    return { status: 'passed', detail: 'Nothing that is protected is removed.', witnesses: [] };
  }
  return {
    status: 'tripped',
    detail: `This plan removes what is protected: ${facts.join(', ')}. Take \`protect\` away first if this is meant.`,
    witnesses: facts,
  };
}

type Update = Extract<Change, { action: 'update' }>;

function endsActivity({ kind, name, before, after }: Update, provider: Provider): boolean {
  const isActive = (attributes: Update['before']): boolean =>
    provider.isActiveMember({ kind, name, remoteId: undefined, attributes, origin: 'unknown', native: {} });
  return isActive(before) && !isActive(after);
}

/** Whoever leaves the organization at the same time is not in `before`. */
function isEmptied({ before, after }: Update, spec: KindSpec | undefined): boolean {
  return Object.entries(spec?.shape.fields ?? {}).some(
    ([field, shape]) =>
      shape.type === 'collection' && textList(before[field]).length > 0 && textList(after[field]).length === 0,
  );
}
