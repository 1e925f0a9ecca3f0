/** People: one POST, one PATCH (or PUT) with all attributes that differ, or what removing means. */
import type { Change } from '../../core/change.js';
import { pick } from '../../core/desired-resources.js';
import { objectOf, textList } from '../../core/diff.js';
import { isJsonObject, textOf, type JsonObject } from '../../core/json.js';
import type { Edit } from '../../core/shape.js';
import { creationKey, targetOf, wholeOf, type Compiler, type Target } from './compiler.js';
import { emailsAfter } from './emails.js';
import { patchBody, setOperation, urns, type PatchOperation } from './messages.js';
import { deletesPeople } from './remove-people.js';
import { resourcePath, step, type Rank, type Step } from './step.js';
import { wholeWith } from './whole-resource.js';

export function compileMember(change: Change, compiler: Compiler): Step {
  const { context } = compiler;
  if (change.action === 'create') return creation(change, compiler);
  const target = targetOf(change, compiler);
  if (change.action === 'delete') {
    if (!deletesPeople(context.organization)) {
      return edit('deactivates-user', [setOperation('active', false)], change, target, compiler);
    }
    return step('deletes-user', {
      key: `${change.address}#delete`,
      method: 'DELETE',
      path: resourcePath(context, 'Users', target.id),
      addresses: [change.address],
    });
  }
  const edits = change.action === 'update' ? change.edits : [];
  const operations = edits.flatMap((item) => operationsFor(item, change.after, change.name, target));
  const deactivates = change.before['active'] === true && change.after['active'] === false;
  return edit(deactivates ? 'deactivates-user' : 'updates-user', operations, change, target, compiler);
}

function creation({ address, name, after }: Extract<Change, { action: 'create' }>, { context }: Compiler): Step {
  const emails = after['emails'];
  const body: JsonObject = {
    schemas: [urns.user],
    userName: name,
    active: after['active'] !== false,
    ...pick(after, ['displayName', 'name']),
    ...(emails !== undefined && { emails: emailsAfter(textList(emails), [], name) }),
    ...pick(after, ['externalId']),
  };
  return step('creates-user', {
    key: creationKey(address),
    method: 'POST',
    path: resourcePath(context, 'Users'),
    body,
    addresses: [address],
    retry: 'check-first',
    naturalKey: { kind: 'member', userName: name },
    creates: address,
  });
}

function operationsFor(item: Edit, after: JsonObject, userName: string, { native }: Target): readonly PatchOperation[] {
  const [attribute = ''] = item.path;
  if (item.type === 'members') {
    return [setOperation(attribute, emailsAfter(textList(after[attribute]), native.emails ?? [], userName))];
  }
  if (item.type === 'unset') return [];
  // Parts of a name are named one by one, also where there was no name: that is what all services take.
  if (item.path.length === 1 && isJsonObject(item.after)) {
    return Object.entries(objectOf(item.after)).map(([part, value]) => setOperation(`${attribute}.${part}`, value));
  }
  return [setOperation(item.path.join('.'), item.after)];
}

function edit(
  rank: Rank,
  operations: readonly PatchOperation[],
  { address }: Change,
  target: Target,
  { context }: Compiler,
): Step {
  const patches = context.live.facts.capabilities.patch;
  return step(rank, {
    key: `${address}#update`,
    method: patches ? 'PATCH' : 'PUT',
    path: resourcePath(context, 'Users', target.id),
    body: patches ? patchBody(operations) : wholeWith(withUserName(wholeOf(target, address), target), operations),
    addresses: [address],
  });
}

/** `userName` is required in a whole user (RFC 7643, section 4.1.1); the service's own spelling is kept. */
function withUserName(whole: JsonObject, { resource }: Target): JsonObject {
  const has = Object.keys(whole).some((key) => key.toLowerCase() === 'username' && textOf(whole[key]) !== '');
  return has ? whole : { ...whole, userName: resource.name };
}
