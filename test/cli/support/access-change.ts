/** Changes of access made by hand: each test states only what it is about. */
import type { AccessChange, AccessChangeWord } from '../../../src/core/plan-document.js';

export function accessChange(person: string, change: AccessChangeWord, part: Partial<AccessChange> = {}): AccessChange {
  return { organization: 'acme', person, change, before: [], after: [], because: ['acme/member/x'], ...part };
}
