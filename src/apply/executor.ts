/** Runs a plan's operations: in dependency order, in parallel where independent, each outcome told truthfully. */
import type { ManualStep } from '../core/change.js';
import type { JsonObject } from '../core/json.js';
import type { Operation } from '../core/operation.js';
import type { Plan } from '../core/plan.js';
import type { Connection, Executed, ReadyOperation } from '../core/provider.js';
import type { DesiredOrganization } from '../core/resource.js';
import { InternalError, isApiError, isOrgwrightError } from '../errors.js';
import { fillMarkers } from './markers.js';
import { acknowledgedGuards, type ApplyReport, type OperationOutcome, type OutcomeStatus } from './report.js';

export interface ApplyOptions {
  readonly plan: Plan;
  /** By organization name; opened with write access. */
  readonly connections: ReadonlyMap<string, Connection>;
  /** How many operations run at once. */
  readonly parallelism: number;
  /** Value behind a `$secret` reference such as `{ env: NAME }`. */
  readonly resolveSecret: (reference: JsonObject) => Promise<string>;
  /** Writes a new secret away; undefined where the person gave no `--secrets-out`. */
  readonly storeSecret: ((address: string, secret: string) => Promise<void>) | undefined;
  readonly onStart?: (operation: { readonly id: string; readonly method: string; readonly path: string }) => void;
  readonly onOutcome?: (outcome: OperationOutcome) => void;
  /** Aborted: nothing new is started, what runs is finished, the rest is skipped. */
  readonly signal?: AbortSignal;
}

/** How often a create whose answer was lost, and which did not take effect, is sent in all. */
const createAttempts = 3;

export async function applyPlan(options: ApplyOptions): Promise<ApplyReport> {
  const run = new ApplyRun(options);
  return run.finish();
}

interface Told {
  readonly status: OutcomeStatus;
  readonly detail?: string;
  readonly hint?: string;
  readonly requestId?: string;
}

/** The state of one apply: what is learnt, what is done, what waits. */
class ApplyRun {
  private readonly ids = new Map<string, string>();
  private readonly outcomes = new Map<string, OperationOutcome>();
  private readonly manualSteps: ManualStep[] = [];
  private readonly dependents = new Map<string, Operation[]>();
  private readonly missing = new Map<string, number>();
  private readonly organizations: ReadonlyMap<string, DesiredOrganization>;
  private readonly ready: Operation[] = [];
  private readonly options: ApplyOptions;
  /** Secret values that were sent or made: whoever quotes one in an error must not make us print it. */
  private readonly secrets = new Set<string>();
  private running = 0;

  constructor(options: ApplyOptions) {
    this.options = options;
    this.organizations = new Map(
      options.plan.organizations.map(({ organization }) => [organization.name, organization]),
    );
    for (const operation of options.plan.operations) {
      this.missing.set(operation.id, operation.needs.length);
      for (const need of operation.needs) {
        const waiting = this.dependents.get(need);
        if (waiting === undefined) this.dependents.set(need, [operation]);
        else waiting.push(operation);
      }
      if (operation.needs.length === 0) this.ready.push(operation);
    }
  }

  async finish(): Promise<ApplyReport> {
    await new Promise<void>((resolve) => this.pump(resolve));
    return this.report();
  }

  /** Starts what may start; called again whenever something ends. */
  private pump(resolve: () => void): void {
    while (this.ready.length > 0 && this.running < Math.max(1, this.options.parallelism)) {
      const operation = this.ready.shift();
      if (operation === undefined) break;
      this.running += 1;
      void this.run(operation).then((told) => {
        this.running -= 1;
        this.settle(operation, told);
        this.pump(resolve);
      });
    }
    if (this.running === 0 && this.ready.length === 0) resolve();
  }

  private settle(operation: Operation, told: Told): void {
    const outcome: OperationOutcome = {
      id: operation.id,
      organization: operation.organization,
      method: operation.method,
      path: operation.path,
      addresses: operation.addresses,
      ...told,
      ...(told.detail !== undefined && { detail: this.hideSecrets(told.detail) }),
      ...(told.hint !== undefined && { hint: this.hideSecrets(told.hint) }),
    };
    this.outcomes.set(operation.id, outcome);
    this.options.onOutcome?.(outcome);
    for (const dependent of this.dependents.get(operation.id) ?? []) {
      const left = (this.missing.get(dependent.id) ?? 0) - 1;
      this.missing.set(dependent.id, left);
      if (left === 0) this.ready.push(dependent);
    }
  }

