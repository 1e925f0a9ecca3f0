/**
 * The one open issue about drift. Closed ones are history: one that the action closed was about drift that is gone, and
 * what a person closes while drift is there comes back as a new issue. Whoever wants to live with a difference says so
 * in the YAML.
 */
import type { Github } from './github.js';
import { entryOf, isOwn, isSameText, type OwnEntry } from './own-entry.js';

export interface DriftIssue {
  /** With which its body begins. */
  readonly marker: string;
  readonly author: string;
}

export interface DriftIssueText {
  readonly title: string;
  readonly labels: readonly string[];
  readonly body: string;
}

/** Opened, changed in place, or left as it is. Its title and labels belong to people once it is there. */
export async function keepDriftIssue(
  github: Github,
  issue: DriftIssue,
  { title, labels, body }: DriftIssueText,
): Promise<OwnEntry> {
  const [oldest] = await openIssues(github, issue);
  if (oldest === undefined) {
    return entryOf(await github.send('POST', '/issues', { title, body, labels: [...labels] }), 'number');
  }
  if (isSameText(oldest.body, body)) return oldest;
  return entryOf(await github.send('PATCH', `/issues/${oldest.number}`, { body }), 'number');
}

/** Closed first: a run that is cut off in between leaves no second comment behind. */
export async function closeDriftIssues(github: Github, issue: DriftIssue, comment: string): Promise<OwnEntry[]> {
  const open = await openIssues(github, issue);
  for (const { number } of open) {
    await github.send('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' });
    await github.send('POST', `/issues/${number}/comments`, { body: comment });
  }
  return open;
}

/** Oldest first. All open issues are looked through: people move labels and change titles. */
async function openIssues(github: Github, { marker, author }: DriftIssue): Promise<OwnEntry[]> {
  const found: OwnEntry[] = [];
  for await (const entry of github.list('/issues', { state: 'open', sort: 'created', direction: 'asc' })) {
    // GitHub lists pull requests among the issues.
    if (entry['pull_request'] === undefined && isOwn(entry, marker, author)) found.push(entryOf(entry, 'number'));
  }
  return found;
}
