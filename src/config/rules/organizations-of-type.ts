/** The organizations of one vendor, with the pointer of each. */
import type { Json, JsonObject } from '../../core/json.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';

export interface OrganizationEntry {
  readonly name: string;
  readonly organization: Json;
  readonly pointer: string;
}

export function organizationsOfType(document: JsonObject, type: string): readonly OrganizationEntry[] {
  return Object.entries(objectAt(document, 'organizations')).flatMap(([name, organization]) =>
    textAt(organization, 'type') === type ? [{ name, organization, pointer: joinPointer('/organizations', name) }] : [],
  );
}
