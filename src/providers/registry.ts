/** Every provider, named once. Loaded when first used, so that a command pays only for the vendors it meets. */
import type { Provider } from '../core/provider.js';

export const providerTypes = ['astro', 'atlas', 'scim'] as const;
export type ProviderType = (typeof providerTypes)[number];

const loaders: Readonly<Record<ProviderType, () => Promise<Provider>>> = {
  astro: async () => (await import('./astro/index.js')).createAstro(),
  atlas: async () => (await import('./atlas/index.js')).createAtlas(),
  scim: async () => (await import('./scim/index.js')).createScim(),
};

export function isProviderType(type: string): type is ProviderType {
  return (providerTypes as readonly string[]).includes(type);
}

export function loadProvider(type: ProviderType): Promise<Provider> {
  return loaders[type]();
}
