/**
 * What becomes of a domain's SSO connection. An update replaces the whole connection, so a field that cannot be read
 * back (the Entra client secret, IdP-initiated login) must come from the YAML or be named in the plan.
 */
import { formatAddress } from '../../core/address.js';
import type { Change, Comparison } from '../../core/change.js';
import type { JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { expiryWarning, certificateExpiry } from '../../core/certificates.js';
import { report, updateOf, waitsFor } from '../../core/settlement.js';
import * as manual from './manual-steps.js';
import type { Settlement } from './settlement.js';

export function settleSso(comparison: Comparison, settlement: Settlement): void {
  const { desired, live, change, address, name } = comparison;
  const { core } = settlement.context.live.facts;
  warnAboutCertificate(comparison, settlement);
  if (desired?.state === 'absent') {
    if (!core.reads) settlement.manualSteps.push(manual.removeSso(address, name, core.whyNot, false));
    else if (change === undefined) return;
    else if (isShared(live)) reportShared(comparison, settlement);
    else if (core.writes) settlement.changes.push(change);
    else settlement.manualSteps.push(manual.removeSso(address, name, core.whyNot, true));
    return;
  }
  if (desired === undefined) return;
  if (!core.reads) {
    settlement.manualSteps.push(configure(comparison, desired.attributes, settlement));
  } else if (change?.action === 'create') {
    settleCreation(comparison, change, settlement);
  } else if (live !== undefined) {
    settleUpdate(comparison, live, settlement);
  }
}

function settleCreation(
  comparison: Comparison,
  change: Extract<Change, { action: 'create' }>,
  settlement: Settlement,
): void {
  const { name, address } = comparison;
  const { core } = settlement.context.live.facts;
  const domain = settlement.context.live.resources.find(
    (resource) => resource.kind === 'domain' && resource.name === name,
  );
  if (domain?.attributes['status'] !== 'VERIFIED') {
    waitsFor(settlement, address, `${name} to be verified; single sign-on is set up then`);
  } else if (!core.writes) {
    settlement.manualSteps.push(configure(comparison, change.after, settlement));
  } else {
    settlement.changes.push({ ...change, after: { idpInitiatedLogin: false, ...change.after } });
  }
}

function settleUpdate(comparison: Comparison, live: LiveResource, settlement: Settlement): void {
  const { desired, change, address, name } = comparison;
  const { core } = settlement.context.live.facts;
  const { organization, options } = settlement.context;
  // The name of a connection cannot be changed: a live connection keeps its own.
  const edits = change?.action === 'update' ? change.edits.filter((edit) => edit.path[0] !== 'connection') : [];
  const resends = options.replace.has(address);
  if (edits.length === 0 && !resends) return;
  if (isShared(live)) {
    reportShared(comparison, settlement);
    return;
  }
  const wanted = change?.action === 'update' ? change.after : { ...live.attributes, ...desired?.attributes };
  const after: JsonObject = { idpInitiatedLogin: false, ...wanted, connection: live.attributes['connection'] ?? name };
  if (!core.writes) {
    settlement.manualSteps.push(configure(comparison, after, settlement));
    return;
  }
  if (after['strategy'] === 'waad' && after['clientSecret'] === undefined) {
    report(settlement, comparison, 'error', {
      code: 'secret-needed',
      summary: `The connection of ${name} cannot be updated: an update replaces it whole, and its client secret is not in the configuration.`,
      hint: 'Add clientSecret to the identity provider, as { env: NAME } or { file: PATH }.',
    });
    return;
  }
  if (desired?.attributes['idpInitiatedLogin'] === undefined) {
    report(settlement, comparison, 'warning', {
      code: 'unreadable-field',
      summary: `The update of the connection of ${name} sets IdP-initiated login to off.`,
      detail: 'The API demands the field on every update and never tells its value.',
      hint: 'Say idpInitiatedLogin: true in the identity provider if people start from its portal.',
    });
  }
  settlement.changes.push(
    updateOf(comparison, organization.name, {
      before: live.attributes,
      after,
      edits,
      reason: edits.length === 0 ? 'to be sent again (-replace)' : reasonFor(edits, after),
    }),
  );
}

function reasonFor(edits: readonly { readonly path: readonly string[] }[], after: JsonObject): string {
  const certificate = after['certificate'];
  if (typeof certificate !== 'string' || !edits.some(({ path }) => path[0] === 'certificate')) {
    return 'differs from the configuration';
  }
  const expiry = certificateExpiry(certificate);
  return `differs from the configuration; the new certificate is valid until ${expiry?.toISOString().slice(0, 10) ?? 'an unknown date'}`;
}

function configure(
  { name }: Comparison,
  attributes: JsonObject,
  { context }: Settlement,
): ReturnType<typeof manual.configureSso> {
  const { core } = context.live.facts;
  return manual.configureSso({
    organization: context.organization.name,
    domain: name,
    attributes,
    whyNot: core.whyNot,
    verifiable: core.reads,
  });
}

function isShared(live: LiveResource | undefined): boolean {
  const domains = live?.native['managedDomains'];
  return Array.isArray(domains) && domains.length > 1;
}

function reportShared(comparison: Comparison, settlement: Settlement): void {
  report(settlement, comparison, 'error', {
    code: 'shared-connection',
    summary: `The SSO connection of ${comparison.name} serves several domains, so a change here would change the others too.`,
    hint: 'Give each domain a connection of its own in the Astro UI; Astro documents one domain for each connection.',
  });
}

function warnAboutCertificate(comparison: Comparison, settlement: Settlement): void {
  const { desired, live, name } = comparison;
  const wanted = desired?.attributes['certificate'];
  const found = live?.attributes['certificate'];
  const certificates = [
    { what: 'The signing certificate in the configuration', pem: wanted },
    ...(found === wanted ? [] : [{ what: 'The live signing certificate', pem: found }]),
  ];
  for (const { what, pem } of certificates) {
    if (typeof pem !== 'string') continue;
    const warning = expiryWarning(certificateExpiry(pem), settlement.context.options.now);
    if (warning === undefined) continue;
    report(settlement, comparison, 'warning', {
      code: 'certificate-expiry',
      summary: `${what} of ${name} ${warning}.`,
      detail: 'When it is expired, logins by single sign-on fail.',
      hint: `Get the new certificate from the identity provider and put its file under certificates (${formatAddress(settlement.context.organization.name, 'sso', name)}).`,
    });
  }
}
