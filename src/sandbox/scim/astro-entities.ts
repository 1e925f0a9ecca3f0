import { createHash } from 'node:crypto';
import { type Team, type User } from '../astro/records.js';
import { type Row } from '../row.js';
import { type Entity } from './directory.js';
import { type Resource } from './protocol/schemas.js';

/** Rows never change, so neither does what is made of one. */
const made = new WeakMap<Row, Entity>();
function once<T extends Row & { readonly createdAt: string; readonly updatedAt: string }>(
  row: T,
  resourceOf: (row: T) => Resource,
): Entity {
  let entity = made.get(row);
  if (entity === undefined) {
    entity = { id: row.id, resource: resourceOf(row), created: row.createdAt, lastModified: row.updatedAt };
    made.set(row, entity);
  }
  return entity;
}

/** Somebody whom no identity provider has described yet is described by what Astro knows. */
function userResource({ id, username: userName, fullName, status, scim }: User): Resource {
  const known: Resource = {
    ...(fullName !== '' && { displayName: fullName }),
    emails: [{ value: userName, type: 'work', primary: true }],
  };
  return { id, userName, ...(scim ?? known), active: status === 'ACTIVE' };
}

const groupResource = ({ id, name: displayName, scimExternalId: externalId }: Team): Resource => ({
  id,
  displayName,
  ...(externalId !== undefined && { externalId }),
});

export const userEntity = (user: User): Entity => once(user, userResource);
export const groupEntity = (team: Team): Entity => once(team, groupResource);

/** Other APIs change the same rows, so a version is made of what SCIM shows of them. */
export function contentVersion({ resource }: Entity, memberIds: readonly string[]): string {
  const hash = createHash('sha256').update(
    JSON.stringify(Object.entries(resource).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  for (const id of [...memberIds].sort()) hash.update(`\n${id}`);
  return hash.digest('base64url').slice(0, 16);
}
