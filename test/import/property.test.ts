/** Whatever is live: imported, it needs no change. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomWorld as randomFederation, worldOf as federationWorld } from '../atlas/arbitraries.js';
import { randomWorld as randomOrganization } from '../property/arbitraries.js';
import { directory, services, worldOf as directoryWorld } from '../scim/directories.js';
import { acmeWorld } from '../support/acme.js';
import { createTestBed } from '../support/test-bed.js';
import { importYaml } from './round-trip.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);

async function needsNoChange(world: object): Promise<void> {
  const bed = await createTestBed(world);
  try {
    const text = await importYaml(bed, world);
    const { document } = await bed.plan(text, { allowIncomplete: true });
    expect(document.operations, text).toEqual([]);
    expect(document.resource_changes, text).toEqual([]);
    expect(document.blocked, text).toEqual([]);
    expect(
      document.diagnostics.filter(({ severity }) => severity === 'error'),
      text,
    ).toEqual([]);
  } finally {
    await bed.close();
  }
}

it('any Astro organization', async () => {
  await fc.assert(
    fc.asyncProperty(randomOrganization, (world) => needsNoChange(acmeWorld(world))),
    { numRuns: runs },
  );
});

it('any Atlas federation', async () => {
  await fc.assert(
    fc.asyncProperty(randomFederation, (world) => needsNoChange(federationWorld(world))),
    { numRuns: runs },
  );
});

it('any directory, of any service', async () => {
  const service = fc.constantFrom(...Object.values(services));
  await fc.assert(
    fc.asyncProperty(directory, service, (live, capabilities) => needsNoChange(directoryWorld(live, capabilities))),
    { numRuns: runs },
  );
});
