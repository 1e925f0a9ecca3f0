/** What could not be read is an error or an incomplete plan: never nobody, never a reason to delete or to make again. */
import { describe, expect } from 'vitest';
import { AuthError, isOrgwrightError } from '../../../src/errors.js';
import type { Plan } from '../../../src/core/plan.js';
import type { Contract, Run } from '../harness.js';
import type { Fields, ListCase } from '../subject.js';

export function unread<Base>({ subject, test, within, everything }: Contract<Base>): void {
  const isFor = ({ path }: ListCase<Base>, request: Request): boolean =>
    request.method === 'GET' && subject.shorten('GET', new URL(request.url).pathname) === `GET ${path}`.trim();

  /** With something to create and something to delete of every kind: the worst moment not to see a list. */
  async function tempted(
    list: ListCase<Base>,
    answer: Answer,
    judge: (run: Run, result: Result) => unknown,
  ): Promise<void> {
    const edits = [...everything.map(({ edit }) => edit), ...(list.edit === undefined ? [] : [list.edit])];
    await within(edits, async (run) => {
      let asked = 0;
      run.bed.intercept = async (request, next) => {
        if (!isFor(list, request)) return next();
        asked += 1;
        return answer(await next());
      };
      const result = await run.plan().then(
        (plan) => ({ plan, error: undefined }),
        (error: unknown) => ({ plan: undefined, error }),
      );
      expect(asked, `nobody asked for ${list.path}`).toBeGreaterThan(0);
      expect(await run.writes()).toEqual([]);
      await judge(run, result);
    });
  }

  function expectNothingDecided(list: ListCase<Base>, plan: Plan): void {
    const writes = plan.operations.map(({ method, path }) => subject.shorten(method, path));
    expect(writes.filter((write) => list.decides.test(write))).toEqual([]);
  }

  for (const list of subject.lists) {
    describe(`while ${nameOf(list)} cannot be read`, () => {
      for (const [status, outcome] of [
        [403, list.refused],
        [500, list.failing],
      ] as const) {
        test(`${nameOf(list)} answers ${status}: ${outcome}`, () =>
          tempted(list, always(status), (_, { plan, error }) => {
            if (outcome === 'error') {
              expect(isOrgwrightError(error), String(error)).toBe(true);
              return;
            }
            if (plan === undefined) throw error;
            expect(plan.document.complete).toBe(outcome === 'otherwise');
            if (outcome === 'partial') {
              expect(plan.document.applyable).toBe(false);
              expectNothingDecided(list, plan);
            }
          }));
      }

      test(`${nameOf(list)} answers 401: the credential is refused`, () =>
        tempted(list, always(401), (_, { plan, error }) => {
          // What has another source may have rules of its own about who may ask.
          if (list.refused === 'otherwise') expect(plan?.document.complete).toBe(true);
          else expect(error).toBeInstanceOf(AuthError);
        }));

      for (const [what, answer] of Object.entries({ ...nonsenseOf(list), ...own(list) })) {
        test(`${nameOf(list)} answers ${what}`, () =>
          tempted(list, answer, (_, { plan, error }) => {
            if (plan === undefined) {
              expect(isOrgwrightError(error), String(error)).toBe(true);
              return;
            }
            expect(plan.document.complete).toBe(list.failing === 'otherwise');
            if (list.failing !== 'otherwise') expectNothingDecided(list, plan);
          }));
      }
    });
  }
}

function nameOf<Base>({ path, when }: ListCase<Base>): string {
  return `${path === '' ? 'the organization' : path}${when === undefined ? '' : ` (${when})`}`;
}

type Answer = (response: Response) => Promise<Response>;

interface Result {
  readonly plan: Plan | undefined;
  readonly error: unknown;
}

function always(status: number): Answer {
  return () => Promise.resolve(Response.json({ message: 'No.', requestId: 'r', statusCode: status }, { status }));
}

/** Answers of 200 that no list gives, in whatever API. */
function nonsenseOf<Base>({ items, total }: ListCase<Base>): Record<string, Answer> {
  const body = (make: (body: unknown) => unknown): Answer => {
    return async (response) => Response.json(make(await response.json()));
  };
  return {
    HTML: () => Promise.resolve(new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })),
    'an empty body': () => Promise.resolve(new Response('')),
    null: body(() => null),
    'a text': body(() => 'ok'),
    [items === undefined ? 'an object instead of a list' : 'a list instead of an object']: body(() =>
      items === undefined ? {} : [],
    ),
    ...(items !== undefined && {
      'no items': body((answer) => ({ ...(answer as Fields), [items]: undefined })),
      'null items': body((answer) => ({ ...(answer as Fields), [items]: null })),
      'items that are an object': body((answer) => ({ ...(answer as Fields), [items]: {} })),
      'items that are null each': body((answer) => ({ ...(answer as Fields), [items]: [null] })),
      'items that are empty each': body((answer) => ({ ...(answer as Fields), [items]: [{}] })),
    }),
    ...(items !== undefined &&
      total !== undefined && {
        'no total': body((answer) => ({ ...(answer as Fields), [total]: undefined })),
        'a total that is a text': body((answer) => ({ ...(answer as Fields), [total]: '3' })),
        'fewer items than the total': body((answer) => ({ ...(answer as Fields), [items]: [] })),
        'a total of nothing beside items': body((answer) => ({ ...(answer as Fields), [total]: 0 })),
      }),
  };
}

function own<Base>({ nonsense = {} }: ListCase<Base>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(nonsense).map(([what, make]) => [
      what,
      async (response: Response) => Response.json(make((await response.json()) as Fields)),
    ]),
  );
}
