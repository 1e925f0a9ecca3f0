/**
 * Whether a request only reads: GET, HEAD, and POST to a SCIM `.search`. This decides what the plan path may send,
 * so it errs on the side of "writes".
 */
export function isRead(method: string, url: URL): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && url.pathname.endsWith('/.search'));
}
