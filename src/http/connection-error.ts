import { ConnectionError } from '../errors.js';

export interface LostRequest {
  readonly vendor: string;
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly reason: string;
  readonly code: string | undefined;
  readonly attempts: number;
}

/** Says that no answer came, with the next step for the usual causes. Keeps no cause: the library's errors may quote headers. */
export function connectionError(lost: LostRequest): ConnectionError {
  const { vendor, method, path, reason, attempts } = lost;
  const { host } = lost.url;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  return new ConnectionError(`No answer from ${vendor} (${host}) to ${method} ${path}${tries}: ${reason}.`, {
    method,
    path,
    hint: hintFor(lost.code, host),
  });
}

function hintFor(code: string | undefined, host: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Check the name ${host}, your DNS, and whether this network needs HTTPS_PROXY.`;
    case 'ECONNREFUSED':
      return `Check that something listens at ${host}, and the proxy variables if a proxy is set.`;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'Set NODE_EXTRA_CA_CERTS to the file with the certificate authority that this network uses.';
    case 'CERT_HAS_EXPIRED':
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `Check the endpoint: the certificate of ${host} is not valid for it.`;
    default:
      return 'Check the network and the proxy variables, then run again.';
  }
}
