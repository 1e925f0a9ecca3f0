/** What an apply refuses of saved plans, of every provider, each with its exit code and with nothing sent. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/json.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { planDigest } from '../../src/core/plan-document-from.js';
import { OrgwrightError } from '../../src/errors.js';
import { sealOf } from '../../src/plan-file/seal.js';
import { applySavedText, savePlanOf, sortedWrites } from '../support/saved-plans.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { cases, type Case } from './cases.js';

type Saved = PlanDocument & { readonly saved: Readonly<Record<string, unknown>> };

interface Setting {
  readonly bed: TestBed;
  readonly text: string;
  readonly refused: (
    text: string,
    env?: Readonly<Record<string, string>>,
  ) => Promise<readonly [number | undefined, string]>;
}

async function within(one: Case, use: (setting: Setting) => Promise<void>): Promise<void> {
  const bed = await createTestBed(one.world);
  try {
    const { text, document } = await savePlanOf(bed, one.config);
    expect(document.operations.length, JSON.stringify(document.diagnostics)).toBeGreaterThan(0);
    const refused: Setting['refused'] = async (edited, env = {}) => {
      await bed.forgetRequests();
      const error: unknown = await applySavedText(bed, edited, env).catch((thrown: unknown) => thrown);
      expect(await sortedWrites(bed)).toEqual([]);
      return error instanceof OrgwrightError ? [error.exitCode, error.message] : [undefined, String(error)];
    };
    await use({ bed, text: text ?? '', refused });
  } finally {
    await bed.close();
  }
}

/** As somebody would who knows how, but has no key. */
function sealedAgain(text: string, change: (plan: Saved) => Saved): string {
  const changed = change(JSON.parse(text) as Saved);
  const { saved, ...document } = { ...changed, plan_digest: planDigest(changed) };
  const { digest: _digest, ...content } = saved;
  const digest = sealOf({ ...document, saved: content } as unknown as Json);
  return JSON.stringify({ ...document, saved: { ...content, digest } });
}

function withOperations(change: (operations: PlanDocument['operations']) => PlanDocument['operations']) {
  return (plan: Saved): Saved => ({ ...plan, operations: change(plan.operations) });
}

const forged: Readonly<Record<string, (plan: Saved) => Saved>> = {
  'another path': withOperations((all) => all.map((each) => ({ ...each, path: `${each.path}/../other` }))),
  'another body': withOperations((all) => all.map((each) => ({ ...each, body: { roles: ['ORG_OWNER'] } }))),
  'a request too many': withOperations((all) => [...all, ...all.slice(0, 1).map((each) => ({ ...each, id: '99' }))]),
  'a request less': withOperations((all) => all.slice(1)),
  'another order': withOperations((all) => all.map((each) => ({ ...each, needs: [...each.needs, '99'] }))),
};

describe.each(cases)('a saved plan of $name', (one) => {
  it('is refused with 11 where what it touches has changed, by name', () =>
    within(one, async ({ bed, text, refused }) => {
      expect((await bed.apply(one.touching)).report?.status).toBe('applied');
      const [code, message] = await refused(text);
      expect({ code, message }).toMatchObject({ code: 11 });
      for (const moved of one.moved) expect(message).toContain(moved);
    }));

  it('is applied where only other things have changed', () =>
    within(one, async ({ bed, text }) => {
      expect((await bed.apply(one.elsewhere)).report?.status).toBe('applied');
      expect((await applySavedText(bed, text)).status).toBe('applied');
      expect((await bed.plan(one.config)).operations).toEqual([]);
    }));

  it('is refused with 11 the second time', () =>
    within(one, async ({ bed, text, refused }) => {
      expect((await applySavedText(bed, text)).status).toBe('applied');
      const [code, message] = await refused(text);
      expect({ code, message }).toMatchObject({ code: 11 });
      for (const address of one.replayed) expect(message).toContain(address);
    }));

  it('is refused with 1 where its requests are forged and it is sealed again', () =>
    within(one, async ({ text, refused }) => {
      for (const [what, forge] of Object.entries(forged)) {
        const [code, message] = await refused(sealedAgain(text, forge));
        expect({ what, code, message }).toMatchObject({
          code: 1,
          message: expect.stringContaining('its requests are not those that its changes need') as unknown,
        });
      }
    }));

  it.each<[string, (text: string) => string, string]>([
    ['edited', (text) => text.replace('carol', 'mallory').replace('"eng"', '"ops"'), 'not as orgwright wrote it'],
    ['truncated', (text) => text.slice(0, text.length - 100), 'not all of it is there'],
    ['of another version', (text) => sealedAgain(text, (plan) => ({ ...plan, orgwright_version: '9.9.9' })), '9.9.9'],
    [
      'of another format',
      (text) => sealedAgain(text, (plan) => ({ ...plan, saved: { ...plan.saved, format: 99 } })),
      'was written by orgwright',
    ],
    [
      'of another host',
      (text) =>
        sealedAgain(text, ({ saved, ...plan }) => {
          const connections = (saved['connections'] as readonly object[]).map((each) => ({
            ...each,
            endpoint: 'https://elsewhere.example',
          }));
          return { ...plan, saved: { ...saved, connections } };
        }),
      'was made against https://elsewhere.example',
    ],
  ])('is refused with 1 where it is %s', (_, edit, expected) =>
    within(one, async ({ text, refused }) => {
      const edited = edit(text);
      expect(edited).not.toBe(text);
      const [code, message] = await refused(edited);
      expect({ code, message }).toMatchObject({ code: 1, message: expect.stringContaining(expected) as unknown });
    }),
  );

  it('is refused with 1 where there is a key that has not signed it', () =>
    within(one, async ({ bed, text, refused }) => {
      const key = { ORGWRIGHT_PLAN_KEY: 'the key' };
      expect(await refused(text, key)).toMatchObject([1, expect.stringContaining('is not signed')]);
      const signed = (await savePlanOf(bed, one.config, { key: 'the key' })).text ?? '';
      const others = { ORGWRIGHT_PLAN_KEY: 'another key' };
      expect(await refused(signed, others)).toMatchObject([1, expect.stringContaining('signed with another key')]);
      const edited = sealedAgain(signed, (plan) => ({ ...plan, timestamp: '2020-01-01T00:00:00.000Z' }));
      expect(await refused(edited, key)).toMatchObject([1, expect.stringContaining('or was edited')]);
      expect((await applySavedText(bed, signed, key)).status).toBe('applied');
    }));
});
