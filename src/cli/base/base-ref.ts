/** `--base REF`: what may name a commit. */
import { ConfigError } from '../../errors.js';

/** Refuses what Git could take for an option, and what can name no single commit. Whether there is such a commit, Git says. */
export function checkBaseRef(ref: string): void {
  const isWrong =
    ref === '' || ref.length > 1000 || ref.startsWith('-') || ref.includes('..') || /[\s\p{Cc}\p{Cf}]/u.test(ref);
  if (!isWrong) return;
  throw new ConfigError(`-base takes a commit, branch or tag, not ${JSON.stringify(ref.slice(0, 100))}.`, {
    hint: 'Name one as Git does: -base=origin/main, or -base=HEAD~1.',
  });
}
