/**
 * What becomes of an organization's place in its federation. One update takes the whole of it, whatever changes;
 * disconnecting is the one thing that no call can undo.
 */
import { parseAddress, type Address } from '../../core/address.js';
import type { Comparison } from '../../core/change.js';
import { objectOf, textList } from '../../core/diff.js';
import { textOf } from '../../core/json.js';
import { report, updateOf, waitsFor, withEdits, type Update } from '../../core/settlement.js';
import type { Edit } from '../../core/shape.js';
import { connectionOf, providerByName } from './facts.js';
import { joiningProvider } from './live.js';
import * as manual from './manual-steps.js';
import {
  allOrganizations,
  desiredMapping,
  domainsAfter,
  isUnconnected,
  loginAfter,
  type AtlasContext,
  type Settlement,
} from './settlement.js';

export function settleMapping(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change?.action === 'delete') settleDisconnection(comparison, settlement);
  else if (change?.action === 'create') askToConnect(comparison, settlement);
  else {
    const update = withOutdatedDomains(comparison, change?.action === 'update' ? change : undefined, settlement);
    if (update !== undefined) settleUpdate(comparison, update, settlement);
  }
}

/**
 * A domain that Atlas added for the identity provider is not the YAML's to list. Where this plan takes it from the
 * identity provider, it would stay in the list for ever: so it goes from there too.
 */
function withOutdatedDomains(
  comparison: Comparison,
  change: Update | undefined,
  settlement: Settlement,
): Update | undefined {
  const { desired, live } = comparison;
  const { context } = settlement;
  const connection = connectionOf(context.live.facts, context.organization.id);
  if (connection === undefined || live === undefined || desired?.attributes['allowedDomains'] === undefined)
    return change;
  const provider = joiningProvider(connection, context.live.facts.federation, desired.attributes);
  if (provider === undefined) return change;
  const shown = textList(live.attributes['allowedDomains']);
  const after = domainsAfter(provider, context);
  const outdated = connection.allowedDomains.filter((domain) => !shown.includes(domain) && !after.includes(domain));
  if (outdated.length === 0) return change;
  const base =
    change ??
    updateOf(comparison, context.organization.name, {
      before: live.attributes,
      after: live.attributes,
      edits: [],
      reason: 'differs from the configuration',
    });
  const edit = base.edits.find(({ path }) => path[0] === 'allowedDomains');
  const removed = [...(edit?.type === 'members' ? edit.removed : []), ...outdated].sort();
  return {
    ...base,
    before: { ...base.before, allowedDomains: [...shown, ...outdated].sort() },
    edits: [
      ...base.edits.filter((other) => other !== edit),
      { type: 'members', path: ['allowedDomains'], added: edit?.type === 'members' ? edit.added : [], removed },
    ],
  };
}

function settleDisconnection(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  const { context } = settlement;
  const { federation } = context.live.facts;
  if (change?.action !== 'delete' || federation === undefined) return;
  const leaving = new Set(
    allOrganizations(context)
      .filter(({ organization }) => desiredMapping(organization)?.leaves === true)
      .map(({ organization }) => organization.id),
  );
  if ([...federation.organizations.keys()].every((id) => leaving.has(id))) {
    report(settlement, comparison, 'error', {
      code: 'last-connected-organization',
      summary: `${context.organization.name} cannot be disconnected: no organization would be left in the federation, and Atlas keeps the last.`,
      hint: 'Leave one organization connected. To give up the federation altogether, delete it in the Atlas console.',
    });
    return;
  }
  settlement.changes.push({
    ...change,
    reason: 'connection: disconnected. No API call can undo this: only the Atlas console connects it again',
  });
}

function askToConnect({ address }: Comparison, settlement: Settlement): void {
  const { context, comparisons } = settlement;
  if (!isUnconnected(context)) return;
  const blocked = [...comparisons.values()]
    .filter(({ kind, desired }) =>
      kind === 'role-mapping' || kind === 'identity-provider' ? desired?.state === 'present' : false,
    )
    .map((other) => other.address);
  settlement.manualSteps.push(manual.connectOrganization(address, context.organization, [address, ...blocked]));
}

