import type { Github } from './github.js';
import { entryOf, isOwn, isSameText, type OwnEntry } from './own-entry.js';

export interface StickyComment {
  readonly pullRequest: number;
  /** With which its body begins. */
  readonly marker: string;
  readonly author: string;
  readonly body: string;
}

/**
 * One comment of this marker on the pull request: made, changed in place, or left as it is. Two runs at once can make
 * two of them; then the oldest is the one that is kept up to date.
 */
export async function keepComment(
  github: Github,
  { pullRequest, marker, author, body }: StickyComment,
): Promise<OwnEntry> {
  // In ascending order of their ids.
  for await (const entry of github.list(`/issues/${pullRequest}/comments`, {})) {
    if (!isOwn(entry, marker, author)) continue;
    const found = entryOf(entry, 'id');
    if (isSameText(found.body, body)) return found;
    return entryOf(await github.send('PATCH', `/issues/comments/${found.number}`, { body }), 'id');
  }
  return entryOf(await github.send('POST', `/issues/${pullRequest}/comments`, { body }), 'id');
}
