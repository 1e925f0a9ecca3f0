/** Reads a model service, plans, and applies the plan with the real executor. */
import { applyPlan } from '../../../src/apply/executor.js';
import type { ApplyReport } from '../../../src/apply/report.js';
import type { Plan } from '../../../src/core/plan.js';
import { createScim } from '../../../src/providers/scim/index.js';
import { inputOf, planFrom, type Configured } from './directory.js';
import type { ModelService } from './model-service.js';

export interface Ran {
  readonly plan: Plan;
  readonly report: ApplyReport;
  /** `STATUS: detail` of each operation. */
  readonly outcomes: readonly string[];
}

export async function plan(service: ModelService, configured: Configured): Promise<Plan> {
  return (await prepare(service, configured)).plan;
}

async function prepare(service: ModelService, configured: Configured) {
  const provider = createScim();
  const { organization } = provider.desired(inputOf(configured), () => undefined);
  const connection = provider.connect(service.connection);
  const options = { now: '2026-01-01T00:00:00Z', verifyDomains: false, replace: new Set<never>() };
  const live = await connection.read({ organization, options });
  return { connection, plan: planFrom(configured, live) };
}

/** `between`: what happens after reading. Only what is sent after that is in the service's calls. */
export async function run(service: ModelService, configured: Configured, between?: () => void): Promise<Ran> {
  const { connection, plan } = await prepare(service, configured);
  between?.();
  service.calls.length = 0;
  const report = await applyPlan({
    plan,
    connections: new Map([['corp', connection]]),
    parallelism: 1,
    resolveSecret: () => Promise.reject(new Error('A secret was asked for.')),
    storeSecret: undefined,
  });
  const outcomes = report.operations.map(({ status, detail }) => `${status}: ${detail ?? ''}`);
  return { plan, report, outcomes };
}
