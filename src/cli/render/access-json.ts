/** `access -json`; field names are part of the promise to users. */
import type { AccessRole } from '../../core/access.js';
import type { AccessReport } from '../access-report.js';
import { jsonText } from './json-text.js';

export function renderAccessJson({ at, asOf, idpGroups, rows, assumptions, ...rest }: AccessReport): string {
  return jsonText({
    format_version: '1.0',
    as_of: asOf,
    at,
    idp_groups: idpGroups ?? null,
    complete: rest.complete,
    errored: rest.errored,
    access: rows.map((row) => ({
      organization: row.organization,
      type: row.type,
      person: row.person,
      method: row.method,
      allowed: row.allowed,
      path: row.path ?? null,
      identity_provider: row.identityProvider ?? null,
      bypass: row.bypass,
      roles: row.roles.map(roleJson),
      possible_roles: row.possibleRoles.map(roleJson),
      because: row.reasons.map(({ text, address, source }) => ({
        text,
        address: address ?? null,
        source: source ?? null,
      })),
      assumptions: row.assumptions.map(({ id }) => id),
    })),
    assumptions,
    diagnostics: rest.diagnostics,
  });
}

function roleJson({ place, role, sources }: AccessRole): unknown {
  return { place, role, by: sources.map(({ path, address }) => ({ path, address: address ?? null })) };
}
