/**
 * What has gone wrong in public with tools like this one, each as a small configuration and world: what is planned, what
 * guards say, and, by logins at the sandbox, who is in and who is out afterwards. `support/scenario.ts` says what is in a
 * folder. What is expected is written by hand from what is right; only `plan.txt` is taken from the program.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toText } from '../../src/cli/render/line.js';
import { loadTextDiff, renderPlanText } from '../../src/cli/render/plan-text.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { exitCodes } from '../../src/errors.js';
import { askLogins, loginChanges, type LoginTable } from './support/logins.js';
import { liveIn, organizationsOf, readScenarios, type Scenario, type Step } from './support/scenario.js';
import { startService, type Service, type Session } from './support/service.js';

const time = '-as-of=2026-06-01T00:00:00Z';

describe.each(readScenarios())('$name', (scenario) => {
  const { skipped } = scenario;
  it.skipIf(skipped !== undefined)(`does what is right${skipped === undefined ? '' : ` (${skipped})`}`, async () => {
    const service = await startService(scenario.world);
    onTestFinished(() => service.close());
    const printed = new Map<string, string>();
    for (const step of scenario.steps) await runStep(service, scenario, step, printed);
  });
});

it('is a library', () => {
  expect(readScenarios().length).toBeGreaterThanOrEqual(30);
});

/** `printed`: acknowledgements that earlier steps have printed, by guard. */
async function runStep(service: Service, scenario: Scenario, right: Step, printed: Map<string, string>): Promise<void> {
  const { found } = right.expected;
  const step = { ...right, expected: { ...right.expected, ...found } };
  const { expected, files } = step;
  const given = (expected.flags ?? []).map((flag) => flag.replace(/{(.*)}/, (_, id: string) => printed.get(id) ?? id));
  const flags = given.some((flag) => flag.startsWith('-as-of')) ? given : [...given, time];
  const command = (name: string, ...more: readonly string[]): Promise<Session> =>
    service.run([name, ...flags, ...more], files);
  await service.control('PUT', 'faults', expected.faults ?? []);
  await service.takeWrites();
  const json = await command('plan', '-json');
  const plan = json.stdout === '' ? undefined : (JSON.parse(json.stdout) as PlanDocument);
  for (const { id, acknowledgement } of plan?.guards ?? []) {
    if (acknowledgement !== undefined) printed.set(id, acknowledgement);
  }
  const stdout = plan === undefined ? '' : toText(renderPlanText(plan, await loadTextDiff(plan)), false);
  const text = { ...json, stdout };
  const golden = goldenProblem(scenario, step, text);
  expectPlan(step, text, plan);
  if (found !== undefined) expect(() => expectPlan(right, text, plan), `mended: ${found.what}`).toThrow();
  if (plan === undefined) {
    const { stdout: offline } = await service.run(['validate', '--format', 'json'], files);
    expect(codesOf((JSON.parse(offline) as Pick<PlanDocument, 'diagnostics'>).diagnostics)).toEqual(
      expected.diagnostics,
    );
  }
  expect(golden).toBeUndefined();
  expect(await service.takeWrites()).toBe(0);

  const apply = (...more: readonly string[]): Promise<Session> => command('apply', '-auto-approve', ...more);
  if (expected.apply === undefined) {
    // Nothing to do is well done; whatever is refused leaves everything as it was.
    const { code } = await apply();
    expect({ code, writes: await service.takeWrites() }).toEqual({ code: expected.exit, writes: 0 });
    return;
  }
  const people = peopleOf(scenario, step, plan);
  const logins = (): Promise<LoginTable> => askLogins(service, organizationsOf(step), people, expected.idpGroups ?? {});
  const before = await logins();
  const { flags: more = [] } = expected.apply;
  await service.control('PUT', 'faults', []);
  const applied = await apply(...more);
  expect(applied.code, applied.stderr + applied.stdout).toBe(expected.apply.exit);
  const after = await logins();
  expectAccess(step, plan, loginChanges(before, after, isStranger));
  if (expected.apply.exit === 0) await expectNothingLeft(command);
  if (expected.refuseEach !== true || plan === undefined) return;
  for (const nth of plan.operations.keys()) {
    await service.control('POST', 'reset');
    service.refuse(nth);
    expect([exitCodes.error, exitCodes.partial]).toContain((await apply(...more)).code);
    service.refuse(undefined);
    expectKept({ before, halfway: await logins(), after }, `${nth + 1} of the requests was refused`, leaving(plan));
    await apply(...more);
    await expectNothingLeft(command);
  }
}

