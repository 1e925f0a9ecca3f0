import { type Capabilities } from './capabilities.js';
import { type MemberChange } from './directory.js';
import { badRequest, ScimError } from './protocol/scim-error.js';

/** As much of a PATCH operation as these limits look at. */
interface Operation {
  readonly op: string;
  readonly path: string | undefined;
  readonly value: unknown;
}

/** What services refuse of a PATCH of a group although RFC 7644 allows it. The PATCH itself is checked elsewhere. */
export function checkGroupPatch(body: unknown, capabilities: Capabilities): void {
  const operations = operationsOf(body);
  for (const { op, path, value } of operations) {
    if (path === undefined && !capabilities.groupPathlessPatch) {
      throw badRequest('invalidPath', 'This service needs a path in every operation on a group.');
    }
    if (op === 'replace' && namesMembers(path, value) && !capabilities.replaceMembers) {
      throw badRequest('invalidValue', 'This service does not replace the members of a group: add and remove them.');
    }
    const all = op === 'remove' && path === 'members' && membersIn(value) === 0;
    if (all && !capabilities.removeAllMembers) {
      throw badRequest('invalidValue', 'This service does not remove all members of a group at once: name them.');
    }
  }
  const named = operations.reduce((sum, { path, value }) => {
    if (path === undefined) return sum + membersIn(memberField(value));
    return sum + (path === 'members' ? membersIn(value) : Number(path.startsWith('members[')));
  }, 0);
  refuseChunk(named, capabilities);
}

/** What a write really changes counts too: clearing a group names nobody. */
export const checkMemberChange = ({ added, removed }: MemberChange, capabilities: Capabilities): void =>
  refuseChunk(added.length + removed.length, capabilities);

function refuseChunk(members: number, { chunkLimit, chunkRefusal }: Capabilities): void {
  if (chunkLimit === 0 || members <= chunkLimit) return;
  const detail = `One request may change ${chunkLimit} members of a group, and this one has ${members}.`;
  throw new ScimError(chunkRefusal, detail, chunkRefusal === 400 ? 'tooMany' : undefined);
}

function operationsOf(body: unknown): readonly Operation[] {
  const operations = field(body, 'operations');
  return (Array.isArray(operations) ? operations : []).map((operation: unknown) => {
    const [op, path] = [field(operation, 'op'), field(operation, 'path')];
    const plain =
      typeof path === 'string' && path !== '' ? path.toLowerCase().replace(/^urn:.*:(?=members)/, '') : undefined;
    return { op: String(op).toLowerCase(), path: plain, value: field(operation, 'value') };
  });
}

/** By a name in any case; undefined where there is none. */
function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}
const memberField = (value: unknown): unknown => field(value, 'members');
const namesMembers = (path: string | undefined, value: unknown): boolean =>
  path === undefined ? memberField(value) !== undefined : path === 'members';
const membersIn = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === undefined || value === null ? 0 : 1;
