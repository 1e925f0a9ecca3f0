/** What mirror lists show now, and what there is to say about it. A mirror that cannot be looked into shows nothing. */
import type { MirroredLists, MirroredPerson } from '../config/mirrored-lists.js';
import type { UsedMirror } from '../config/mirrors.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { InternalError, type SourceRef } from '../errors.js';
import type { ConfiguredOrganization } from './configuration.js';
import { mirrorPeople, unreadable, type MirrorProblem, type MirrorSight } from './mirror-people.js';
import type { LiveReading } from './read-organizations.js';

export interface LiveMirror extends UsedMirror {
  readonly people: readonly MirroredPerson[];
}

export interface MirrorReadings {
  readonly mirrors: readonly LiveMirror[];
  readonly lists: MirroredLists;
  readonly diagnostics: readonly Diagnostic[];
}

export function lookIntoMirrors(
  used: readonly UsedMirror[],
  readings: ReadonlyMap<string, LiveReading>,
  organizations: readonly ConfiguredOrganization[],
  locateValue: (pointer: string) => SourceRef | undefined,
): MirrorReadings {
  const seen = used.map((mirror) => ({ mirror, sight: sightOf(mirror, readings, organizations) }));
  const mirrors = seen.flatMap(({ mirror, sight }) =>
    sight.people === undefined ? [] : [{ ...mirror, people: sight.people }],
  );
  return {
    mirrors,
    lists: new Map(mirrors.map(({ list, people }) => [list, people])),
    diagnostics: seen.flatMap(({ mirror, sight }): readonly Diagnostic[] => {
      const source = locateValue(mirror.pointer);
      const place = source === undefined ? {} : { source };
      if (sight.problem !== undefined) return [{ ...unplannable(mirror, sight.problem), ...place }];
      return sight.people.length === 0 ? [{ ...isEmpty(mirror), ...place }] : [];
    }),
  };
}

function sightOf(
  mirror: UsedMirror,
  readings: ReadonlyMap<string, LiveReading>,
  organizations: readonly ConfiguredOrganization[],
): MirrorSight {
  const source = organizations.find(({ desired }) => desired.name === mirror.organization);
  const reading = readings.get(mirror.organization);
  // That it is in the configuration was checked there, and whatever is mirrored is read.
  if (source === undefined || reading === undefined) throw new InternalError(`Nobody read ${mirror.organization}.`);
  if (reading.live === undefined) {
    const { summary, hint } = reading.problem;
    return {
      problem: {
        ...unreadable(`${mirror.organization} could not be read`, summary),
        ...(hint !== undefined && { hint }),
      },
    };
  }
  return mirrorPeople(mirror, reading.live, source.provider);
}

function unplannable({ list, users }: UsedMirror, { code, summary, detail, hint }: MirrorProblem): Diagnostic {
  return {
    severity: 'error',
    code,
    summary: `Who is on the list "${list}" is not known, so ${users.join(', ')} ${users.length === 1 ? 'is' : 'are'} not planned: ${summary}.`,
    ...(detail !== undefined && { detail }),
    hint,
  };
}

function isEmpty({ list, organization, team, users }: UsedMirror): Diagnostic {
  const where = team === undefined ? organization : `the team "${team}" of ${organization}`;
  return {
    severity: 'warning',
    code: 'mirror-empty',
    summary: `The list "${list}" is empty: nobody is active in ${where}.`,
    detail: `It is used by ${users.join(', ')}; where \`unlisted\` says \`remove\`, everybody who is there for this list alone is removed.`,
    hint: 'Look whether that is meant before applying.',
  };
}
