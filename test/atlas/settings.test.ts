/** Settings that decide who may call: written last, since they may shut us out. */
import { afterEach, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { acmeConfig, acmeWorld } from './acme.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

it('closes the API to addresses that are not listed after everything else, and says so', async () => {
  bed = await createTestBed(acmeWorld());
  const plan = await bed.plan(
    acmeConfig({
      settings: { name: 'Other', apiAccessListRequired: true },
      authentication: { jit: 'none', roleMappings: { dev: { roles: ['ORG_MEMBER'] } } },
      members: { 'zoe@else.example': {} },
    }),
  );
  const last = plan.operations.at(-1);
  expect(last).toMatchObject({ method: 'PATCH', body: { apiAccessListRequired: true } });
  expect(last?.needs).toHaveLength(plan.operations.length - 1);
  const change = plan.document.resource_changes.find(({ kind }) => kind === 'settings');
  expect(change?.reason).toContain('it goes last');
});

it('reads the settings only where they are managed', async () => {
  bed = await createTestBed(acmeWorld());
  await bed.forgetRequests();
  await bed.plan(acmeConfig({ settings: { name: 'Acme Shop' }, members: { 'alice@acme.com': {} } }));
  const { list } = await bed.requests();
  expect(list.filter(({ path }) => path.endsWith('/settings'))).toEqual([]);
});
