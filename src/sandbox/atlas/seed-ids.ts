import { namedObjectId } from '../ids.js';

/** The id of a project of the world. */
export const projectId = (organizationId: string, project: { readonly id?: string; readonly name: string }): string =>
  project.id ?? namedObjectId('project', organizationId, project.name);
