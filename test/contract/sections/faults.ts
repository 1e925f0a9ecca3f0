/** Whatever the network or the vendor does to a write, nothing is made twice, and running again converges. */
import { describe, expect, it } from 'vitest';
import type { OperationOutcome } from '../../../src/apply/report.js';
import type { Plan } from '../../../src/core/plan.js';
import { expectDone, expectNothingToDo, type Contract, type Run } from '../harness.js';
import type { ChangeCase, SandboxObject } from '../subject.js';

export function faults<Base>({ subject, test, within, everything }: Contract<Base>): void {
  const all: Scenario<Base> = { name: 'all creates and deletes', cases: everything };
  const others = Object.entries(subject.changes)
    .filter(([, change]) => !everything.includes(change))
    .map(([name, change]): Scenario<Base> => ({ name, cases: [change] }));

  const inScenario = <T>({ cases }: Scenario<Base>, use: (run: Run) => Promise<T>): Promise<T> =>
    within(
      cases.map(({ edit }) => edit),
      use,
    );
  const choicesOf = ({ cases }: Scenario<Base>): ChangeCase<Base>['choices'] =>
    cases.length === 1 ? cases[0]?.choices : undefined;

  describe('takes 404 for success when it deletes', () => {
    for (const scenario of [all, ...others].filter(({ cases }) => writesOf(cases).some(isDelete))) {
      test(`${scenario.name}: gone already`, () =>
        inScenario(scenario, async ({ bed, apply, plan }) => {
          bed.intercept = async (request, next) => {
            const response = await next();
            return request.method === 'DELETE' ? refusal(404) : response;
          };
          expectDone((await apply(choicesOf(scenario))).report);
          bed.intercept = undefined;
          expectNothingToDo(await plan(choicesOf(scenario)));
        }));
    }
  });

  describe('lets a refusal fail its own change only', () => {
    for (const scenario of [all, ...others.filter(({ cases }) => writesOf(cases).length > 1)]) {
      test(`${scenario.name}: each write refused once`, async () => {
        const writes = writesOf(scenario.cases).length;
        for (let nth = 1; nth <= writes; nth += 1) {
          await inScenario(scenario, async ({ bed, apply, plan }) => {
            bed.intercept = onWrite(nth, () => Promise.resolve(refusal(400)));
            const { report, plan: applied } = await apply(choicesOf(scenario));
            const failed = report.operations.filter(({ status }) => status === 'failed');
            expect(failed, `write ${nth}`).toHaveLength(1);
            const skipped = report.operations.filter(({ status }) => status === 'skipped').map(({ id }) => id);
            expect(skipped, `what needs ${about(failed[0])}`).toEqual(dependents(applied, failed[0]?.id ?? ''));
            bed.intercept = undefined;
            // What the refusal left undone is done by running again.
            expectDone((await apply(choicesOf(scenario))).report);
            expectNothingToDo(await plan(choicesOf(scenario)));
          });
        }
      });
    }
  });

  describe('waits when it is told to', () => {
    for (const scenario of [all, ...others]) {
      test(`${scenario.name}: 429 to every request`, () =>
        inScenario(scenario, async ({ bed, apply, plan }) => {
          const seen = new Set<string>();
          bed.intercept = async (request, next) => {
            const key = `${request.method} ${request.url} ${await request.text()}`;
            if (seen.has(key)) return next();
            seen.add(key);
            return refusal(429, { 'retry-after': '7' });
          };
          expectDone((await apply(choicesOf(scenario))).report);
          bed.intercept = undefined;
          expect(bed.waits.length).toBe(seen.size);
          expect(new Set(bed.waits)).toEqual(new Set([7000]));
          expectNothingToDo(await plan(choicesOf(scenario)));
        }));
    }
  });

  describe('makes nothing twice when an answer is lost', () => {
    for (const scenario of [all, ...others]) {
      for (const [how, lose] of Object.entries(losses)) {
        test(`${scenario.name}: ${how}`, async () => {
          const undisturbed = await inScenario(scenario, async ({ apply, objects }) => {
            await apply(choicesOf(scenario));
            return withoutIds(await objects());
          });
          for (let nth = 1; nth <= writesOf(scenario.cases).length; nth += 1) {
            await inScenario(scenario, async ({ bed, apply, plan, objects }) => {
              bed.intercept = onWrite(nth, lose);
              const { report, secrets } = await apply(choicesOf(scenario));
              expectDone(report);
              bed.intercept = undefined;
              expect(withoutIds(await objects()), `write ${nth}`).toEqual(undisturbed);
              expectNothingToDo(await plan(choicesOf(scenario)));
              // A secret that was made is handed over even so.
              expect([...secrets.values()].filter((secret) => secret === '')).toEqual([]);
            });
          }
        });
      }
    }
  });

  it('has a plan in which every fault can strike', () => expect(writesOf(everything).length).toBeGreaterThan(3));
}

interface Scenario<Base> {
  readonly name: string;
  readonly cases: readonly ChangeCase<Base>[];
}

const losses: Readonly<Record<string, (next: () => Promise<Response>) => Promise<Response>>> = {
  'the request never arrives': () => Promise.reject(connectionLost()),
  'the answer never arrives': async (next) => {
    await next();
    throw connectionLost();
  },
  'a gateway says 502 although it was done': async (next) => {
    await next();
    return refusal(502);
  },
};

function connectionLost(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
}

function refusal(status: number, headers: Record<string, string> = {}): Response {
  return Response.json({ message: 'No.', requestId: 'r', statusCode: status }, { status, headers });
}

/** Strikes the nth write that is sent, once. */
function onWrite(
  nth: number,
  strike: (next: () => Promise<Response>) => Promise<Response>,
): NonNullable<Run['bed']['intercept']> {
  let seen = 0;
  return (request, next) => {
    if (request.method === 'GET') return next();
    seen += 1;
    return seen === nth ? strike(next) : next();
  };
}

function writesOf<Base>(cases: readonly ChangeCase<Base>[]): readonly string[] {
  return cases.flatMap(({ writes }) => writes);
}

function isDelete(write: string): boolean {
  return write.startsWith('DELETE ');
}

/** Ids of the operations that cannot run without this one, in the plan's order. */
function dependents({ operations }: Plan, id: string): readonly string[] {
  const lost = new Set([id]);
  for (const operation of operations) if (operation.needs.some((need) => lost.has(need))) lost.add(operation.id);
  return operations.map((operation) => operation.id).filter((each) => each !== id && lost.has(each));
}

function about(outcome: OperationOutcome | undefined): string {
  return `${outcome?.method} ${outcome?.path}`;
}

function withoutIds(objects: readonly SandboxObject[]): unknown {
  return objects.map(({ id: _id, ...rest }) => rest);
}
