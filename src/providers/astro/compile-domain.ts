/** Requests for domains, their SSO connections and the bypass link: all of the private core API. */
import { formatAddress } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';
import { refInPath } from '../../core/operation.js';
import { makesFields, makesWhole } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import { jitPolicy } from './compile-access.js';
import { activateSso } from './manual-steps.js';
import { isOnlySso } from './needs.js';
import type { AstroContext } from './settlement.js';
import { corePath, step, type Step } from './step.js';

export const loginMethods = ['password', 'google', 'github', 'sso'] as const;

export function compileDomain(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  const { address, name } = change;
  if (change.action === 'create') {
    return [
      step({
        key: `${address}#create`,
        method: 'POST',
        path: corePath(context, '/domains'),
        body: { name },
        addresses: [address],
        retry: 'check-first',
        naturalKey: { kind: 'domain', name },
        creates: address,
      }),
    ];
  }
  const path = corePath(context, `/domains/${encodeURIComponent(live?.remoteId ?? '')}`);
  if (change.action === 'delete') return deletion(change, path, context);
  if (change.action !== 'update') return [];
  const sso = formatAddress(context.organization.name, 'sso', name);
  const steps: Step[] = [];
  if (change.edits.some((edit) => edit.path[0] === 'status')) {
    steps.push(
      step({
        key: `${address}#verify`,
        method: 'POST',
        path: `${path}/verify`,
        addresses: [address],
        ...makesFields(change, 'status'),
        toleratesRefusal: `${name} is not verified yet: Astro does not see the DNS record`,
      }),
    );
  }
  if (change.edits.some((edit) => edit.path[0] === 'allowedMethods')) {
    const before = textList(change.before['allowedMethods']);
    const after = textList(change.after['allowedMethods']);
    const bringsSso = after.includes('sso') && !before.includes('sso');
    steps.push(
      step({
        key: methodsKey(address),
        method: 'POST',
        path,
        body: { enforcedLogins: loginMethods.filter((method) => after.includes(method)) },
        addresses: [address],
        ...makesFields(change, 'allowedMethods'),
        marks: ['login-methods'],
        // Only once SSO works as wanted: if that is refused, people keep the methods they have.
        needs: bringsSso || isOnlySso(after) ? [activationKey(sso), `${sso}#update`] : [],
      }),
    );
  }
  return steps;
}

function methodsKey(address: string): string {
  return `${address}#methods`;
}

function activationKey(address: string): string {
  return `${address}#activate`;
}

function deletion(change: Extract<Change, { action: 'delete' }>, path: string, context: AstroContext): Step[] {
  const { address, name } = change;
  const sso = formatAddress(context.organization.name, 'sso', name);
  const steps: Step[] = [];
  if (isOnlySso(change.before['allowedMethods'])) {
    // Its people could log in by nothing between the end of the connection and the end of the domain.
    steps.push(
      step({
        key: methodsKey(address),
        method: 'POST',
        path,
        body: { enforcedLogins: [...loginMethods] },
        addresses: [address],
        ...makesWhole(address, { ...change.before, allowedMethods: [...loginMethods] }),
      }),
    );
  }
  steps.push(
    step({
      key: `${address}#delete`,
      method: 'DELETE',
      path,
      addresses: [address],
      needs: [`${sso}#delete`, ...steps.map(({ key }) => key)],
    }),
  );
  return steps;
}

export function compileSso(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  const { address, name } = change;
  const domainAddress = formatAddress(context.organization.name, 'domain', name);
  const loosened = [methodsKey(domainAddress)];
  if (change.action === 'delete') {
    return [
      step({
        key: `${address}#delete`,
        method: 'DELETE',
        path: corePath(context, `/sso-connections/${encodeURIComponent(live?.remoteId ?? '')}`),
        addresses: [address],
        needs: loosened,
      }),
    ];
  }
  if (change.action === 'create') return creation(change, context);
  if (change.action !== 'update') return [];
  const turnsOff = change.before['active'] === true && change.after['active'] !== true;
  const turnsOn = change.before['active'] !== true && change.after['active'] === true;
  return [
    step({
      key: turnsOn ? activationKey(address) : `${address}#${turnsOff ? 'deactivate' : 'update'}`,
      method: 'POST',
      path: corePath(context, `/sso-connections/${encodeURIComponent(live?.remoteId ?? '')}`),
      body: fullConnection(change.after, domainsOf(live), context),
      addresses: [address],
      needs: turnsOff ? loosened : [],
      marks: turnsOn ? ['sso-on'] : [],
      ...(turnsOn && { refusedStep: activateSso(address, name) }),
    }),
  ];
}

