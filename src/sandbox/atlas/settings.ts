import { flag, nullable, object, optional, text, wholeNumber } from '../shape.js';
import { refused } from './api-error.js';
import { organizationOf } from './permissions.js';
import { type OrganizationSettings } from './records.js';
import { readBody, type Call, type Route } from './route.js';
import { versions } from './versions.js';

export const defaultSettings: OrganizationSettings = {
  apiAccessListRequired: false,
  multiFactorAuthRequired: false,
  restrictEmployeeAccess: false,
  genAIFeaturesEnabled: true,
  streamsCrossGroupEnabled: false,
  maxServiceAccountSecretValidityInHours: 8760,
  securityContact: '',
  operationsContact: null,
  customSessionTimeouts: { absoluteSessionTimeoutInSeconds: null, idleSessionTimeoutInSeconds: null },
};

const shape = () =>
  object({
    apiAccessListRequired: optional(flag()),
    multiFactorAuthRequired: optional(flag()),
    restrictEmployeeAccess: optional(flag()),
    genAIFeaturesEnabled: optional(flag()),
    streamsCrossGroupEnabled: optional(flag()),
    maxServiceAccountSecretValidityInHours: optional(wholeNumber(8, 8760)),
    securityContact: optional(text()),
    operationsContact: nullable(text()),
    customSessionTimeouts: optional(
      object({
        absoluteSessionTimeoutInSeconds: nullable(wholeNumber(3600, 43_200)),
        idleSessionTimeoutInSeconds: nullable(wholeNumber(300, Number.MAX_SAFE_INTEGER)),
      }),
    ),
  });

/** Changes what is there. Contacts are cleared differently: the one by an empty text, the other by null. */
function update(call: Call): unknown {
  const organization = organizationOf(call, 'owner');
  const given = readBody(call, shape());
  if (given.operationsContact === '') throw refused('operationsContact must not be empty; null clears it.');
  const before = call.switches.atlasOmittedSettings === 'reset' ? defaultSettings : organization.settings;
  const timeouts = { ...before.customSessionTimeouts, ...present(given.customSessionTimeouts ?? {}) };
  const settings: OrganizationSettings = { ...before, ...present(given), customSessionTimeouts: timeouts };
  call.store.put('atlasOrganization', { ...organization, settings });
  return settings;
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const family = { path: '/orgs/{orgId}/settings', versions: versions.v20230101, set: 'settings' } as const;

/** Settings of an organization, behind the smallest bucket of all. */
export const settingsRoutes: readonly Route[] = [
  { method: 'GET', ...family, handle: (call) => organizationOf(call, 'member').settings },
  { method: 'PATCH', ...family, handle: update },
];
