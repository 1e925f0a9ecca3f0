/** What the sandbox stores of standalone SCIM services, one row per thing; a row's `organizationId` is the service's path. */
import { type Row } from '../row.js';
import { type Capabilities } from './capabilities.js';
import { type Resource } from './protocol/schemas.js';

export interface ScimService extends Row {
  readonly capabilities: Capabilities;
}
/** A user or a group as it was stored: without meta, and a group without members, which are rows of their own. */
export interface ScimResource extends Row {
  readonly resource: Resource;
  /** Goes up with every creation, so that lists keep their order over a restart; what a world has comes before 0. */
  readonly serial: number;
  readonly created: string;
  readonly lastModified: string;
  readonly version: number;
}
/** Its id is `groupId/memberId`: adding or removing one member of many touches one row. */
export interface ScimMember extends Row {
  readonly groupId: string;
  readonly memberId: string;
}
export interface ScimRows {
  readonly scimService: ScimService;
  readonly scimUser: ScimResource;
  readonly scimGroup: ScimResource;
  readonly scimMember: ScimMember;
}
