/** Atlas tells no complete list of its project roles: one that we do not know is a warning, most often about a slip. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { listAt, objectAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { suggestHint } from '../suggest.js';
import { organizationsOfType } from './organizations-of-type.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

const knownRoles = [
  'GROUP_OWNER',
  'GROUP_READ_ONLY',
  'GROUP_CLUSTER_MANAGER',
  'GROUP_DATA_ACCESS_ADMIN',
  'GROUP_DATA_ACCESS_READ_WRITE',
  'GROUP_DATA_ACCESS_READ_ONLY',
  'GROUP_SEARCH_INDEX_EDITOR',
  'GROUP_BACKUP_MANAGER',
  'GROUP_STREAM_PROCESSING_OWNER',
  'GROUP_OBSERVABILITY_VIEWER',
  'GROUP_DATABASE_ACCESS_ADMIN',
] as const;
const known: ReadonlySet<string> = new Set(knownRoles);

export const checkAtlasProjectRoles: Rule = (context) =>
  organizationsOfType(context.document, 'atlas').flatMap(({ organization, pointer }) => [
    ...inMap(context, organization, 'teams', pointer),
    ...inMap(context, objectAt(organization, 'authentication'), 'roleMappings', joinPointer(pointer, 'authentication')),
  ]);

function inMap(context: RuleContext, parent: Json, key: string, pointer: string): readonly Diagnostic[] {
  return Object.entries(objectAt(parent, key)).flatMap(([name, value]) =>
    Object.entries(objectAt(value, 'projects')).flatMap(([project, entry]) => {
      const at = joinPointer(pointer, key, name, 'projects', project);
      return Array.isArray(entry)
        ? unknownRoles(context, entry as readonly Json[], at)
        : unknownRoles(context, listAt(entry, 'roles'), joinPointer(at, 'roles'));
    }),
  );
}

function unknownRoles({ locateValue }: RuleContext, roles: readonly Json[], pointer: string): readonly Diagnostic[] {
  return roles.flatMap((role, index): readonly Diagnostic[] => {
    // Whether it begins with GROUP_ the schema has judged.
    if (typeof role !== 'string' || !role.startsWith('GROUP_') || known.has(role)) return [];
    const summary = `\`${role}\` is not a project role that orgwright knows.`;
    return [
      {
        ...ruleProblem(
          locateValue(joinPointer(pointer, index)),
          'unknown-role',
          summary,
          suggestHint(role, knownRoles, 'roles'),
        ),
        severity: 'warning',
      },
    ];
  });
}
