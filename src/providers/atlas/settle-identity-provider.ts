/**
 * What becomes of an identity provider, in the organization that is its anchor:
 *
 * | live | SAML                                              | OIDC                          |
 * | ---- | ------------------------------------------------- | ----------------------------- |
 * | -    | a manual step, with what to paste                 | created                       |
 * | yes  | fields, certificates, domains, status are updated | updated, or deleted when unused |
 *
 * Domains that are not known to be verified are not sent: Atlas refuses them, and only a person can verify one.
 */
import type { Change, Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { textOf, type JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { report, waitsFor, withEdits, type Update } from '../../core/settlement.js';
import type { Edit } from '../../core/shape.js';
import type { IdentityProvider } from './facts.js';
import * as manual from './manual-steps.js';
import { isUnconnected, mappingAddress, mappingsThatName, usersOf, type Settlement } from './settlement.js';

export function settleIdentityProvider(comparison: Comparison, settlement: Settlement): void {
  const { change, desired, live, address } = comparison;
  const { context } = settlement;
  if (isUnconnected(context)) {
    if (desired?.state !== 'present') return;
    const { organization } = context;
    waitsFor(settlement, address, `${organization.name}, its anchor, to be connected to the federation`);
    if (!settlement.comparisons.has(mappingAddress(context))) {
      settlement.manualSteps.push(manual.connectOrganization(mappingAddress(context), organization, [address]));
    }
    return;
  }
  if (desired?.state === 'present') askForDomains(comparison, settlement);
  if (change?.action === 'create') settleCreation(comparison, change, settlement);
  else if (change?.action === 'delete' && live !== undefined) settleRemoval(comparison, live, settlement);
  else if (change?.action === 'update' && live !== undefined) settleUpdate(comparison, change, live, settlement);
}

/** Wanted domains that Atlas has shown at no identity provider. */
export function unknownDomains(attributes: JsonObject, { context }: Settlement): readonly string[] {
  const verified = context.live.facts.federation?.verifiedDomains;
  return textList(attributes['domains']).filter((domain) => verified?.has(domain) !== true);
}

function askForDomains({ desired, live, address }: Comparison, settlement: Settlement): void {
  const unknown = unknownDomains(desired?.attributes ?? {}, settlement);
  // A SAML one that is not there has a step of its own, which says the same.
  if (unknown.length === 0 || (live === undefined && desired?.attributes['protocol'] === 'SAML')) return;
  settlement.manualSteps.push(manual.verifyDomains(address, displayName(desired?.attributes), unknown));
}

function displayName(attributes: JsonObject | undefined): string {
  return textOf(attributes?.['displayName']);
}

function settleCreation(
  comparison: Comparison,
  change: Extract<Change, { action: 'create' }>,
  settlement: Settlement,
): void {
  const { desired, address } = comparison;
  const attributes = desired?.attributes ?? {};
  if (attributes['protocol'] === 'SAML') {
    const blocks = mappingsThatName(settlement.context, address);
    settlement.manualSteps.push(manual.createSamlProvider(address, displayName(attributes), attributes, blocks));
    return;
  }
  const needed = ['issuerUri', 'audience', 'authorizationType', 'userClaim'];
  if (attributes['authorizationType'] === 'GROUP') needed.push('groupsClaim');
  const missing = needed.filter((field) => attributes[field] === undefined);
  if (missing.length > 0) {
    report(settlement, comparison, 'error', {
      code: 'field-needed',
      summary: `The OIDC identity provider ${displayName(attributes)} cannot be created without ${missing.join(', ')}.`,
      hint: `Add ${missing.join(', ')} to its atlas section.`,
    });
    return;
  }
  settlement.changes.push({ ...change, after: sendable(change.after, settlement) });
}

function sendable(attributes: JsonObject, settlement: Settlement): JsonObject {
  if (attributes['domains'] === undefined || settlement.context.options.verifyDomains) return attributes;
  const unknown = new Set(unknownDomains(attributes, settlement));
  return { ...attributes, domains: textList(attributes['domains']).filter((domain) => !unknown.has(domain)) };
}

function settleUpdate(comparison: Comparison, change: Update, live: LiveResource, settlement: Settlement): void {
  const { desired } = comparison;
  const fixed = change.edits.find(({ path }) => path[0] === 'protocol' || path[0] === 'idpType');
  if (fixed?.type === 'set') {
    report(settlement, comparison, 'error', {
      code: 'fixed-field',
      summary: `The live identity provider ${displayName(desired?.attributes)} is of ${fixed.path[0] ?? ''} ${textOf(fixed.before)}, which cannot become ${textOf(fixed.after)}.`,
      hint: 'Give the new one another displayName, or correct the configuration.',
    });
    return;
  }
  const update = withoutLastDomain(
    withEdits(
      change,
      change.edits.flatMap((edit) => domainEdit(edit, comparison, settlement)),
    ),
  );
  if (update === undefined) return;
  const { edits } = update;
  const turnsOn = update.before['active'] !== true && update.after['active'] === true;
  const turnsOff = update.before['active'] === true && update.after['active'] === false;
  if (turnsOn && textList(update.after['domains']).length === 0) {
    waitsFor(
      settlement,
      comparison.address,
      'a verified domain to be associated with it; Atlas activates none without',
    );
    push(
      withEdits(
        update,
        edits.filter(({ path }) => path[0] !== 'active'),
      ),
      settlement,
    );
  } else if (turnsOff && !mayTurnOff(comparison, live, settlement)) {
    return;
  } else {
    push(update, settlement);
  }
}

/** Atlas shows one that has no domain as inactive, so whoever takes the last one deactivates it. */
function withoutLastDomain(update: Update | undefined): Update | undefined {
  if (update === undefined || update.before['active'] !== true) return update;
  const hadDomains = textList(update.before['domains']).length > 0;
  if (!hadDomains || textList(update.after['domains']).length > 0) return update;
  const edits = update.edits.filter(({ path }) => path[0] !== 'active');
  return withEdits(update, [...edits, { type: 'set', path: ['active'], before: true, after: false }]);
}

function push(update: Update | undefined, settlement: Settlement): void {
  if (update === undefined) return;
  const { before, after } = update;
  const notes = [
    ...(before['active'] === true && after['active'] === false ? ['its people can log in through it no more'] : []),
    ...(['authorizationType', 'groupsClaim', 'userClaim'].some((field) => before[field] !== after[field])
      ? ['a change of claims can cut people off from databases']
      : []),
  ];
  settlement.changes.push({ ...update, reason: [update.reason, ...notes].join('; ') });
}

/** Without what Atlas would refuse. */
function domainEdit(edit: Edit, { desired }: Comparison, settlement: Settlement): readonly Edit[] {
  if (edit.type !== 'members' || edit.path[0] !== 'domains' || settlement.context.options.verifyDomains) return [edit];
  const unknown = new Set(unknownDomains(desired?.attributes ?? {}, settlement));
  const added = edit.added.filter((domain) => !unknown.has(domain));
  return added.length + edit.removed.length === 0 ? [] : [{ ...edit, added }];
}

function providerOf(live: LiveResource, { context }: Settlement): IdentityProvider | undefined {
  return context.live.facts.federation?.identityProviders.find(({ id }) => id === live.remoteId);
}

/** Atlas refuses to deactivate one that several organizations use. */
function mayTurnOff(comparison: Comparison, live: LiveResource, settlement: Settlement): boolean {
  const provider = providerOf(live, settlement);
  const { staying } = provider === undefined ? { staying: [] } : usersOf(provider, settlement.context);
  if (staying.length <= 1) return true;
  report(settlement, comparison, 'error', {
    code: 'identity-provider-in-use',
    summary: `${displayName(comparison.desired?.attributes)} cannot be deactivated: ${staying.join(', ')} use it, and Atlas allows it for at most one.`,
    hint: 'Give these organizations another identityProvider first.',
  });
  return false;
}

function settleRemoval(comparison: Comparison, live: LiveResource, settlement: Settlement): void {
  const { change } = comparison;
  const provider = providerOf(live, settlement);
  if (change?.action !== 'delete' || provider === undefined) return;
  const { staying } = usersOf(provider, settlement.context);
  if (provider.protocol === 'SAML' || staying.length > 0) {
    report(settlement, comparison, 'error', {
      code: 'identity-provider-in-use',
      summary:
        provider.protocol === 'SAML'
          ? `${provider.displayName} is a SAML identity provider, which no API call could make again; orgwright does not remove it.`
          : `${provider.displayName} cannot be removed: ${staying.join(', ')} still ${staying.length === 1 ? 'uses' : 'use'} it.`,
      hint:
        provider.protocol === 'SAML'
          ? 'Remove it in the Atlas console if it is really to go.'
          : 'Take it out of dataAccessIdentityProviders there first.',
    });
    return;
  }
  settlement.changes.push(change);
}
