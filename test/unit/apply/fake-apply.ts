/** A plan of given operations, and a connection whose answers a test writes down; no vendor, no waiting. */
import { applyPlan, type ApplyOptions } from '../../../src/apply/executor.js';
import type { ApplyReport } from '../../../src/apply/report.js';
import { formatAddress } from '../../../src/core/address.js';
import type { Operation } from '../../../src/core/operation.js';
import { makePlan, type OrganizationPlan, type Plan } from '../../../src/core/plan.js';
import type { Connection, Executed, ReadyOperation } from '../../../src/core/provider.js';
import { ApiError, type ApiErrorDetails } from '../../../src/errors.js';
import { fakeProvider, liveOrganization, organization } from '../core/fake-vendor.js';

export const address = (name: string): ReturnType<typeof formatAddress> => formatAddress('acme', 'group', name);

export function operation(id: string, rest: Partial<Operation> = {}): Operation {
  return {
    id,
    organization: 'acme',
    method: 'POST',
    path: `/${id}`,
    addresses: [address(id)],
    needs: [],
    retry: 'safe',
    ...rest,
  };
}

export function planOf(operations: readonly Operation[], organizations?: readonly OrganizationPlan[]): Plan {
  const base = makePlan({
    organizations: [{ desired: organization(), provider: fakeProvider(), live: liveOrganization([]) }],
    options: { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    targets: [],
    configDigest: 'sha256:0',
    version: '0.1.0',
    timestamp: '2026-06-01T00:00:00Z',
    reads: 0,
    diagnostics: [],
    allowIncomplete: false,
    locate: () => undefined,
  });
  return { ...base, operations, organizations: organizations ?? base.organizations };
}

export const refusal = (status: number | undefined, message = 'no', rest: Partial<ApiErrorDetails> = {}): ApiError =>
  new ApiError(message, { method: 'POST', path: '/', ...(status !== undefined && { status }), ...rest });

export interface FakeConnection extends Connection {
  readonly sent: ReadyOperation[];
  readonly lookedUp: string[];
}

/** Answers by operation id; a list gives one answer a call, the last one again and again. */
export function connection(
  answers: Readonly<Record<string, Executed | Error | readonly (Executed | Error)[]>> = {},
  lookUps: Readonly<Record<string, Executed | Error>> = {},
): FakeConnection {
  const sent: ReadyOperation[] = [];
  const lookedUp: string[] = [];
  const calls = new Map<string, number>();
  return {
    sent,
    lookedUp,
    counts: { reads: 0, writes: 0 },
    read: () => Promise.reject(new Error('not read')),
    execute: async (ready) => {
      sent.push(ready);
      const call = calls.get(ready.id) ?? 0;
      calls.set(ready.id, call + 1);
      const answer = answers[ready.id] ?? {};
      const list = Array.isArray(answer) ? (answer as readonly (Executed | Error)[]) : [answer as Executed | Error];
      const one = list[Math.min(call, list.length - 1)] ?? {};
      if (one instanceof Error) throw one;
      return one;
    },
    lookUp: async (ready) => {
      lookedUp.push(ready.id);
      const found = lookUps[ready.id];
      if (found instanceof Error) throw found;
      return found;
    },
  };
}

export function apply(
  operations: readonly Operation[],
  acme: Connection,
  options: Partial<ApplyOptions> = {},
): Promise<ApplyReport> {
  return applyPlan({
    plan: planOf(operations),
    connections: new Map([['acme', acme]]),
    parallelism: 10,
    resolveSecret: (reference) => Promise.reject(new Error(`no secret ${JSON.stringify(reference)}`)),
    storeSecret: undefined,
    ...options,
  });
}

/** `id status: detail`, one an operation. */
export const told = (report: ApplyReport): string[] =>
  report.operations.map(({ id, status, detail }) => `${id} ${status}${detail === undefined ? '' : `: ${detail}`}`);
