/** Which changes of a plan are behind a change of somebody's access. */
import type { AccessAnswer, AccessRole } from './access.js';
import type { Change } from './change.js';
import { textList } from './diff.js';
import { compareText } from './json.js';
import { memberFields } from './planned-state.js';
import type { KindSpec } from './provider.js';

export interface Causes {
  /** The address of each change by every address that it has: an earlier name, too. */
  readonly byAddress: ReadonlyMap<string, string>;
  /** Changes of one person, or of whom a team holds, by person. */
  readonly ofPerson: ReadonlyMap<string, readonly string[]>;
  /** The change that begins or ends a person's membership. */
  readonly membershipOf: ReadonlyMap<string, string>;
  /** The others of the organization, then those of the organizations that it shares something with. */
  readonly ofOrganization: readonly string[];
}

export function causesIn(own: readonly Change[], ofPeers: readonly Change[], kinds: readonly KindSpec[]): Causes {
  const byAddress = new Map<string, string>();
  for (const change of [...ofPeers, ...own]) {
    byAddress.set(change.address, change.address);
    if (change.action === 'update' && change.previousAddress !== undefined) {
      byAddress.set(change.previousAddress, change.address);
    }
  }
  const specs = new Map(kinds.map((spec) => [spec.kind, spec]));
  const ofPerson = new Map<string, string[]>();
  const membershipOf = new Map<string, string>();
  const ofOrganization: string[] = [];
  const add = (person: string, address: string): void => {
    const known = ofPerson.get(person);
    if (known === undefined) ofPerson.set(person, [address]);
    else known.push(address);
  };
  for (const change of own) {
    const spec = specs.get(change.kind);
    const fields = spec === undefined ? [] : memberFields(spec.shape);
    if (spec?.collection === 'members') {
      add(change.name, change.address);
      if (change.action !== 'update') membershipOf.set(change.name, change.address);
    } else if (fields.length > 0) for (const person of peopleIn(change, fields)) add(person, change.address);
    else ofOrganization.push(change.address);
  }
  return {
    byAddress,
    ofPerson,
    membershipOf,
    ofOrganization: [...ofOrganization, ...ofPeers.map(({ address }) => address)],
  };
}

/** Everybody whom a change of a team may concern. */
function peopleIn(change: Change, fields: readonly string[]): ReadonlySet<string> {
  const sides = ['before' in change ? change.before : {}, 'after' in change ? change.after : {}];
  return new Set(sides.flatMap((attributes) => fields.flatMap((field) => textList(attributes[field]))));
}

export interface AccessDifference {
  readonly person: string;
  readonly isGain: boolean;
  /** Those gained or lost. */
  readonly roles: readonly AccessRole[];
  readonly before: readonly AccessAnswer[];
  readonly after: readonly AccessAnswer[];
}

/**
 * What decides now and did not before, or the other way round: first what gives or gave the roles, then what refuses,
 * then whatever else the answers stand on. Never empty as long as the plan changes anything.
 */
export function addressesBehind(difference: AccessDifference, causes: Causes): readonly string[] {
  const { isGain, roles, before, after, person } = difference;
  const less = isGain ? before : after;
  const refused = less.filter(({ allowed }) => allowed !== 'yes');
  // Who is out by every method may be so for more reasons than the one that each answer names.
  const membership = less.every(({ allowed }) => allowed === 'no') ? [causes.membershipOf.get(person)] : [];
  const accepted = (isGain ? after : before).filter(({ allowed }) => allowed !== 'no');
  // Who leaves loses every role by that, whatever else happens to what gave them.
  const leaving = isGain || roles.length === 0 ? undefined : causes.membershipOf.get(person);
  const layers: readonly (readonly (string | undefined)[])[] = [
    leaving === undefined ? roles.flatMap(({ sources }) => sources.map(({ address }) => address)) : [leaving],
    [...refused.flatMap(({ reasons }) => reasons.map(({ address }) => address)), ...membership],
    accepted.flatMap(({ reasons }) => reasons.map(({ address }) => address)),
    [...before, ...after].flatMap(({ reasons, roles: given, possibleRoles }) => [
      ...reasons.map(({ address }) => address),
      ...[...given, ...possibleRoles].flatMap(({ sources }) => sources.map(({ address }) => address)),
    ]),
    causes.ofPerson.get(person) ?? [],
    causes.ofOrganization,
    [...causes.byAddress.values()],
  ];
  for (const layer of layers) {
    const found = new Set(layer.flatMap((address) => causes.byAddress.get(address ?? '') ?? []));
    if (found.size > 0) return [...found].sort(compareText);
  }
  return [];
}
