import type { DesiredOrganization } from '../../core/resource.js';

/** Whether removing a person deletes the record; otherwise it only ends that the person can sign in. */
export function deletesPeople({ settings }: DesiredOrganization): boolean {
  return settings?.['removePeople'] === 'delete';
}
