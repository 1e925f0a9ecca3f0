/** Where something stood in an earlier configuration: in words, since no line of today's files is about it. */
import type { SourceRef } from '../../errors.js';
import { formatSource } from '../render/diagnostics-text.js';

export function stoodAt(source: SourceRef | undefined, ref: string): string {
  return source === undefined ? `It stood in ${ref}.` : `In ${ref} it stood at ${formatSource(source)}.`;
}