/** `ORGANIZATION PERSON`: who is removed, and may come back by the next login, may wait for that until the apply is over. */
function leaving({ resource_changes: changes }: PlanDocument): ReadonlySet<string> {
  return new Set(
    changes
      .filter(({ kind, change }) => kind === 'member' && change.actions.includes('delete'))
      .map(({ organization, name }) => `${organization} ${name}`),
  );
}

function expectPlan({ expected }: Step, text: Session, plan: PlanDocument | undefined): void {
  const { code } = text;
  // Whatever somebody called something, nothing of it reaches the terminal.
  expect(/[\p{Cc}\p{Cf}]/u.exec(text.stdout.replaceAll('\n', '') + text.stderr.replaceAll('\n', ''))).toBeNull();
  const [first] = (text.stdout === '' ? text.stderr : text.stdout).split('\n');
  expect({ code, first }, text.stderr).toEqual({ code: expected.exit, first: expected.first });
  if (plan === undefined) return;
  const [organization, ...others] = new Set(plan.guards.map((guard) => guard.organization));
  const guards = new Map(
    plan.guards.map((guard) => [
      others.length === 0 && organization !== undefined ? guard.id : `${guard.organization}/${guard.id}`,
      guard,
    ]),
  );
  const tripped = [...guards].filter(([, { status }]) => status === 'tripped').map(([id]) => id);
  const wanted = Object.entries(expected.guards);
  expect(Object.fromEntries(wanted.map(([id]) => [id, guards.get(id)?.status]))).toEqual(expected.guards);
  expect(tripped.sort()).toEqual(wanted.flatMap(([id, status]) => (status === 'tripped' ? [id] : [])).sort());
  const told = plan.guards.flatMap(({ witnesses, detail }) => [...witnesses, detail]).join('\n');
  for (const witness of expected.witnesses ?? []) expect(told).toContain(witness);

  const several = new Set(plan.access_changes.map((change) => change.organization)).size > 1;
  expect(
    plan.access_changes.map(
      ({ organization: where, person, change, possible, because }) =>
        `${several ? `${where} ` : ''}${person} ${change}${possible === true ? '?' : ''}: ${because.join(' ')}`,
    ),
  ).toEqual([...expected.access]);
  expect(codesOf(plan.diagnostics)).toEqual(expected.diagnostics);
  expect(plan.operations.map(({ method }) => method)).toEqual(expected.operations);
  if (expected.changes !== undefined) {
    const changes = plan.resource_changes.map(({ address, change: { actions } }) => `${signOf(actions)} ${address}`);
    expect(changes.sort(byAddress)).toEqual([...expected.changes].sort(byAddress));
  }
  const addresses = (entries: readonly { readonly address: string }[]): readonly string[] =>
    entries.map(({ address }) => address);
  if (expected.manual !== undefined) expect(addresses(plan.manual_steps)).toEqual(expected.manual);
  if (expected.pending !== undefined) expect(addresses(plan.pending)).toEqual(expected.pending);
  if (expected.blocked !== undefined) expect(addresses(plan.blocked)).toEqual(expected.blocked);
  const touched = [...addresses(plan.resource_changes), ...plan.operations.flatMap((each) => each.addresses)];
  for (const address of expected.untouched ?? []) expect(touched).not.toContain(address);
}

function codesOf(diagnostics: readonly Pick<Diagnostic, 'severity' | 'code'>[]): readonly string[] {
  return diagnostics.map(({ severity, code }) => `${severity} ${code}`).sort();
}

function signOf(actions: readonly string[]): string {
  if (actions.length > 1) return '-/+';
  return actions[0] === 'create' ? '+' : actions[0] === 'delete' ? '-' : '~';
}

function byAddress(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.slice(text.indexOf(' ')));
  return String(one) < String(other) ? -1 : 1;
}

