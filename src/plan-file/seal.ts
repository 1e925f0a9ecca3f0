/**
 * What makes an edit of a plan file show: where there is a key a signature, and a digest of everything in it. The digest finds accidents and careless edits; only the signature finds those of somebody who knows how.
 */
import { digest } from '../core/canonical.js';
import type { Json } from '../core/json.js';

export function sealOf(content: Json): string {
  return digest(content);
}
