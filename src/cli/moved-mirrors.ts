/** Whether mirrors still show whom they showed when the plan was made: what follows them was planned on that. */
import type { Plan } from '../core/plan.js';
import type { DesiredOrganization, Live } from '../core/resource.js';
import { InternalError, SafetyError } from '../errors.js';
import type { ConfiguredOrganization } from './configuration.js';
import type { LiveMirror } from './live-mirrors.js';
import { mirrorPeople } from './mirror-people.js';
import { mirrorScope, onlyMirrored } from './mirror-scope.js';

/** The names of lists that show others now. Only mirrors that the plan's writes rely on are read again. */
export async function movedMirrors(
  plan: Plan,
  mirrors: readonly LiveMirror[],
  organizations: readonly ConfiguredOrganization[],
  read: (organization: ConfiguredOrganization, scope: DesiredOrganization) => Promise<Live>,
): Promise<readonly string[]> {
  const written = new Set(
    plan.organizations.filter(({ changes }) => changes.length > 0).map(({ organization }) => organization.name),
  );
  const relied = mirrors.filter(({ users }) => users.some((user) => written.has(user)));
  const sources = new Set(relied.map(({ organization }) => organization));
  const moved = await Promise.all(
    [...sources].map(async (name) => {
      const source = organizations.find(({ desired }) => desired.name === name);
      if (source === undefined) throw new InternalError(`The mirrored ${name} is not in the configuration.`);
      const mine = relied.filter(({ organization }) => organization === name);
      const base = { ...source, desired: onlyMirrored(source.desired) };
      const live = await read(
        source,
        mirrorScope(
          base,
          mine.map(({ team }) => team),
        ),
      );
      return mine.filter((mirror) => hasMoved(mirror, live, source)).map(({ list }) => list);
    }),
  );
  return moved.flat().sort();
}

function hasMoved(mirror: LiveMirror, live: Live, { provider }: ConfiguredOrganization): boolean {
  const { people, problem } = mirrorPeople(mirror, live, provider);
  if (problem?.code === 'mirror-unreadable') {
    throw new SafetyError(
      `Nothing was applied: whether the list "${mirror.list}" still shows the same people is not known: ${problem.summary}.`,
      { hint: problem.hint },
    );
  }
  return JSON.stringify(people) !== JSON.stringify(mirror.people);
}
