import { describe, expect, it } from 'vitest';
import * as atlas from '../atlas/acme.js';
import { acmeConfig, acmeWorld, organizationId } from '../support/acme.js';
import { createTestBed } from '../support/test-bed.js';
import { model, readWhole, rehearse, roleTexts, type Outcome } from './support.js';
import type { Row } from './truth-table.js';
import { astroRows } from './truth-table-astro.js';
import { atlasRows } from './truth-table-atlas.js';
import { scimRows } from './truth-table-scim.js';

interface Vendor {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly organization: string;
  readonly id: string;
  readonly world: (row: Row, switches: object) => object;
  readonly config: (row: Row, scimUrl: string) => object;
}

const vendors: readonly Vendor[] = [
  {
    name: 'Astro',
    rows: astroRows,
    organization: 'acme-data',
    id: organizationId,
    world: ({ world }, switches) => ({ ...acmeWorld({ ...world }), switches }),
    config: () => acmeConfig({}),
  },
  {
    name: 'Atlas',
    rows: atlasRows,
    organization: 'acme-shop',
    id: atlas.shopId,
    world: ({ world }, switches) => atlas.acmeWorld({ ...world, switches: { ...switches } }),
    config: ({ sees }) => atlas.acmeConfig({}, { ...(sees === 'labs' && { labs: {} }), identityProviders: {} }),
  },
  {
    name: 'SCIM',
    rows: scimRows,
    organization: 'corp',
    id: '/scim/v2/corp',
    world: ({ world }) => ({ scim: [{ path: '/scim/v2/corp', ...world }] }),
    config: () => ({
      orgwright: 1,
      providers: { corp: { type: 'scim', baseUrl: 'http://127.0.0.1:9/scim/v2/corp', token: { env: 'SCIM_TOKEN' } } },
      organizations: { corp: { type: 'scim', provider: 'corp' } },
    }),
  },
];

/** Named where they are true of nearly every answer, and decide none of these. */
const always = new Set(['other-federations']);

describe.each(vendors)('$name', ({ name, rows, organization, id, world, config }) => {
  it.each(rows.map((row, index) => ({ ...row, index: index + 1 })))(
    'row $index: $situation, $who by $by',
    async (row) => {
      const question = { person: row.who, method: row.by, idpGroups: row.groups ?? [] };
      const bed = await createTestBed(world(row, {}));
      const answer = model(await readWhole(bed, config(row, '')))(organization, question);
      const outcome = await rehearse(bed, { id }, question);
      await bed.close();

      expect(answer.allowed, JSON.stringify(answer)).toBe(row.in === undefined ? 'no' : 'yes');
      expect(answer.path).toBe(row.in);
      expect(answer.identityProvider).toBe(row.in === undefined ? answer.identityProvider : row.through);
      expect(answer.bypass).toBe(row.by === 'bypass');
      if (name !== 'SCIM') expect(roleTexts(answer.roles, name === 'Atlas')).toEqual(row.roles ?? []);
      expect(answer.reasons).not.toEqual([]);
      const assumed = answer.assumptions.map((assumption) => assumption.id).filter((each) => !always.has(each));
      expect(assumed).toEqual(row.assumes === undefined ? [] : [row.assumes]);
      expectOutcome(outcome, row);

      if (row.switches === undefined) return;
      const other = await createTestBed(world(row, row.switches));
      expectOutcome(await rehearse(other, { id }, question), row.otherwise ?? { in: row.in });
      // Either value reads alike, so the model answers alike, and says what it takes for granted.
      expect(model(await readWhole(other, config(row, '')))(organization, question)).toEqual(answer);
      await other.close();
      const same = JSON.stringify([row.otherwise?.in, row.otherwise?.roles]) === JSON.stringify([row.in, row.roles]);
      expect(row.assumes !== undefined).toBe(!same);
    },
  );
});

it('has rows enough', () => {
  expect(astroRows.length + atlasRows.length + scimRows.length).toBeGreaterThanOrEqual(60);
});

function expectOutcome(outcome: Outcome, wanted: Pick<Row, 'in' | 'roles'>): void {
  expect(outcome.allowed, outcome.reason).toBe(wanted.in !== undefined);
  expect(outcome.provisioned).toBe(wanted.in === 'jit');
  expect([...outcome.roles].sort()).toEqual(wanted.roles ?? []);
}
