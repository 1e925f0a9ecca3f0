/** Who a mirror shows: the active people of an organization, or of one of its teams. Never fewer than there are. */
import { suggestHint } from '../config/suggest.js';
import type { MirroredPerson } from '../config/mirrored-lists.js';
import type { Mirror } from '../config/mirrors.js';
import { isEmailAddress } from '../config/names-of-people.js';
import { textList } from '../core/diff.js';
import { compareText } from '../core/json.js';
import type { Provider } from '../core/provider.js';
import type { Live, LiveResource } from '../core/resource.js';
import { memberKinds, teamKind } from './mirror-scope.js';

export type MirrorSight =
  | { readonly people: readonly MirroredPerson[]; readonly problem?: undefined }
  | { readonly people?: undefined; readonly problem: MirrorProblem };

export interface MirrorProblem {
  readonly code: 'mirror-unreadable' | 'mirror-unknown-team';
  /** A sentence without its full stop. */
  readonly summary: string;
  readonly detail?: string;
  readonly hint: string;
}

/** `live` was read with `mirrorScope`. */
export function mirrorPeople(mirror: Mirror, live: Live, provider: Provider): MirrorSight {
  const kinds = memberKinds(provider);
  const active = live.resources.filter((member) => kinds.has(member.kind) && provider.isActiveMember(member));
  const unread = unreadPart(mirror, live);
  if (unread !== undefined) return { problem: unread };
  if (mirror.team === undefined) return { people: peopleOf(active, provider) };
  const inTeam = teamMembers(mirror, mirror.team, live, provider);
  if ('code' in inTeam) return { problem: inTeam };
  return {
    people: peopleOf(
      active.filter(({ name }) => inTeam.has(name)),
      provider,
    ),
  };
}

function unreadPart({ organization, team }: Mirror, { coverage }: Live): MirrorProblem | undefined {
  const parts = ['members', ...(team === undefined ? [] : ['teams', `teamMembers/${team}`])];
  for (const part of parts) {
    const found = coverage[part];
    if (found === undefined || found.complete) continue;
    const what = part.startsWith('teamMembers/') ? `members of the team "${team ?? ''}"` : part;
    return unreadable(`not all ${what} of ${organization} could be read`, found.reason);
  }
  return undefined;
}

export function unreadable(summary: string, detail: string): MirrorProblem {
  return {
    code: 'mirror-unreadable',
    summary,
    detail,
    hint: 'Try again, or give the token the missing rights. Who was not seen is never taken for gone.',
  };
}

function teamMembers(
  { organization }: Mirror,
  team: string,
  { resources }: Live,
  provider: Provider,
): ReadonlySet<string> | MirrorProblem {
  const spec = teamKind(provider);
  const teams = resources.filter(({ kind }) => kind === spec?.kind);
  const [found, ...twins] = teams.filter(({ name }) => name === team);
  if (spec === undefined || found === undefined) {
    return {
      code: 'mirror-unknown-team',
      summary: `there is no team "${team}" in ${organization}`,
      hint: suggestHint(team, [...new Set(teams.map(({ name }) => name))], 'teams'),
    };
  }
  if (twins.length > 0) {
    return {
      code: 'mirror-unknown-team',
      summary: `${String(twins.length + 1)} teams in ${organization} are named "${team}"`,
      hint: 'Rename or delete one of them: orgwright never guesses between two.',
    };
  }
  const members = found.attributes[spec.field];
  if (members === undefined) {
    return unreadable(`the members of the team "${team}" of ${organization} could not be read`, 'They were not told.');
  }
  return new Set(textList(members));
}

/** Sorted by name; whom the vendor has twice under one name and address stands there once. */
function peopleOf(members: readonly LiveResource[], provider: Provider): readonly MirroredPerson[] {
  const people = new Map<string, MirroredPerson>();
  for (const member of members) {
    if (member.name === '') continue;
    const address = (provider.emailOf === undefined ? member.name : provider.emailOf(member))?.toLowerCase();
    const named = address ?? member.name;
    const email = isEmailAddress(named) ? named : undefined;
    people.set(JSON.stringify([member.name, email ?? '']), { name: member.name, email });
  }
  return [...people.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.email ?? '', b.email ?? ''));
}
