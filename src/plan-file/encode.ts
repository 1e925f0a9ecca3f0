/** Writes a plan down so that it can be run later: the document as `plan -json` prints it, and the rest under `saved`. */
import type { JsonObject } from '../core/json.js';
import { signatureOf } from '../core/signature.js';
import { savedFormat, type SavedPlan } from './saved-plan.js';
import { sealOf } from './seal.js';

/** Signed where there is a key. The value of the file; it holds references to secrets, never a secret. */
export function encodePlan({ document, content }: SavedPlan, key: string | undefined): JsonObject {
  const saved = { format: savedFormat, ...content };
  // What JSON leaves out (undefined) is not sealed either.
  const plain = JSON.parse(JSON.stringify({ ...document, saved })) as JsonObject & { readonly saved: JsonObject };
  const signature = key === undefined ? null : signatureOf(plain, key);
  const signed = { ...plain, saved: { ...plain.saved, signature } };
  return { ...signed, saved: { ...signed.saved, digest: sealOf(signed) } };
}
