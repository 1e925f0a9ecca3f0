import { describe, expect, it } from 'vitest';
import { SafetyError } from '../../src/errors.js';
import { checkEndpoint, isLoopback } from '../../src/http/hosts.js';

const allowed = {
  vendorHosts: ['api.vendor.test', 'dev.vendor.test:8443'],
  extraHosts: ['scim.acme.test', 'sso.acme.test:9443', ' Mixed.Acme.Test ', '[fd00::1]:443'],
};

describe('checkEndpoint', () => {
  it.each([
    'https://api.vendor.test',
    'https://api.vendor.test/v1',
    'https://API.VENDOR.TEST:443/',
    'https://dev.vendor.test:8443',
    'https://scim.acme.test/v2',
    'https://scim.acme.test:8443/v2',
    'https://sso.acme.test:9443',
    'https://mixed.acme.test',
    'https://[fd00::1]/',
    'http://localhost:8080',
    'http://127.0.0.1:1',
    'http://127.8.9.10',
    'http://127.1:80',
    'http://[::1]:9000/x',
    'https://localhost',
  ])('allows %s', (url) => {
    expect(checkEndpoint(url, allowed).href).toBe(new URL(url).href);
  });

  it.each([
    ['https://evil.test', /evil\.test: it is not one of the vendor's hosts/],
    ['https://api.vendor.test.evil.test', /not one of/],
    ['https://xapi.vendor.test', /not one of/],
    ['https://vendor.test', /not one of/],
    ['https://api.vendor.test.', /not one of/],
    ['https://api.vendor.test:8443', /not one of/],
    ['https://dev.vendor.test', /not one of/],
    ['https://sso.acme.test', /not one of/],
    ['https://sso.acme.test:9444', /not one of/],
    ['https://localhost.evil.test', /not one of/],
    ['https://127.0.0.1.evil.test', /not one of/],
    ['https://0.0.0.0', /not one of/],
    ['https://[::2]', /not one of/],
    ['https://аpi.vendor.test', /not one of/],
    ['http://api.vendor.test', /not https/],
    ['http://scim.acme.test', /not https/],
    ['https://user@api.vendor.test', /user name or password/],
    ['http://:hunter2@localhost', /user name or password/],
    ['https://api.vendor.test?x=1', /query or a fragment/],
    ['https://api.vendor.test#x', /query or a fragment/],
    ['ftp://localhost', /not an http or https URL/],
    ['file:///etc/passwd', /not an http or https URL/],
    ['api.vendor.test', /not an http or https URL/],
    ['', /not an http or https URL/],
  ])('refuses %s', (url, message) => {
    expect(() => checkEndpoint(url, allowed)).toThrow(SafetyError);
    expect(() => checkEndpoint(url, allowed)).toThrow(message);
  });

  it('never echoes what may be a password', () => {
    for (const url of ['https://me:hunter2@evil.test', 'htps:/me:hunter2@evil']) {
      expect(() => checkEndpoint(url, allowed)).toThrow(expect.not.stringContaining('hunter2'));
    }
  });

  it('takes no wildcard, URL or empty entry for a host', () => {
    for (const entry of ['*', '*.test', '', 'https://evil.test', 'evil.test/', 'x@evil.test', 'evil.test:', '.test']) {
      expect(() => checkEndpoint('https://evil.test', { vendorHosts: [entry], extraHosts: [entry] }), entry).toThrow(
        SafetyError,
      );
    }
  });
});

describe('isLoopback', () => {
  it.each([
    ['http://localhost/', true],
    ['https://127.255.255.254/', true],
    ['http://0x7f.0.0.1/', true],
    ['http://[0:0:0:0:0:0:0:1]/', true],
    ['http://128.0.0.1/', false],
    ['http://127.0.0.1.test/', false],
    ['http://local.localhost/', false],
    ['http://[::ffff:127.0.0.1]/', false],
  ])('%s: %s', (url, expected) => {
    expect(isLoopback(url)).toBe(expected);
    expect(isLoopback(new URL(url))).toBe(expected);
  });
});
