/** A team's people must be the organization's people: checked against what is live and what is planned. */
import type { Comparison } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import { textList } from './diff.js';
import type { Provider } from './provider.js';
import type { DesiredOrganization, Live, Locate } from './resource.js';

export function checkMembership(
  organization: DesiredOrganization,
  live: Live,
  comparisons: readonly Comparison[],
  provider: Provider,
  locate: Locate,
): Diagnostic[] {
  // Whoever was not seen may still be there.
  if (live.coverage['members']?.complete === false) return [];
  const memberKinds = new Set(provider.kinds.filter((kind) => kind.collection === 'members').map((kind) => kind.kind));
  const present = new Set<string>();
  for (const resource of live.resources) {
    if (memberKinds.has(resource.kind) && provider.isPresent(resource)) present.add(resource.name);
  }
  const wanted = new Set<string>();
  for (const resource of organization.resources) {
    if (memberKinds.has(resource.kind) && resource.state === 'present') wanted.add(resource.name);
  }
  const leaving = new Set(
    comparisons
      .filter(({ kind, change }) => memberKinds.has(kind) && change?.action === 'delete')
      .map(({ name }) => name),
  );
  const diagnostics: Diagnostic[] = [];
  for (const { desired, kind, address } of comparisons) {
    const shape = provider.kinds.find((spec) => spec.kind === kind)?.shape;
    if (desired === undefined || desired.state === 'absent' || shape === undefined) continue;
    for (const [field, fieldShape] of Object.entries(shape.fields)) {
      if (fieldShape.type !== 'collection') continue;
      for (const person of textList(desired.attributes[field])) {
        const problem = leaving.has(person)
          ? `${person} is in team "${desired.name}" but is not in members, and unlisted.members is remove.`
          : !present.has(person) && !wanted.has(person)
            ? `${person} is in team "${desired.name}" but is neither a live member of ${organization.name} nor in its members.`
            : undefined;
        if (problem === undefined) continue;
        const source = locate(`${desired.pointer}/${field}`);
        diagnostics.push({
          severity: 'error',
          code: 'team-member-unknown',
          summary: problem,
          hint: `Add ${person} to members (or memberLists) of ${organization.name}, or take the name out of the team.`,
          address,
          ...(source !== undefined && { source }),
        });
      }
    }
  }
  return diagnostics;
}
