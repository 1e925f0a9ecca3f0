import { movedAddresses, touchedScopes } from '../apply/staleness.js';
import { InternalError, StalePlanError } from '../errors.js';
import { movedMirrors } from './moved-mirrors.js';
import type { Planning } from './planning.js';
import { startProgress } from './progress.js';
import type { Terminal } from './terminal.js';

/** Reads again what the plan touches, and refuses with exit code 11 where it is no longer as planned. */
export async function refuseMoved(terminal: Terminal, planning: Planning): Promise<void> {
  const { plan, organizations, mirrors, configuration, connections, options } = planning;
  const progress = startProgress(terminal, 'Checking that nothing has changed since the plan');
  try {
    const [lives, lists] = await Promise.all([
      Promise.all(
        touchedScopes(plan).map((organization) => {
          const configured = organizations.find(({ desired }) => desired.name === organization.name);
          if (configured === undefined) throw new InternalError(`The plan holds an unknown ${organization.name}.`);
          return connections.of(configured).read({ organization, options });
        }),
      ),
      movedMirrors(plan, mirrors, configuration.organizations, (source, organization) =>
        connections.of(source).read({ organization, options }),
      ),
    ]);
    const moved = [...movedAddresses(plan, lives), ...lists.map((list) => `the list ${list}`)];
    if (moved.length > 0) {
      throw new StalePlanError(`Nothing was applied: changed since the plan was made: ${moved.join(', ')}.`, {
        hint: 'Run it again and look at the new plan.',
      });
    }
  } finally {
    progress.stop();
  }
}
