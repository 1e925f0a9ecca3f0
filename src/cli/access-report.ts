/** Puts every question to every organization that was read, and finds the place in the YAML that decides each answer. */
import {
  askAccess,
  type AccessAnswer,
  type AccessAssumption,
  type AccessReason,
  type AccessRole,
} from '../core/access.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { compareText } from '../core/json.js';
import { openAccess, type AccessSource } from '../core/open-access.js';
import type { OrganizationPlan, Plan } from '../core/plan.js';
import { ConfigError, type SourceRef } from '../errors.js';
import { nearest } from './nearest.js';

export interface AccessQuestions {
  readonly at: 'live' | 'plan';
  /** Empty: everybody whom an organization knows, and anyone on the domains that it has rules for. */
  readonly users: readonly string[];
  /** Empty: all of the vendor's. */
  readonly methods: readonly string[];
  readonly idpGroups: readonly string[] | undefined;
}

export interface PlacedReason extends AccessReason {
  /** Where the YAML says so; undefined for what only is live. */
  readonly source: SourceRef | undefined;
}

export interface AccessRow extends Omit<AccessAnswer, 'reasons'> {
  readonly organization: string;
  readonly type: string;
  readonly person: string;
  readonly reasons: readonly PlacedReason[];
}

export interface AccessReport {
  readonly at: AccessQuestions['at'];
  readonly asOf: string;
  readonly idpGroups: readonly string[] | undefined;
  readonly rows: readonly AccessRow[];
  /** Of all rows, each once. */
  readonly assumptions: readonly AccessAssumption[];
  readonly complete: boolean;
  readonly errored: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export function accessReport({ document, organizations }: Plan, questions: AccessQuestions): AccessReport {
  const sources: readonly AccessSource[] = organizations.map(({ planned, changes }) => ({
    desired: planned.desired,
    provider: planned.provider,
    live: planned.live,
    changes: questions.at === 'plan' ? changes : [],
  }));
  checkMethods(sources, questions.methods);
  const rows = organizations.flatMap((share, index) => {
    const source = sources[index];
    return source === undefined ? [] : rowsOf(source, sources, questions, placesOf(share, questions.at));
  });
  const assumptions = new Map(rows.flatMap((row) => row.assumptions).map((each) => [each.id, each]));
  const { as_of: asOf, complete, errored, diagnostics } = document;
  return {
    at: questions.at,
    asOf,
    idpGroups: questions.idpGroups,
    rows,
    assumptions: [...assumptions.values()].sort((a, b) => compareText(a.id, b.id)),
    complete,
    errored,
    diagnostics,
  };
}

/** Lines of YAML that hold: what is not yet as the YAML wants it is decided by what is live. */
function placesOf(
  { organization, changes, manualSteps, pending, blocked }: OrganizationPlan,
  at: AccessQuestions['at'],
): ReadonlyMap<string, SourceRef | undefined> {
  const unfinished = [...manualSteps, ...pending, ...blocked, ...(at === 'live' ? changes : [])];
  const differing = new Set<string>(unfinished.map(({ address }) => address));
  return new Map(
    organization.resources
      .filter(({ address }) => !differing.has(address))
      .map(({ address, source }) => [address, source]),
  );
}

function rowsOf(
  source: AccessSource,
  all: readonly AccessSource[],
  { users, methods, idpGroups }: AccessQuestions,
  places: ReadonlyMap<string, SourceRef | undefined>,
): readonly AccessRow[] {
  const opened = openAccess(source, all);
  if (opened === undefined) return [];
  const { rules, view } = opened;
  const people = users.length > 0 ? users : [...view.people, ...view.domains.map((domain) => `*@${domain}`)];
  const asked = rules.methods.map(({ name }) => name).filter((name) => methods.length === 0 || methods.includes(name));
  return people.flatMap((person) =>
    asked.map((method) => {
      const answer = askAccess(rules, view, { person, method, idpGroups });
      return {
        ...answer,
        organization: source.desired.name,
        type: source.desired.type,
        person,
        reasons: answer.reasons.map((reason) => ({ ...reason, source: places.get(reason.address ?? '') })),
      };
    }),
  );
}

function checkMethods(sources: readonly AccessSource[], methods: readonly string[]): void {
  const known = [...new Set(sources.flatMap(({ provider }) => provider.access?.methods.map(({ name }) => name) ?? []))];
  for (const method of methods) {
    if (known.includes(method) || known.length === 0) continue;
    const guess = nearest(method, known);
    throw new ConfigError(`Nobody can log in by "${method}" here.`, {
      hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`,
    });
  }
}

/** `ORGANIZATION_OWNER (direct, team admins)`. */
export function roleWithSources({ place, role, sources }: AccessRole): string {
  const name = place === '' ? role : `${place}: ${role}`;
  return `${name} (${sources.map(({ path }) => path).join(', ')})`;
}
