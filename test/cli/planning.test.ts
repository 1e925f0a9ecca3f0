import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ConfiguredOrganization } from '../../src/cli/configuration.js';
import { readOrganization } from '../../src/cli/planning.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { fieldsOf, textAt } from '../../src/core/decode.js';
import type { Connection, PlanOptions } from '../../src/core/provider.js';
import { ApiError, InternalError } from '../../src/errors.js';

const organization = {
  desired: { name: 'acme', source: { file: 'org.yaml', line: 4, column: 3 } },
} as unknown as ConfiguredOrganization;
const options: PlanOptions = { now: '2026-06-01T00:00:00.000Z', verifyDomains: false, replace: new Set() };

async function problemOf(read: () => unknown, env: Readonly<Record<string, string>> = {}) {
  const stderr = new PassThrough();
  const connections = { of: () => ({ read: async () => read() }) as unknown as Connection };
  const { problem } = await readOrganization(organization, connections, options, {
    env,
    stderr,
  } as unknown as Terminal);
  return { problem, told: String(stderr.read() ?? '') };
}

describe('an organization that cannot be read', () => {
  it('has an error that says what of the answer was unexpected', async () => {
    const { problem, told } = await problemOf(() => textAt(fieldsOf({ email: 7 }), 'email'));
    expect(problem).toEqual({
      severity: 'error',
      code: 'api',
      summary:
        'Could not read acme: The API answered with something unexpected: email should be a text, but is a number.',
      hint: 'If it is so again, update orgwright, or report it: the API may have changed.',
      source: { file: 'org.yaml', line: 4, column: 3 },
      address: 'acme',
    });
    expect(told).toBe('');
  });

  it.each([
    [
      'a refusal',
      new ApiError('No.', { method: 'GET', path: '/' }),
      { code: 'api', summary: 'Could not read acme: No.' },
    ],
    [
      'a bug',
      new TypeError('x is not a function'),
      { code: 'internal', summary: 'Could not read acme: Something unexpected happened: x is not a function' },
    ],
    ['a bug that we foresaw', new InternalError('Hm.'), { code: 'internal', summary: 'Could not read acme: Hm.' }],
  ])('keeps %s to itself', async (_, error, expected) => {
    const fail = () => {
      throw error;
    };
    expect((await problemOf(fail)).problem).toMatchObject({ severity: 'error', address: 'acme', ...expected });
    expect((await problemOf(fail, { DEBUG: 'orgwright' })).told).toContain('planning.test.ts');
  });
});
