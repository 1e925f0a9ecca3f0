/** The certificates were made with `openssl ca -startdate ... -enddate ...`; each is named for its end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  certificateExpiry,
  certificateValidity,
  expiryWarning,
  normalizeCertificate,
} from '../../../src/core/certificates.js';

const folder = join(import.meta.dirname, '..', 'astro', 'certificates');
const pem = (name: string): string => readFileSync(join(folder, `${name}.pem`), 'utf8');
const base64 = pem('okta-2030').replace(/-----.*-----|\s/g, '');

describe('normalizeCertificate', () => {
  it.each([
    ['as it is', pem('okta-2030')],
    ['with Windows line ends', pem('okta-2030').replaceAll('\n', '\r\n')],
    ['without a last line end', pem('okta-2030').trimEnd()],
    ['on one line', `-----BEGIN CERTIFICATE-----${base64}-----END CERTIFICATE-----`],
    ['without its frame, as consoles show it', base64],
    ['with text before and after', `subject=/CN=okta\n${pem('okta-2030')}\nbye\n`],
    ['followed by another', `${pem('okta-2030')}${pem('okta-may')}`],
  ])('gives one spelling: %s', (_, text) => {
    expect(normalizeCertificate(text)).toBe(pem('okta-2030'));
  });

  it('tells different ones apart, and makes nothing up of nothing', () => {
    expect(normalizeCertificate(pem('okta-may'))).not.toBe(pem('okta-2030'));
    expect(certificateExpiry(normalizeCertificate(''))).toBeUndefined();
  });
});

describe('certificateValidity', () => {
  it('tells both dates', () => {
    expect(certificateValidity(pem('okta-june'))).toEqual({
      notBefore: new Date('2024-01-01T00:00:00Z'),
      notAfter: new Date('2026-06-21T00:00:00Z'),
    });
    expect(certificateExpiry(pem('okta-june'))?.toISOString()).toBe('2026-06-21T00:00:00.000Z');
  });

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'of what is no certificate is unknown: %j',
    (text) => {
      expect(certificateValidity(text)).toBeUndefined();
      expect(certificateExpiry(text)).toBeUndefined();
    },
  );
});

describe('expiryWarning', () => {
  it.each([
    ['okta-may', '2026-06-01T00:00:00Z', 'expired on 2026-05-01'],
    ['okta-may', '2026-05-01T00:00:01Z', 'expired on 2026-05-01'],
    ['okta-may', '2026-05-01T00:00:00Z', 'expires on 2026-05-01, in 0 days'],
    ['okta-tomorrow', '2026-06-01T00:00:00Z', 'expires on 2026-06-02, in 1 day'],
    ['okta-june', '2026-06-01T00:00:00Z', 'expires on 2026-06-21, in 20 days'],
    ['okta-june', '2026-05-22T00:00:00Z', 'expires on 2026-06-21, in 30 days'],
    ['okta-june', '2026-05-21T00:00:00Z', undefined],
    ['okta-2030', '2026-06-01T00:00:00Z', undefined],
  ])('%s at %s', (name, now, expected) => {
    expect(expiryWarning(certificateExpiry(pem(name)), now)).toBe(expected);
  });

  it('says nothing of what has no date', () => {
    expect(expiryWarning(undefined, '2026-06-01T00:00:00Z')).toBeUndefined();
  });
});
