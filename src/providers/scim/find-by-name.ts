/** Finds a user or group by its name: what a lost answer made, or what was there already. Never guesses between two. */
import { isJsonObject, textOf } from '../../core/json.js';
import { ApiError } from '../../errors.js';
import { openList } from './list.js';
import { lookUp } from './look-up-each.js';
import type { Session } from './session.js';
import { groupFromWire, userFromWire } from './wire.js';
import { isGroup, type Write } from './write.js';

interface Named {
  readonly id: string;
  /** In lower case. */
  readonly key: string;
}

/** `write` creates it. The id; undefined where there is none of that name. */
export async function findByName(session: Session, write: Write): Promise<string | undefined> {
  const { client } = session;
  const body = isJsonObject(write.body) ? write.body : {};
  const attribute = isGroup(write.path) ? 'displayName' : 'userName';
  const name = textOf(body[attribute]);
  const path = isGroup(write.path) ? '/Groups' : '/Users';
  const candidates = (await filtered(session, path, attribute, name)) ?? (await everything(session, path));
  const ids = new Set(candidates.filter(({ key }) => key === name.toLowerCase()).map(({ id }) => id));
  const [first, ...others] = ids;
  if (others.length === 0) return first;
  throw new ApiError(
    `${write.address} may be any of ${ids.size} that ${client.vendor} has under the name "${name}", and orgwright never guesses.`,
    {
      method: write.method,
      path: write.path,
      status: 409,
      hint: `Rename or delete all but one of them (ids: ${[...ids].join(', ')}).`,
    },
  );
}

type Path = '/Users' | '/Groups';

function namedFromWire(path: Path): (item: unknown) => Named {
  return (item) => {
    if (path === '/Users') return userFromWire(item);
    const { id, displayName } = groupFromWire(item);
    return { id, key: displayName.toLowerCase() };
  };
}

/** Undefined where the service does not filter, whatever it said of itself. */
async function filtered(
  { client }: Session,
  path: Path,
  attribute: 'displayName' | 'userName',
  name: string,
): Promise<readonly Named[] | undefined> {
  if (!(await client.capabilities()).filter) return undefined;
  return lookUp(client, { path, attribute, decode: namedFromWire(path), keyOf: ({ key }) => key }, name);
}

async function everything({ client }: Session, path: Path): Promise<readonly Named[]> {
  const what = path === '/Users' ? 'the people' : 'the groups';
  const query = path === '/Groups' ? { query: 'excludedAttributes=members' } : {};
  const list = await openList(client, { path, what, decode: namedFromWire(path), ...query });
  return (await list.finish()).items;
}
