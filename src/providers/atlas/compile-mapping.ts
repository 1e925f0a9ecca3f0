/**
 * Requests for an organization's place in its federation. Atlas's PATCH is no merge: what it does not hold is in part
 * taken away. So it carries the whole object as read, changed only where the plan says, and never an empty text.
 */
import type { Change } from '../../core/change.js';
import { objectOf, textList } from '../../core/diff.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';
import { makesFields } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import type { Update } from '../../core/settlement.js';
import { connectionOf, providerByName } from './facts.js';
import { joiningProvider } from './live.js';
import { connectionPath, mappedPeople, step, type Step, type StepMark } from './step.js';
import { desiredMapping, domainsAfter, narrowingKeys, type AtlasContext } from './settlement.js';

export function compileMapping(change: Change, live: LiveResource | undefined, context: AtlasContext): readonly Step[] {
  if (change.action === 'delete') {
    return [
      step({
        key: `${change.address}#disconnect`,
        method: 'DELETE',
        path: connectionPath(context),
        addresses: [change.address],
      }),
    ];
  }
  return change.action === 'update' && live !== undefined ? update(change, live, context) : [];
}

function update(change: Update, live: LiveResource, context: AtlasContext): readonly Step[] {
  const { address, before, after } = change;
  const edited = new Set(change.edits.map(({ path }) => path[0] ?? ''));
  const detaches = before['identityProvider'] !== 'none' && after['identityProvider'] === 'none';
  // Atlas refuses to change default roles together with detaching: then they go first, in a request of their own.
  const inTwo = detaches && edited.has('defaultRoles');
  const rest = inTwo ? new Set([...edited].filter((field) => field !== 'identityProvider')) : edited;
  const first = changed(live.native, after, rest, context);
  const attaches = edited.has('identityProvider') && !detaches;
  const effect = defaultRolesEffect(before, after);
  const loosens =
    (before['domainRestriction'] === 'restricted' && after['domainRestriction'] === 'any') ||
    textList(after['allowedDomains']).some((domain) => !textList(before['allowedDomains']).includes(domain));
  const marks: StepMark[] = [
    ...(attaches ? (['attaches'] as const) : []),
    ...(detaches && !inTwo ? (['detaches'] as const) : []),
    ...(loosens ? (['loosens'] as const) : []),
  ];
  const needs = namedProviders(change, context).flatMap((provider) => [`${provider}#create`, `${provider}#update`]);
  const narrowing = effect.loses && !effect.gains && marks.length === 0 ? narrowingKeys(context) : [];
  const patch = (key: string, body: JsonObject, more: Partial<Step>): Step =>
    step({ key, method: 'PATCH', path: connectionPath(context), body, addresses: [address], ...more });
  const steps = [
    patch(`${address}#update`, first, {
      needs: [...needs, ...narrowing],
      marks,
      ...makesFields(change, ...rest),
      grants: effect.gains ? [mappedPeople] : [],
      grantsAnybody: effect.gains,
      // Mappings wait for the identity provider, so what brings it cannot wait for mappings.
      revokes: effect.loses && !attaches ? [mappedPeople] : [],
    }),
  ];
  if (inTwo) {
    const { identityProviderId: _detached, ...body } = first;
    steps.push(patch(`${address}#detach`, body, { needs: [`${address}#update`], marks: ['detaches'] }));
  }
  return steps;
}

function defaultRolesEffect(
  before: JsonObject,
  after: JsonObject,
): { readonly gains: boolean; readonly loses: boolean } {
  const was = textList(before['defaultRoles']);
  const will = textList(after['defaultRoles']);
  return { gains: will.some((role) => !was.includes(role)), loses: was.some((role) => !will.includes(role)) };
}

function changed(whole: JsonObject, after: JsonObject, edited: ReadonlySet<string>, context: AtlasContext): JsonObject {
  const { facts } = context.live;
  const connection = connectionOf(facts, context.organization.id);
  const body: Record<string, Json> = {
    ...whole,
    // Leaving these two out takes them away, so they are sent even where the answer had none.
    dataAccessIdentityProviderIds: [...(connection?.dataAccessIds ?? [])],
    domainRestrictionEnabled: connection?.restricted ?? false,
  };
  if (edited.has('identityProvider')) {
    const id = providerByName(facts, textOf(after['identityProvider']))?.oktaIdpId;
    if (id === undefined) delete body['identityProviderId'];
    else body['identityProviderId'] = id;
  }
  if (edited.has('dataAccessIdentityProviders')) {
    body['dataAccessIdentityProviderIds'] = textList(after['dataAccessIdentityProviders']).map((name) =>
      dataAccessId(name, context),
    );
  }
  if (edited.has('jit')) body['instantUserProvisioningDisabled'] = after['jit'] === 'none';
  if (edited.has('defaultRoles')) body['postAuthRoleGrants'] = after['defaultRoles'] ?? [];
  if (edited.has('domainRestriction')) body['domainRestrictionEnabled'] = after['domainRestriction'] === 'restricted';
  if (edited.has('allowedDomains') && connection !== undefined) {
    const wanted = desiredMapping(context.organization)?.attributes ?? {};
    const provider = joiningProvider(connection, facts.federation, wanted);
    const added = provider === undefined ? [] : domainsAfter(provider, context);
    // Those that Atlas added are sent back, in case it added them once and for all.
    const kept = connection.allowedDomains.filter((domain) => added.includes(domain));
    body['domainAllowList'] = [...new Set([...textList(after['allowedDomains']), ...kept])].sort();
  }
  return body;
}

/** Its id, or where the id will be. One that is live under an id only is spelled by it. */
function dataAccessId(name: string, context: AtlasContext): Json {
  const provider = providerByName(context.live.facts, name);
  if (provider !== undefined) return provider.id;
  const address = referencesOf(context)[name];
  return typeof address === 'string' ? { $ref: address } : name;
}

function referencesOf(context: AtlasContext): JsonObject {
  return objectOf(desiredMapping(context.organization)?.attributes['references']);
}

/** Addresses of the identity providers that the organization begins to use. */
function namedProviders(change: Update, context: AtlasContext): readonly string[] {
  const references = referencesOf(context);
  const names = change.edits.flatMap((edit) => {
    if (edit.type === 'set' && edit.path[0] === 'identityProvider') return [textOf(edit.after)];
    return edit.type === 'members' && edit.path[0] === 'dataAccessIdentityProviders' ? edit.added : [];
  });
  return names.flatMap((name) => {
    const address = references[name];
    return typeof address === 'string' ? [address] : [];
  });
}
