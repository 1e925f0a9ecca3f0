import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { longestValid } from '../../../src/providers/astro/certificates.js';

const pem = (name: string): string => readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');

it.each([
  ['none', [], undefined],
  ['one', ['okta-may'], 'okta-may'],
  ['the one that is valid longest, first', ['okta-2030', 'okta-june', 'okta-may'], 'okta-2030'],
  ['the one that is valid longest, last', ['okta-may', 'okta-june', 'okta-2030'], 'okta-2030'],
])('Astro takes one certificate, of several %s', (_, names, expected) => {
  expect(longestValid(names.map(pem))).toBe(expected === undefined ? undefined : pem(expected));
});

it('prefers anything that can be read to what cannot', () => {
  expect(longestValid(['no certificate', pem('okta-may')])).toBe(pem('okta-may'));
});
