/** The form of what a saved plan holds beside its document. */
import { removalScopes } from '../core/resource.js';
import { collectionKeys } from '../core/shape.js';
import {
  amount,
  anyObject,
  anything,
  chosenBy,
  flag,
  listOf,
  mapOf,
  oneOf,
  orNull,
  record,
  text,
  type Check,
} from './check.js';
import { sourceCheck } from './document-check.js';
import { savedFormat } from './saved-plan.js';

const texts = listOf(text);

const resource = record(
  {
    address: text,
    kind: text,
    name: text,
    state: oneOf('present', 'absent'),
    attributes: anyObject,
    previously: texts,
    pointer: text,
    dependsOn: texts,
  },
  { source: sourceCheck, because: text, leaving: texts, protect: oneOf(true) },
);

const policy = record({ policy: oneOf('report', 'keep', 'remove'), includeProvisioned: flag });
const limit = record({ percent: amount, atLeast: amount });

const organization = record(
  {
    name: text,
    type: text,
    id: text,
    provider: text,
    pointer: text,
    resources: listOf(resource),
    managed: listOf(oneOf(...collectionKeys)),
    unlisted: record(Object.fromEntries(collectionKeys.map((key) => [key, policy]))),
    guards: record(
      {
        minOwners: amount,
        requiredOwners: texts,
        denyWeakerLogin: flag,
        requireSelf: flag,
        protect: record({ everything: flag, people: texts }),
        maxRemovals: record(Object.fromEntries(removalScopes.map((scope) => [scope, limit]))),
      },
      { maxNewOwners: amount },
    ),
  },
  { source: sourceCheck, settings: anyObject },
);

const edit = chosenBy('type', {
  set: record({ type: text, path: texts, after: anything }, { before: anything }),
  unset: record({ type: text, path: texts, before: anything }),
  members: record({ type: text, path: texts, added: texts, removed: texts }),
});

const changed = { address: text, organization: text, kind: text, name: text, reason: text, action: text };
const place = { source: sourceCheck };
const change = chosenBy('action', {
  create: record({ ...changed, after: anyObject }, place),
  update: record(
    { ...changed, before: anyObject, after: anyObject, edits: listOf(edit) },
    { ...place, previousAddress: text },
  ),
  replace: record({ ...changed, before: anyObject, after: anyObject }, place),
  delete: record({ ...changed, before: anyObject }, place),
});

export const savedCheck: Check = record({
  format: oneOf(savedFormat),
  connections: listOf(record({ name: text, type: text, settings: anyObject, endpoint: orNull(text) })),
  organizations: listOf(organization),
  planned: texts,
  shares: listOf(
    record({ organization, changes: listOf(change), reliedOn: texts, leaving: texts, fingerprints: mapOf(text) }),
  ),
  mirrors: listOf(
    record(
      {
        list: text,
        organization: text,
        pointer: text,
        users: texts,
        people: listOf(record({ name: text }, { email: text })),
      },
      { team: text },
    ),
  ),
  options: record({ now: text, verifyDomains: flag, replace: texts }),
  allow_incomplete: flag,
  digest: text,
  signature: orNull(text),
});
