import { describe, expect, it } from 'vitest';
import { connectionError } from '../../src/http/connection-error.js';

describe('connectionError', () => {
  it.each([
    ['ENOTFOUND', /^Check the name api\.example\.test, your DNS, and whether this network needs HTTPS_PROXY\.$/],
    ['EAI_AGAIN', /^Check the name/],
    ['ECONNREFUSED', /^Check that something listens at api\.example\.test/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /^Set NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /^Set NODE_EXTRA_CA_CERTS/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /^Check the endpoint: the certificate of api\.example\.test/],
    ['ECONNRESET', /^Check the network/],
    [undefined, /^Check the network/],
  ])('after %s gives the next step', (code, hint) => {
    const url = new URL('https://api.example.test/v1/x');
    const error = connectionError({
      vendor: 'Example',
      method: 'GET',
      path: '/x',
      url,
      reason: 'it broke',
      code,
      attempts: 1,
    });
    expect(error.message).toBe('No answer from Example (api.example.test) to GET /x: it broke.');
    expect(error.hint).toMatch(hint);
  });
});
