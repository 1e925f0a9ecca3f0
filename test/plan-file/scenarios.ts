/** Random worlds with a configuration for each, of every provider, and of organizations that follow one another. */
import type fc from 'fast-check';
import { labsId, providers, shopId } from '../atlas/acme.js';
import { scenario as atlasScenario, worldOf } from '../atlas/arbitraries.js';
import { settled as settledAtlas, visible } from '../atlas/state.js';
import { identityProviders, scenario as astroScenario } from '../property/arbitraries.js';
import { mirrorScenario } from '../property/mirror-scenarios.js';
import { settled as settledAstro } from '../property/state.js';
import { scenarios as scimScenarios } from '../scim/directories.js';
import { acmeConfig, acmeWorld } from '../support/acme.js';

export interface RandomCase {
  readonly world: object;
  readonly config: object;
}

export interface Family {
  readonly cases: fc.Arbitrary<RandomCase>;
  /** A state of the sandbox without what differs between two runs that end alike. */
  readonly settled: (state: unknown) => unknown;
}

const atlas = atlasScenario.map(([world, { shop, labs, identityProviders: idps }]): RandomCase => ({
  world: worldOf(world),
  config: {
    orgwright: 1,
    providers,
    identityProviders: idps,
    organizations: {
      'acme-shop': { type: 'atlas', id: shopId, ...shop },
      ...(labs !== undefined && { 'acme-labs': { type: 'atlas', id: labsId, ...labs } }),
    },
  },
}));

const incidental = new Set(['id', 'created', 'lastModified', 'createdAt', 'updatedAt', 'version', 'value', '$ref']);

function settledScim(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    incidental.has(key) ? undefined : value,
  ) as unknown;
}

export const families: Readonly<Record<'astro' | 'atlas' | 'scim' | 'mirrors', Family>> = {
  astro: {
    cases: astroScenario.map(([world, organization]) => ({
      world: acmeWorld(world),
      config: acmeConfig(organization, { identityProviders }),
    })),
    settled: settledAstro,
  },
  atlas: { cases: atlas, settled: (state) => settledAtlas(visible(state)) },
  scim: { cases: scimScenarios().map(({ world, config }) => ({ world, config })), settled: settledScim },
  mirrors: {
    cases: mirrorScenario.map(({ world, config }) => ({ world, config })),
    settled: (state) => settledScim(settledAtlas(settledAstro(state))),
  },
};