function creation(change: Extract<Change, { action: 'create' }>, context: AstroContext): Step[] {
  const { address, name, after } = change;
  const domain = context.live.resources.find((resource) => resource.kind === 'domain' && resource.name === name);
  const domains = [{ id: domain?.remoteId ?? '', name }];
  const connection = textOf(after['connection']);
  const { enabled: _enabled, ...full } = fullConnection(after, domains, context);
  const create = step({
    key: `${address}#create`,
    method: 'POST',
    path: corePath(context, '/sso-connections'),
    body: { auth0ConnectionName: connection, ...full },
    addresses: [address],
    retry: 'check-first',
    naturalKey: { kind: 'sso', name: connection },
    creates: address,
    ...makesWhole(address, { ...after, active: false }),
  });
  if (after['active'] !== true) return [create];
  // A connection is always made inactive; enabling it is an update, and an update takes the whole of it.
  return [
    create,
    step({
      key: activationKey(address),
      method: 'POST',
      path: corePath(context, `/sso-connections/${refInPath(address)}`),
      body: fullConnection(after, domains, context),
      addresses: [address],
      needs: [create.key],
      marks: ['sso-on'],
      refusedStep: activateSso(address, name),
    }),
  ];
}

function domainsOf(live: LiveResource | undefined): Json {
  return live?.native['managedDomains'] ?? [];
}

function fullConnection(attributes: JsonObject, managedDomains: Json, context: AstroContext): JsonObject {
  const wireNames = [
    ['strategy', 'strategy'],
    ['signInUrl', 'samlSignInUrl'],
    ['signOutUrl', 'samlSignOutUrl'],
    ['certificate', 'samlSigningCert'],
    ['clientId', 'azureClientId'],
    ['domainName', 'azureDomainName'],
  ] as const;
  const configuration: Record<string, Json> = {};
  for (const [ours, theirs] of wireNames) {
    const value = attributes[ours];
    if (value !== undefined && isOfStrategy(ours, attributes['strategy'])) configuration[theirs] = value;
  }
  const secret = attributes['clientSecret'];
  if (secret !== undefined && attributes['strategy'] === 'waad')
    configuration['azureClientSecret'] = { $secret: secret };
  const jit = jitPolicy(attributes['jit'], context.live.facts);
  return {
    configuration,
    managedDomains,
    enabled: attributes['active'] === true,
    idpInitiatedLoginEnabled: attributes['idpInitiatedLogin'] === true,
    ...(jit !== undefined && { jitPolicy: jit }),
  };
}

/** After a change of strategy the fields of the old one are not sent. */
function isOfStrategy(field: string, strategy: Json | undefined): boolean {
  if (field === 'strategy') return true;
  return (field === 'clientId' || field === 'domainName') === (strategy === 'waad');
}

export function compileBypassLink(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  const { address } = change;
  const path = corePath(context, '/sso-bypass-key');
  if (change.action === 'delete') {
    return [step({ key: `${address}#delete`, method: 'DELETE', path, addresses: [address], marks: ['link-off'] })];
  }
  return [
    step({
      key: `${address}#write`,
      method: 'POST',
      path,
      addresses: [address],
      // Each POST makes another link, so a lost answer is looked up: is there one that is newer than the plan's?
      retry: 'check-first',
      naturalKey: { kind: 'bypass-link', previously: live?.attributes['rotatedAt'] ?? null },
      reveals: address,
    }),
  ];
}