  /** Never rejects: whatever happens becomes an outcome. */
  private async run(operation: Operation): Promise<Told> {
    const unmet = operation.needs
      .map((need) => this.outcomes.get(need))
      .find((outcome) => outcome?.status === 'failed' || outcome?.status === 'skipped');
    if (unmet !== undefined) {
      return {
        status: 'skipped',
        detail: `needs request ${unmet.id} (${unmet.addresses.join(', ')}), which ${unmet.status === 'failed' ? 'failed' : 'was skipped'}`,
      };
    }
    if (this.options.signal?.aborted === true) return { status: 'skipped', detail: 'interrupted' };
    if (operation.reveals !== undefined && this.options.storeSecret === undefined) {
      return {
        status: 'skipped',
        detail: `${operation.reveals} makes a new secret, and there is nowhere to put it`,
        hint: 'Run apply with --secrets-out FILE.',
      };
    }
    this.options.onStart?.(operation);
    try {
      const ready = await fillMarkers(operation, {
        ids: this.ids,
        resolveSecret: async (reference) => {
          const secret = await this.options.resolveSecret(reference);
          this.secrets.add(secret);
          return secret;
        },
      });
      return await this.accept(operation, await this.send(ready));
    } catch (error) {
      return this.refused(operation, error);
    }
  }

  private async send(operation: ReadyOperation): Promise<Executed> {
    const connection = this.options.connections.get(operation.organization);
    const organization = this.organizations.get(operation.organization);
    if (connection === undefined || organization === undefined) {
      throw new InternalError(`No connection for ${operation.organization}.`);
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await connection.execute(operation, organization);
      } catch (error) {
        if (operation.retry !== 'check-first' || !isAnswerLost(error)) throw error;
        // Made or not? Look before sending again, so that nothing is ever made twice.
        const found = await connection.lookUp(operation, organization);
        if (found !== undefined) return { substitute: 'the answer was lost; it had been made', ...found };
        if (attempt >= createAttempts) throw error;
      }
    }
  }

  private async accept(operation: Operation, executed: Executed): Promise<Told> {
    if (operation.creates !== undefined && executed.remoteId !== undefined) {
      this.ids.set(operation.creates, executed.remoteId);
    }
    for (const [address, id] of Object.entries(executed.remoteIds ?? {})) this.ids.set(address, id);
    if (operation.reveals !== undefined) {
      const lost = await this.keepSecret(operation.reveals, executed.secret);
      if (lost !== undefined) {
        const hint = `Fetch it with: orgwright reveal ${operation.reveals} --secrets-out FILE`;
        return { status: 'failed', detail: lost, hint };
      }
    }
    return executed.substitute === undefined
      ? { status: 'done' }
      : { status: 'substituted', detail: executed.substitute };
  }

  /** Why the new secret is not where it should be; undefined where it is. */
  private async keepSecret(address: string, secret: string | undefined): Promise<string | undefined> {
    if (secret === undefined) return 'the new secret was not in the answer';
    this.secrets.add(secret);
    try {
      await this.options.storeSecret?.(address, secret);
      return undefined;
    } catch (error) {
      return `the new secret was made, but could not be put away: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private refused(operation: Operation, error: unknown): Told {
    const isRefusal = isApiError(error) && error.status !== undefined && isRefusalStatus(error.status);
    if (isRefusal && operation.toleratesRefusal !== undefined && error.status !== 401 && error.status !== 403) {
      return { status: 'done', detail: `${operation.toleratesRefusal} (${error.message})` };
    }
    if (isRefusal && operation.refusedStep !== undefined) this.manualSteps.push(operation.refusedStep);
    return {
      status: 'failed',
      detail: error instanceof Error ? error.message : 'failed for an unknown reason',
      ...(isOrgwrightError(error) && error.hint !== undefined && { hint: error.hint }),
      ...(isApiError(error) && error.requestId !== undefined && { requestId: error.requestId }),
    };
  }

  private hideSecrets(text: string): string {
    return [...this.secrets]
      .filter((secret) => secret !== '')
      .reduce((shown, secret) => shown.replaceAll(secret, '(secret)'), text);
  }

  private report(): ApplyReport {
    const { plan, signal } = this.options;
    const outcomes = plan.operations.flatMap((operation) => this.outcomes.get(operation.id) ?? []);
    const counts = { done: 0, failed: 0, skipped: 0, substituted: 0 };
    for (const outcome of outcomes) counts[outcome.status] += 1;
    const succeeded = counts.done + counts.substituted;
    const acknowledged = acknowledgedGuards(plan.document);
    return {
      plan_digest: plan.document.plan_digest,
      status:
        signal?.aborted === true && counts.skipped > 0
          ? 'interrupted'
          : counts.failed + counts.skipped === 0
            ? 'applied'
            : succeeded > 0
              ? 'partial'
              : 'failed',
      counts,
      operations: outcomes,
      manual_steps: this.manualSteps,
      ...(acknowledged.length > 0 && { acknowledged }),
    };
  }
}

/** The vendor looked at the request and said no; asking too often (429) or too slowly (408) is no answer to it. */
function isRefusalStatus(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function isAnswerLost(error: unknown): boolean {
  return isApiError(error) && (error.status === undefined || error.status >= 500);
}
