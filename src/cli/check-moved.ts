import { StalePlanError } from '../errors.js';
import type { Connections } from './connections.js';
import { movedSincePlan } from './moved-since-plan.js';
import type { Planning } from './planning.js';
import { startProgress } from './progress.js';
import type { Terminal } from './terminal.js';

/**
 * Reads again what the plan touches, and refuses with exit code 11 where it is no longer as planned. `connections` are
 * those that will write: a write is for the version that its own connection has read.
 */
export async function refuseMoved(terminal: Terminal, planning: Planning, connections: Connections): Promise<void> {
  const { plan, mirrors, configuration, options } = planning;
  const progress = startProgress(terminal, 'Checking that nothing has changed since the plan');
  try {
    const moved = await movedSincePlan(plan, mirrors, configuration.organizations, (configured, organization) =>
      connections.of(configured).read({ organization, options }),
    );
    if (moved.length > 0) {
      throw new StalePlanError(`Nothing was applied: changed since the plan was made: ${moved.join(', ')}.`, {
        hint: 'Run it again and look at the new plan.',
      });
    }
  } finally {
    progress.stop();
  }
}
