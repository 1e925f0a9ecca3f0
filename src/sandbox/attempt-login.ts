import { atlasLogin, atlasLoginMethods, type AtlasLoginMethod } from './atlas/login.js';
import { login, type LoginMethod } from './astro/login.js';
import { loginTypes } from './astro/records.js';
import { type Clock } from './clock.js';
import { ControlError } from './control-error.js';
import { type LoginOutcome } from './login-outcome.js';
import { type Row } from './row.js';
import { scimLogin } from './scim/login.js';
import { type ScimService } from './scim/records.js';
import { type Store } from './store.js';
import { settleSwitches, type SwitchSettings } from './switches.js';

/**
 * `POST /_sandbox/login`: what would happen, done as the organization's vendor would do it. With `rehearse` it is only
 * answered: whatever the login would do to the organization is taken back.
 */
export async function attemptLogin(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { organization: wanted, email, method, idpGroups = [], rehearse = false }: Readonly<Record<string, unknown>>,
): Promise<LoginOutcome> {
  const service = scimService(store, wanted);
  const astro = named([...store.all('organization')], wanted);
  const atlas = named([...store.all('atlasOrganization')], wanted);
  const found = [service, astro, atlas].filter((each) => each !== undefined);
  if (found.length === 0) throw new ControlError(`there is no organization ${String(wanted)}`);
  if (found.length > 1) {
    throw new ControlError('two organizations have this name: use the id, or the path of a SCIM service');
  }
  if (service !== undefined) return signIn(store, service, email, method);
  if (typeof email !== 'string' || !email.includes('@')) throw new ControlError('email must be an e-mail address');
  const methods: readonly string[] = atlas === undefined ? [...loginTypes, 'bypass'] : atlasLoginMethods;
  if (typeof method !== 'string' || !methods.includes(method)) {
    throw new ControlError(`method must be one of ${methods.join(', ')}`);
  }
  if (!Array.isArray(idpGroups) || !idpGroups.every((group) => typeof group === 'string')) {
    throw new ControlError('idpGroups must be a list of group names');
  }
  if (typeof rehearse !== 'boolean') throw new ControlError('rehearse must be true or false');
  const context = { store, clock, switches: settleSwitches(store.setting('switches') as SwitchSettings) };
  const decide = (): LoginOutcome =>
    atlas === undefined
      ? login(context, astro as NonNullable<typeof astro>, email, method as LoginMethod)
      : atlasLogin(context, atlas, email, method as AtlasLoginMethod, idpGroups);
  return store.transact(() => (rehearse ? rehearsed(store, decide) : decide()));
}

/** A failed part of a transaction leaves nothing behind. */
function rehearsed<T>(store: Store, work: () => T): T {
  const results: T[] = [];
  const end = new Error('the rehearsal is over');
  try {
    store.attempt(() => {
      results.push(work());
      throw end;
    });
  } catch (error) {
    if (error !== end) throw error;
  }
  return results[0] as T;
}

function signIn(store: Store, service: ScimService, userName: unknown, method: unknown = 'any'): LoginOutcome {
  if (typeof userName !== 'string' || userName === '') throw new ControlError('email must be a user name');
  if (typeof method !== 'string') throw new ControlError('method must be a text; any will do');
  return scimLogin(store, service, userName, method);
}

/** A standalone SCIM service by its path, or by the last part of it where that is clear. */
function scimService(store: Store, wanted: unknown): ScimService | undefined {
  const services = [...store.all('scimService')];
  const byName = services.filter(({ id }) => id.split('/').at(-1) === wanted);
  return services.find(({ id }) => id === wanted) ?? (byName.length === 1 ? byName[0] : undefined);
}

/** By id, or by name where that is clear. */
function named<T extends Row & { readonly name: string }>(rows: readonly T[], wanted: unknown): T | undefined {
  const byName = rows.filter(({ name }) => name === wanted);
  return rows.find(({ id }) => id === wanted) ?? (byName.length === 1 ? byName[0] : undefined);
}
