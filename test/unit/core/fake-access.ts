/** Access rules that answer from a table, for tests of what the core makes of the answers. */
import type {
  AccessAssumption,
  AccessPath,
  AccessReason,
  AccessRole,
  AccessRules,
  AccessView,
  Verdict,
} from '../../../src/core/access.js';
import type { Address } from '../../../src/core/address.js';

export interface Given {
  readonly verdict?: Verdict;
  readonly path?: AccessPath;
  readonly roles?: readonly AccessRole[];
  readonly possibleRoles?: readonly AccessRole[];
  readonly reasons?: readonly AccessReason[];
  readonly assumptions?: readonly AccessAssumption[];
}

/** By person, then by method; `*@domain` is anyone there. Whoever or whatever is not in it is refused. */
export type AnswerTable = Readonly<Record<string, Readonly<Record<string, Verdict | Given>>>>;

export const fakeRules: AccessRules = {
  methods: [{ name: 'key' }, { name: 'sso' }, { name: 'back door', bypass: true }],
  holds: (role, other) => role === 'owner' && other !== 'owner',
  open: () => viewOf({}),
};

export function viewOf(table: AnswerTable): AccessView {
  const isAnyone = (person: string): boolean => person.startsWith('*@');
  const people = Object.keys(table);
  return {
    passage: () => ({ verdict: 'yes', identityProvider: undefined, reasons: [], assumptions: [] }),
    entrance: ({ person, method }) => {
      const given = table[person]?.[method] ?? 'no';
      const { verdict = 'yes', ...rest } = typeof given === 'string' ? { verdict: given } : given;
      return {
        verdict,
        path: verdict === 'no' ? undefined : 'member',
        roles: [],
        possibleRoles: [],
        reasons: [],
        assumptions: [],
        ...rest,
      };
    },
    people: people.filter((person) => !isAnyone(person)),
    domains: people.filter(isAnyone).map((person) => person.slice(2)),
  };
}

export function role(name: string, address?: string, place = ''): AccessRole {
  return { place, role: name, sources: [{ path: 'test', address: address as Address | undefined }] };
}

export function because(address: string): AccessReason {
  return { text: 'because', address: address as Address };
}