/** What certainly changes did; whatever did was foreseen, if only as possible. */
function expectAccess(step: Step, plan: PlanDocument | undefined, seen: readonly string[]): void {
  const types = new Map(organizationsOf(step).map(({ name, type }) => [name, type]));
  const foreseen = (plan?.access_changes ?? []).flatMap(({ organization, person, change, because, possible }) => {
    const type = types.get(organization);
    const isRole = change.endsWith('_role');
    // The sandbox does not tell what a group of a SCIM service, or a team in a project of Atlas, gives.
    if (isRole && (type === 'scim' || (type === 'atlas' && because.every((each) => each.includes('/team/')))))
      return [];
    if (person === '*') return [];
    return [{ text: `${organization} ${person} ${isRole ? 'role' : change}`, possible: possible === true }];
  });
  const everybody = (plan?.access_changes ?? []).filter(({ person }) => person === '*').map(({ change }) => change);
  const certain = new Set(foreseen.filter(({ possible }) => !possible).map(({ text }) => text));
  const all = new Set(foreseen.map(({ text }) => text));
  // Of somebody who is removed, and perhaps comes back, it is not told how.
  const perhaps = [...all].flatMap((text) => (text.endsWith(' loses_login') ? [text.replace('loses_login', '')] : []));
  const others = seen.filter(
    (text) =>
      !everybody.some((change) => text.endsWith(` ${change}`)) &&
      !perhaps.some((start) => text.startsWith(start) && !text.includes('_login')),
  );
  expect(others.filter((text) => !all.has(text))).toEqual([]);
  expect([...certain].filter((text) => !seen.includes(text))).toEqual([]);
  for (const change of everybody) expect(seen.some((text) => text.endsWith(` ${change}`))).toBe(true);
}

/**
 * Whoever is in before and after is in between, with what they have before and after: for want of another way, by the
 * bypass link. Whoever is out in both stays out.
 */
function expectKept(
  { before, halfway, after }: Readonly<Record<'before' | 'halfway' | 'after', LoginTable>>,
  when: string,
  gone: ReadonlySet<string>,
): void {
  for (const [key, was] of before) {
    if (gone.has(key)) continue;
    const [mid, end] = [halfway.get(key), after.get(key)];
    const only = was.methods.length === 0 && was.bypass && mid?.bypass !== true;
    if ((was.methods.length > 0 || only) && end !== undefined && end.methods.length > 0) {
      expect(mid?.methods, `${key} keeps a way in when ${when}`).not.toEqual([]);
      const isOwner = mid?.roles.some((role) => /^(?:ORGANIZATION|ORG)_OWNER$/.test(role)) === true;
      const kept = was.roles.filter((role) => end.roles.includes(role) && mid?.roles.includes(role) !== true);
      expect(isOwner ? [] : kept, `${key} keeps roles when ${when}`).toEqual([]);
    }
    if (was.methods.length === 0 && end?.methods.length === 0) {
      expect(mid?.methods, `${key} stays out when ${when}`).toEqual([]);
    }
  }
}

async function expectNothingLeft(
  command: (name: string, ...more: readonly string[]) => Promise<Session>,
): Promise<void> {
  const { stdout, stderr } = await command('plan', '-json');
  expect((JSON.parse(stdout) as PlanDocument).operations, stderr).toEqual([]);
}

const stranger = 'nobody.in.particular@';

function isStranger(person: string): boolean {
  return person.startsWith(stranger);
}

/** By organization: everybody who is live or becomes so, and somebody from each domain whom nobody knows. */
function peopleOf(
  { world }: Scenario,
  step: Step,
  plan: PlanDocument | undefined,
): ReadonlyMap<string, readonly string[]> {
  const text = [world, ...Object.values(step.files)].join('\n');
  const domains = [...text.matchAll(/\b(?:[a-z-]+\.)+(?:com|io|net|example)\b/g)].map(([domain]) => domain);
  const strangers = [...new Set(domains)]
    .filter((domain) => text.includes(`@${domain}`) || /\b(?:domains|allowedDomains)\b/.test(text))
    .map((domain) => `${stranger}${domain}`);
  const everybody = organizationsOf(step).map(({ name, id }): [string, readonly string[]] => {
    const planned = (plan?.resource_changes ?? []).filter(
      ({ kind, organization }) => kind === 'member' && organization === name,
    );
    const known = new Set([...liveIn(world, id), ...planned.map((change) => change.name)]);
    return [name, [...known, ...strangers].sort()];
  });
  return new Map(everybody);
}

/** Undefined where the file holds what was printed. */
function goldenProblem({ folder }: Scenario, { number }: Step, { stdout, stderr }: Session): string | undefined {
  const all = stderr === '' ? stdout : `${stdout}\n---- standard error ----\n${stderr}`;
  const actual = all.replace(/\(request id [^)]*\)/g, '(request id ...)');
  const file = number === 1 ? 'plan.txt' : `plan-${number}.txt`;
  const path = join(folder, file);
  rmSync(`${path}.actual`, { force: true });
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  if (read(path) === actual) return undefined;
  writeFileSync(`${path}.actual`, actual);
  return `${path} is not what was planned: compare it with ${file}.actual`;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
