import type { DesiredResource } from '../../core/resource.js';

/** Whether this is a person who is active when the plan is made true: listed, and not `active: false`. */
export function isActivated({ kind, state, attributes }: DesiredResource): boolean {
  return kind === 'member' && state === 'present' && attributes['active'] !== false;
}
