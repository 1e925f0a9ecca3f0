/** Secrets go to the vendor and to the secrets file, and nowhere else; the plan path cannot write. */
import { describe, expect } from 'vitest';
import { toText } from '../../../src/cli/render/line.js';
import { renderPlanJson } from '../../../src/cli/render/plan-json.js';
import { renderPlanText } from '../../../src/cli/render/plan-text.js';
import { renderReport } from '../../../src/cli/render/report-text.js';
import { SafetyError } from '../../../src/errors.js';
import { type Contract, type Run } from '../harness.js';

export function secrecy<Base>({ subject, test, within, everything }: Contract<Base>): void {
  const scenarios = [
    { name: 'all creates and deletes', edits: everything.map(({ edit }) => edit), choices: undefined },
    ...Object.entries(subject.changes)
      .filter(([, change]) => !everything.includes(change))
      .map(([name, { edit, choices }]) => ({ name, edits: [edit], choices })),
  ];

  /** Fails without showing the secret itself. */
  function expectNoSecret({ bed }: Run, text: string, made: ReadonlyMap<string, string> = new Map()): void {
    const secrets = [...subject.secrets(bed), ...made.values()];
    expect(secrets.length).toBeGreaterThan(0);
    const found = secrets.flatMap((secret, index) => (text.includes(secret) ? [`secret ${index}`] : []));
    expect(found, text.slice(0, 200)).toEqual([]);
  }

  describe('shows no secret', () => {
    for (const { name, edits, choices } of scenarios) {
      test(`${name}: in plan, report and request log`, () =>
        within(edits, async (run) => {
          const { plan, report, secrets } = await run.apply(choices);
          const { document } = plan;
          expectNoSecret(run, renderPlanJson(document), secrets);
          expectNoSecret(run, JSON.stringify(document), secrets);
          expectNoSecret(run, toText(renderPlanText(document), false), secrets);
          expectNoSecret(run, JSON.stringify(report) + toText(renderReport(report), false), secrets);
          expectNoSecret(run, JSON.stringify((await run.bed.requests()).list), secrets);
          expectNoSecret(run, JSON.stringify((await run.plan(choices)).document), secrets);
        }));

      test(`${name}: when the vendor quotes the whole request in a refusal`, () =>
        within(edits, async (run) => {
          for (const status of [400, 401, 403, 500]) {
            run.bed.intercept = async (request, next) => (request.method === 'GET' ? next() : quoting(request, status));
            const { report } = await run.apply(choices);
            expectNoSecret(run, JSON.stringify(report) + toText(renderReport(report), false));
          }
        }));
    }

    for (const status of [400, 401, 403, 500]) {
      test(`in what a refused read throws or warns of, ${status}`, () =>
        within([], async (run) => {
          run.bed.intercept = (request) => quoting(request, status);
          const outcome = await run.plan().then(({ document }) => JSON.stringify(document), textOfError);
          expectNoSecret(run, outcome);
        }));
    }

    test('in what a lost connection throws', () =>
      within([], async (run) => {
        run.bed.intercept = (request) => Promise.reject(new TypeError(`lost: ${textOfHeaders(request)}`));
        expectNoSecret(run, await run.plan().then(({ document }) => JSON.stringify(document), textOfError));
      }));
  });

  describe('cannot write from the plan path', () => {
    for (const { name, edits, choices } of scenarios) {
      test(`${name}: the read connection refuses each write`, () =>
        within(edits, async ({ bed, config, plan, writes }) => {
          const { operations, organizations } = await plan(choices);
          const connections = await bed.connect(config, 'read');
          for (const operation of operations) {
            const share = organizations.find(({ organization }) => organization.name === operation.organization);
            const connection = connections.get(operation.organization);
            if (share === undefined || connection === undefined) throw new Error('no connection');
            await expect(connection.execute({ ...operation, ready: true }, share.organization)).rejects.toBeInstanceOf(
              SafetyError,
            );
          }
          expect(operations.length).toBeGreaterThan(0);
          expect(await writes()).toEqual([]);
        }));
    }
  });
}

/** A vendor that is careless: everything it was sent comes back in its message. */
async function quoting(request: Request, status: number): Promise<Response> {
  const message = `cannot handle ${textOfHeaders(request)} ${request.url} ${await request.text()}`;
  return Response.json({ message, detail: message, requestId: 'r', statusCode: status }, { status });
}

function textOfHeaders(request: Request): string {
  return [...request.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** All that could be shown of an error: message, hint, stack, and the same of its causes. */
function textOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return `${error.message}\n${JSON.stringify(error)}\n${error.stack ?? ''}${cause === undefined ? '' : textOfError(cause)}`;
}
