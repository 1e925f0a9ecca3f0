import type { ProviderType } from '../providers/registry.js';
import type { Terminal } from './terminal.js';

/**
 * By setting, the variable that a secret comes from where nothing else is said: those that `sandbox` prints, which are
 * also those that the documentation of each vendor suggests.
 */
export function credentialVariables(type: ProviderType, env: Terminal['env']): Readonly<Record<string, string>> {
  switch (type) {
    case 'astro':
      return { token: 'ASTRO_API_TOKEN' };
    case 'atlas':
      return isSet('ATLAS_PUBLIC_KEY', env) && !isSet('ATLAS_CLIENT_ID', env)
        ? { publicKey: 'ATLAS_PUBLIC_KEY', privateKey: 'ATLAS_PRIVATE_KEY' }
        : { clientId: 'ATLAS_CLIENT_ID', clientSecret: 'ATLAS_CLIENT_SECRET' };
    case 'scim':
      return { token: 'SCIM_TOKEN' };
  }
}

export function isSet(name: string, env: Terminal['env']): boolean {
  return env[name] !== undefined && env[name] !== '';
}
