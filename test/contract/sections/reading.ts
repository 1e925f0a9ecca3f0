/** What is there is read completely, into one form, and means the same however the vendor or the YAML spells it. */
import { describe, expect } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.js';
import type { Plan, PlannedOrganization } from '../../../src/core/plan.js';
import type { Live } from '../../../src/core/resource.js';
import { startOfTime } from '../../support/test-bed.js';
import { expectNothingToDo, type Contract } from '../harness.js';

export function reading<Base>({ subject, test, within, everything }: Contract<Base>): void {
  const edits = everything.map(({ edit }) => edit);

  describe('reads', () => {
    test('base: the world and the YAML say the same', () =>
      within([], async ({ plan }) => {
        const base = await plan();
        // The base configuration lets everything through its guards, and is told so.
        expect(base.document.diagnostics.filter(({ code }) => code !== 'weaker-guard')).toEqual([]);
        expect(base.document.complete).toBe(true);
        expectNothingToDo(base);
      }));

    test('the same live state into equal values, whatever the order of lists', () =>
      within(edits, async ({ bed, config }) => {
        const [first] = await bed.read(config);
        const [second] = await bed.read(config);
        bed.intercept = async (_, next) => reversed(await next());
        const [third] = await bed.read(config);
        expect(inOneOrder(second?.live)).toEqual(inOneOrder(first?.live));
        expect(inOneOrder(third?.live)).toEqual(inOneOrder(first?.live));
        expect(first?.live.resources).not.toEqual([]);
      }));

    test('lists in any order into the same plan', () =>
      within(edits, async ({ bed, plan }) => {
        const one = await plan();
        bed.intercept = async (_, next) => reversed(await next());
        expect(canonicalText((await plan()).document as never)).toBe(canonicalText(one.document as never));
      }));

    test('names the same way a second time', () =>
      within(edits, async ({ bed, config }) => {
        for (const planned of await bed.read(config)) {
          const once = resolve(planned, planned.desired.resources);
          expect(once.diagnostics).toEqual([]);
          expect(resolve(planned, once.resources)).toEqual(once);
        }
      }));

    for (const { path, total, edit } of subject.lists.filter((list) => list.total !== undefined)) {
      test(`more than one page of ${path}`, () =>
        within(edit === undefined ? [] : [edit], async ({ bed, plan }) => {
          const unpaged = decisions(await plan());
          const bodies: unknown[] = [];
          bed.intercept = async (request, next) => {
            const response = await next();
            const isThis = subject.shorten('GET', new URL(request.url).pathname) === `GET ${path}`;
            if (isThis) bodies.push(await response.clone().json());
            return response;
          };
          await bed.control('PUT', 'faults', [{ method: 'GET', pageSize: 1 }]);
          expect(decisions(await plan())).toEqual(unpaged);
          const totals = bodies.map((body) => (body as Record<string, unknown>)[total ?? '']);
          expect(bodies.length, `the base needs two items in ${path}`).toBeGreaterThan(1);
          expect(Math.max(...totals.map(Number))).toBeGreaterThan(1);
        }));
    }
  });

  describe('takes for the same', () => {
    for (const [what, edit] of Object.entries(subject.sameMeaning)) {
      test(what, () => within([edit], async ({ plan }) => expectNothingToDo(await plan())));
    }
  });
}

/** All of a plan but how many requests it took. */
function decisions({ document }: Plan): unknown {
  return { ...document, api_budget: undefined };
}

function resolve(
  { provider, desired, live }: PlannedOrganization,
  resources: PlannedOrganization['desired']['resources'],
): ReturnType<PlannedOrganization['provider']['resolve']> {
  return provider.resolve(resources, {
    organization: desired,
    live,
    options: { now: new Date(startOfTime).toISOString(), verifyDomains: false, replace: new Set() },
    locate: () => undefined,
  });
}

/** Which resource comes first says nothing. */
function inOneOrder(live: Live | undefined): unknown {
  const key = ({ kind, name, remoteId }: Live['resources'][number]): string => JSON.stringify([kind, name, remoteId]);
  return { ...live, resources: [...(live?.resources ?? [])].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** Every list of an answer, inner ones too, the other way round. */
async function reversed(response: Response): Promise<Response> {
  const text = await response.text();
  const init = { status: response.status, headers: response.headers };
  if (text === '') return new Response(null, init);
  return new Response(JSON.stringify(turned(JSON.parse(text))), init);
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turned(item)]));
}