function settleUpdate(comparison: Comparison, change: Update, settlement: Settlement): void {
  const edits = change.edits.flatMap((edit) => {
    switch (edit.path[0]) {
      case 'identityProvider':
        return edit.type === 'set' ? identityProviderEdit(edit, comparison, settlement) : [];
      case 'dataAccessIdentityProviders':
        return edit.type === 'members' ? dataAccessEdit(edit, comparison, settlement) : [];
      case 'defaultRoles':
        return defaultRolesEdit(edit, comparison, settlement);
      default:
        return [edit];
    }
  });
  const update = withEdits(change, edits);
  if (update === undefined) return;
  const detaches = update.before['identityProvider'] !== 'none' && update.after['identityProvider'] === 'none';
  settlement.changes.push(
    detaches
      ? { ...update, reason: `${update.reason}; nobody logs in through the identity provider any more` }
      : update,
  );
}

function identityProviderEdit(
  edit: Extract<Edit, { type: 'set' }>,
  comparison: Comparison,
  settlement: Settlement,
): readonly Edit[] {
  if (edit.after === 'none') return [edit];
  const name = textOf(edit.after);
  const { federation } = settlement.context.live.facts;
  const namesakes = federation?.identityProviders.filter(({ displayName }) => displayName === name) ?? [];
  if (namesakes.length > 1) {
    report(settlement, comparison, 'error', {
      code: 'ambiguous-name',
      summary: `${namesakes.length} identity providers of the federation are named "${name}".`,
      hint: `Rename one of them in the Atlas console (ids: ${namesakes.map(({ id }) => id).join(', ')}).`,
    });
    return [];
  }
  const provider = providerByName(settlement.context.live.facts, name);
  if (provider === undefined) {
    waitsFor(settlement, comparison.address, `the identity provider ${name} to be created, which only a person can do`);
    return [];
  }
  if (provider.protocol === 'SAML') return [edit];
  report(settlement, comparison, 'error', {
    code: 'identity-provider-protocol',
    summary: `${name} is an OIDC identity provider in Atlas; logging in to the console needs a SAML one.`,
    hint: 'Name it in dataAccessIdentityProviders, and a SAML one in identityProvider.',
  });
  return [];
}

/** Those that are not there wait, unless this plan creates them. */
function dataAccessEdit(
  edit: Extract<Edit, { type: 'members' }>,
  comparison: Comparison,
  settlement: Settlement,
): readonly Edit[] {
  const { context } = settlement;
  const missing = edit.added.filter(
    (name) =>
      providerByName(context.live.facts, name) === undefined && !isCreated(referenced(comparison, name), context),
  );
  for (const name of missing) {
    waitsFor(settlement, comparison.address, `the identity provider ${name} to be created`);
  }
  const added = edit.added.filter((name) => !missing.includes(name));
  return added.length + edit.removed.length === 0 ? [] : [{ ...edit, added }];
}

function referenced({ desired }: Comparison, name: string): Address | undefined {
  const address = objectOf(desired?.attributes['references'])[name];
  return typeof address === 'string' ? (address as Address) : undefined;
}

/** Whether the organization that holds it creates it in this plan. */
function isCreated(address: Address | undefined, context: AtlasContext): boolean {
  const parts = address === undefined ? undefined : parseAddress(address);
  const anchor = allOrganizations(context).find(({ organization }) => organization.name === parts?.organization);
  if (anchor === undefined || anchor.live.facts.federation === undefined) return false;
  const wanted = anchor.organization.resources.find((resource) => resource.address === address);
  const isLive = anchor.live.resources.some(({ kind, name }) => kind === 'identity-provider' && name === parts?.name);
  return wanted?.state === 'present' && wanted.attributes['protocol'] === 'OIDC' && !isLive;
}

/** Atlas changes default roles only while an identity provider is attached. */
function defaultRolesEdit(edit: Edit, comparison: Comparison, settlement: Settlement): readonly Edit[] {
  const login = loginAfter(settlement);
  if (login.state === 'attached') return [edit];
  if (login.state === 'waiting') {
    waitsFor(
      settlement,
      comparison.address,
      `the identity provider ${login.name} to be attached; default roles follow then`,
    );
    return [];
  }
  const wanted = textList(comparison.desired?.attributes['defaultRoles']);
  const isAttached = comparison.live?.attributes['identityProvider'] !== 'none';
  // What only takes roles goes before the identity provider does.
  if (wanted.length === 0 && isAttached) return [edit];
  if (wanted.length === 0) {
    waitsFor(
      settlement,
      comparison.address,
      'an identity provider to be attached; until then the default roles apply to nobody',
    );
    return [];
  }
  report(settlement, comparison, 'error', {
    code: 'needs-identity-provider',
    summary: `The default roles of ${settlement.context.organization.name} need an identity provider, and it has none.`,
    hint: 'Name one in authentication.identityProvider, or take defaultRoles out.',
  });
  return [];
}
