/** Groups: one POST with the members, one PATCH (or PUT) however many members change, or one DELETE. */
import type { Change } from '../../core/change.js';
import { pick } from '../../core/desired-resources.js';
import { textList } from '../../core/diff.js';
import { textOf } from '../../core/json.js';
import { creationKey, personRef, targetOf, wholeOf, type Compiler } from './compiler.js';
import { knownMembers } from './known-members.js';
import { addMembers, patchBody, removeMember, setOperation, urns, type PatchOperation } from './messages.js';
import { resourcePath, step, type Step } from './step.js';
import { wholeWith } from './whole-resource.js';

export function compileTeam(change: Change, compiler: Compiler): Step {
  const { context } = compiler;
  const { address } = change;
  if (change.action === 'create') return creation(change, compiler);
  const target = targetOf(change, compiler);
  if (change.action === 'delete') {
    return step('deletes-group', {
      key: `${address}#delete`,
      method: 'DELETE',
      path: resourcePath(context, 'Groups', target.id),
      addresses: [address],
      revokes: textList(target.resource.attributes['members']),
    });
  }
  const edits = change.action === 'update' ? change.edits : [];
  const added = edits.flatMap((edit) => (edit.type === 'members' ? edit.added : []));
  const removed = edits.flatMap((edit) => (edit.type === 'members' ? edit.removed : []));
  const people = added.map((person) => personRef(person, compiler));
  const operations: readonly PatchOperation[] = [
    ...(change.name === target.resource.name ? [] : [setOperation('displayName', change.name)]),
    ...edits.flatMap((edit) => (edit.type === 'set' ? [setOperation(edit.path.join('.'), edit.after)] : [])),
    ...removed.map((person) => removeMember(textOf(personRef(person, compiler).value))),
    ...(people.length === 0 ? [] : [addMembers(people.map(({ value }) => value))]),
  ];
  const patches = context.live.facts.capabilities.patch;
  const known = knownMembers(target.resource, context);
  return step('edits-group', {
    key: `${address}#update`,
    method: patches ? 'PATCH' : 'PUT',
    path: resourcePath(context, 'Groups', target.id),
    body: patches ? patchBody(operations) : wholeWith(wholeOf(target, address), operations),
    addresses: [address],
    // Where the service refuses PATCH after all, what may be sent whole depends on it.
    ...(known !== undefined && { naturalKey: { kind: 'team', members: known } }),
    needs: people.flatMap(({ createdBy }) => createdBy ?? []),
    grants: added,
    revokes: removed,
  });
}

function creation(change: Extract<Change, { action: 'create' }>, compiler: Compiler): Step {
  const { address, name, after } = change;
  const members = textList(after['members']);
  const people = members.map((person) => personRef(person, compiler));
  return step('creates-group', {
    key: creationKey(address),
    method: 'POST',
    path: resourcePath(compiler.context, 'Groups'),
    body: {
      schemas: [urns.group],
      displayName: name,
      ...pick(after, ['externalId']),
      ...(people.length > 0 && { members: people.map(({ value }) => ({ value })) }),
    },
    addresses: [address],
    needs: people.flatMap(({ createdBy }) => createdBy ?? []),
    retry: 'check-first',
    naturalKey: { kind: 'team', displayName: name },
    creates: address,
    grants: members,
  });
}
