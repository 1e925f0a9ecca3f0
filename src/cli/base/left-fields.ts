/** What left the configuration of one object that is still in it: people of a team, and fields that nothing manages now. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { textList } from '../../core/diff.js';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { KindSpec } from '../../core/provider.js';
import type { DesiredResource } from '../../core/resource.js';
import type { RecordShape } from '../../core/shape.js';
import type { BaseShare } from './left-behind.js';
import { stoodAt } from './stood-at.js';
import { unlistedReason } from './unlisted-reason.js';

export interface KeptObject {
  /** As it was. */
  readonly resource: DesiredResource;
  /** As it is now. */
  readonly kept: DesiredResource;
  readonly spec: KindSpec;
  readonly share: BaseShare;
  readonly ref: string;
}

export function leftFields(object: KeptObject): readonly Diagnostic[] {
  const { resource, kept, spec, share, ref } = object;
  const names = [kept.name, ...kept.previously];
  const live = share.planned.live.resources.find(({ kind, name }) => kind === kept.kind && names.includes(name));
  // What is yet to be made has nothing to keep.
  if (live === undefined) return [];
  const dropped = droppedFields(resource.attributes, kept.attributes, live.attributes, spec.shape);
  return [
    ...leftTeamMembers(object),
    ...(dropped.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'left-behind',
            summary: `${dropped.map((field) => `\`${field}\``).join(', ')} of ${kept.address} left the configuration: what is live stays as it is, because nothing manages it any more.`,
            detail: stoodAt(resource.source, ref),
            hint: 'Write what it is to be: a field that is not given is not managed.',
            address: kept.address,
          },
        ]),
  ];
}

function leftTeamMembers({ resource, kept, spec, share, ref }: KeptObject): readonly Diagnostic[] {
  return Object.entries(spec.shape.fields).flatMap(([field, shape]) => {
    if (shape.type !== 'collection' || kept.attributes[field] === undefined) return [];
    const now = new Set(textList(kept.attributes[field]));
    return textList(resource.attributes[field])
      .filter((member) => !now.has(member))
      .flatMap((member): readonly Diagnostic[] => {
        const found = share.unlisted.find((each) => each.address === kept.address && each.member === member);
        if (found === undefined) return [];
        const holds = found.privileged === undefined ? '' : ` The team gives ${found.privileged.join(', ')}.`;
        return [
          {
            severity: 'warning',
            code: 'left-behind',
            summary: `${member} left the configuration of ${kept.address} and stays in the team, because ${unlistedReason(shape.key, found)}.`,
            detail: `${stoodAt(resource.source, ref)}${holds}`,
            hint: `Set \`unlisted.${shape.key}\` to \`remove\`, or list the person again.`,
            address: kept.address,
          },
        ];
      });
  });
}

/** Paths of what was given and is not given now. A map or a set is exact: what left it is a change of the plan. */
function droppedFields(before: JsonObject, now: JsonObject, live: JsonObject, shape: RecordShape): readonly string[] {
  return Object.entries(shape.fields).flatMap(([field, inner]): readonly string[] => {
    const was = before[field];
    const is = now[field];
    if (was === undefined || isNothing(was)) return [];
    if (inner.type === 'value' && (inner.secret ?? inner.observed ?? inner.writeOnly) === true) return [];
    const has = live[field];
    if (is === undefined) return has !== undefined && isNothing(has) ? [] : [field];
    if (inner.type !== 'record' || !isJsonObject(was) || !isJsonObject(is)) return [];
    return droppedFields(was, is, isJsonObject(has) ? has : {}, inner).map((path) => `${field}.${path}`);
  });
}

function isNothing(value: Json): boolean {
  if (value === null || value === '' || value === 'none') return true;
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}
