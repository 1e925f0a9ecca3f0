/**
 * A scenario is a folder beside this one:
 *
 * - `org.yaml` (and any other `*.yaml`): the configuration; its first comment tells what went wrong in public, and what
 *   must happen here;
 * - `step-2.yaml`, `step-3.yaml` ...: what `org.yaml` becomes afterwards, planned on what the step before has left;
 * - `world.yaml`: what is live;
 * - `expected.json`: written by hand, from what is right; one object, or a list of one a step;
 * - `plan.txt`, `plan-2.txt` ...: what is printed, standard error below it (`UPDATE_GOLDEN=1` rewrites them).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Expected {
  /** What this waits for; the scenario is skipped and says so. */
  readonly waits?: string;
  /**
   * Where the program is known to do otherwise: what is wrong, and what it does instead of what is right. Without the
   * latter the scenario is skipped. To be taken out when it is mended, which the test notices.
   */
  readonly found?: { readonly what: string } & Partial<Expected>;
  /** Of plan and apply alike, e.g. `-as-of=2026-07-01`; `{GUARD}` is what an earlier step printed to acknowledge it. */
  readonly flags?: readonly string[];
  /** Set in the sandbox before the plan, and lifted for whatever follows it. */
  readonly faults?: readonly unknown[];
  /** Of the plan. */
  readonly exit: number;
  /** The first line printed. */
  readonly first: string;
  /**
   * `PERSON CHANGE: ADDRESS ADDRESS`, with `ORGANIZATION ` before it where there are several, and `CHANGE?` where it only
   * may be so: exactly these, of the plan, and of logins before and after the apply.
   */
  readonly access: readonly string[];
  /** `ORGANIZATION/ID`, or only ID where there is one organization: its status. Those not named may have any but tripped. */
  readonly guards: Readonly<Record<string, string>>;
  /** What tripped guards or witnesses must name. */
  readonly witnesses?: readonly string[];
  /** `error CODE` and `warning CODE`, exactly these, sorted. */
  readonly diagnostics: readonly string[];
  /** The methods of the requests, in order. */
  readonly operations: readonly string[];
  /** `+`, `~`, `-` or `-/+` and the address, exactly these, sorted by address; left out where the plan has errors. */
  readonly changes?: readonly string[];
  readonly manual?: readonly string[];
  readonly pending?: readonly string[];
  readonly blocked?: readonly string[];
  /** Addresses that must not be among the changes, nor among those of a request. */
  readonly untouched?: readonly string[];
  /** Absent: nothing may be applied, and trying sends no request that writes. */
  readonly apply?: { readonly exit: number; readonly flags?: readonly string[] };
  /** What people's identity provider says at their logins. */
  readonly idpGroups?: Readonly<Record<string, readonly string[]>>;
  /** Each request in turn is refused: nobody who keeps access may be without it then, and a second apply mends it. */
  readonly refuseEach?: boolean;
}

export interface Step {
  readonly number: number;
  /** Text by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly world: string;
  readonly steps: readonly Step[];
  /** Why it is skipped. */
  readonly skipped: string | undefined;
}

const root = join(import.meta.dirname, '..');

export function readScenarios(): readonly Scenario[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'support')
    .map(({ name }) => readScenario(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readScenario(name: string): Scenario {
  const folder = join(root, name);
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const names = readdirSync(folder);
  const later = names.filter((file) => /^step-\d+\.yaml$/.test(file)).sort();
  const shared = names.filter(
    (file) => /\.(?:yaml|pem)$/.test(file) && file !== 'world.yaml' && file !== 'org.yaml' && !later.includes(file),
  );
  const files = Object.fromEntries(shared.map((file) => [file, text(file)]));
  const told = JSON.parse(text('expected.json')) as Expected | readonly Expected[];
  const expected = Array.isArray(told) ? (told as readonly Expected[]) : [told as Expected];
  const steps = ['org.yaml', ...later].map((file, index): Step => {
    const mine = expected[index];
    if (mine === undefined) throw new Error(`${name}: nothing is expected of ${file}`);
    return { number: index + 1, files: { ...files, 'org.yaml': text(file) }, expected: mine };
  });
  const reasons = expected.flatMap(({ waits, found }) => [
    ...(waits === undefined ? [] : [`waits: ${waits}`]),
    ...(found === undefined || Object.keys(found).length > 1 ? [] : [`found: ${found.what}`]),
  ]);
  return { name, folder, world: text('world.yaml'), steps, skipped: reasons[0] };
}

export interface LiveOrganization {
  readonly name: string;
  readonly type: 'astro' | 'atlas' | 'scim';
  /** What a login names it by. */
  readonly id: string;
}

/** The organizations of a step's configuration. */
export function organizationsOf({ files }: Step): readonly LiveOrganization[] {
  const documents = Object.entries(files)
    .filter(([file]) => file.endsWith('.yaml'))
    .map(([, text]) => parse(text) as Readonly<Record<string, Readonly<Record<string, Fields>>>>);
  const providers = Object.fromEntries(documents.flatMap((each) => Object.entries(each['providers'] ?? {})));
  return documents.flatMap(({ organizations = {} }) =>
    Object.entries(organizations).flatMap(([name, fields]): LiveOrganization[] => {
      const { type, id, provider } = fields;
      if (type === 'astro' || type === 'atlas') return [{ name, type, id: String(id) }];
      const baseUrl = providers[String(provider)]?.['baseUrl'];
      return type === 'scim' ? [{ name, type, id: new URL(String(baseUrl)).pathname }] : [];
    }),
  );
}

/** Everybody who is live in an organization, in lower case. */
export function liveIn(world: string, id: string): readonly string[] {
  const { astro, atlas, scim } = parse(world) as World;
  const places = [...(astro?.organizations ?? []), ...(atlas?.organizations ?? []), ...(scim ?? [])];
  const users = places.flatMap((place) => (place.id === id || place.path === id ? (place.users ?? []) : []));
  return users.map(({ email, userName }) => String(email ?? userName).toLowerCase());
}

interface Place {
  readonly id?: string;
  readonly path?: string;
  readonly users?: readonly { readonly email?: string; readonly userName?: string }[];
}

interface World {
  readonly astro?: { readonly organizations?: readonly Place[] };
  readonly atlas?: { readonly organizations?: readonly Place[] };
  readonly scim?: readonly Place[];
}

type Fields = Readonly<Record<string, unknown>>;
