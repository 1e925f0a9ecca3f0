/** Microsoft Entra ID's provisioning service: what it sends to an app, in its own two dialects. */
import { setValueAt } from './attribute-path.js';
import { found, idOf, urn, type Json, type MappedAttribute, type ScimRequest, type Script } from './exchange.js';

export type EntraDialect =
  /** What it sends to a plain tenant URL. */
  | 'classic'
  /** What it sends where the tenant URL ends in `?aadOptscim062020`. */
  | 'compliant';

export interface EntraGroup {
  readonly objectId: string;
  readonly displayName: string;
}

/** The `ADSCIM` schema that it names on groups, beside the standard one. */
const adGroup = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
const flag = 'aadOptscim062020';

export function headersOfEntra(request: ScimRequest): Json {
  return {
    accept: 'application/scim+json',
    ...(request.body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
  };
}

export function createEntra(dialect: EntraDialect) {
  const compliant = dialect === 'compliant';
  const marked = (path: string, query?: string): string =>
    [path, [...(compliant ? [flag] : []), ...(query === undefined ? [] : [query])].join('&')]
      .filter((part) => part !== '')
      .join('?');
  /** It joins filters with `+` for spaces. */
  const filter = (text: string): string => `filter=${encodeURIComponent(text).replaceAll('%20', '+')}`;
  const op = (name: 'Add' | 'Replace' | 'Remove'): string => (compliant ? name.toLowerCase() : name);
  const value = (given: string | boolean): string | boolean =>
    typeof given === 'boolean' && !compliant ? (given ? 'True' : 'False') : given;
  const reference = (id: string): Json => (compliant ? { value: id } : { $ref: null, value: id });
  const patch = (path: string, operations: readonly Json[]): ScimRequest => ({
    method: 'PATCH',
    path: marked(path),
    body: { schemas: [urn.patch], Operations: operations },
  });

  /** One operation per attribute; the compliant dialect puts all but typed elements into one without a path. */
  const changes = (rows: readonly MappedAttribute[]): readonly Json[] => {
    const operation = (row: MappedAttribute): Json => ({
      op: op('Replace'),
      path: row.target,
      value: value(row.value),
    });
    if (!compliant) return rows.map(operation);
    const [typed, plain] = [rows.filter(isTyped), rows.filter((row) => !isTyped(row))];
    const together = Object.fromEntries(plain.map((row) => [row.target, row.value]));
    return [...typed.map(operation), ...(plain.length === 0 ? [] : [{ op: 'replace', value: together }])];
  };

  return {
    dialect,

    /** "Test Connection": looks for somebody who cannot be there. */
    *testConnection(guid: string): Script {
      const answer = yield { method: 'GET', path: marked('/Users', filter(`userName eq "${guid}"`)) };
      if (answer.status !== 200 || answer.body?.['totalResults'] !== 0) throw new Error('The credentials are refused.');
    },

    /** The mapping page asks for the target's attributes. */
    *readSchemas(): Script<readonly Json[]> {
      return found(yield { method: 'GET', path: marked('/Schemas') });
    },

    /** Matches by `userName`; creates, or brings the one who is there up to date. Remembers the id that it returns. */
    *provisionUser(rows: readonly MappedAttribute[]): Script<string> {
      const userName = String(rows.find(({ target }) => target === 'userName')?.value);
      const [known] = found(yield { method: 'GET', path: marked('/Users', filter(`userName eq "${userName}"`)) });
      if (known === undefined) {
        return idOf((yield { method: 'POST', path: marked('/Users'), body: userBody(rows) }).body);
      }
      const id = idOf(known);
      yield { method: 'GET', path: marked(`/Users/${id}`) };
      yield patch(`/Users/${id}`, changes(rows.filter(({ target }) => target !== 'userName')));
      return id;
    },

    /** A later cycle: only what has changed. */
    *updateUser(id: string, rows: readonly MappedAttribute[]): Script {
      yield patch(`/Users/${id}`, changes(rows));
    },

    /** References come in a second pass, each after asking whether it is there already. */
    *setManager(id: string, managerId: string): Script<boolean> {
      const path = marked('/Users', `attributes=id&${filter(`id eq "${id}" and manager eq "${managerId}"`)}`);
      if (found(yield { method: 'GET', path }).length > 0) return false;
      const manager = `${urn.enterprise}:manager`;
      yield patch(`/Users/${id}`, [
        {
          op: op('Add'),
          path: manager,
          value: compliant ? managerId : [{ $ref: `../Users/${managerId}`, value: managerId }],
        },
      ]);
      return true;
    },

    /** Disabled, soft-deleted, unassigned or out of scope; and back. */
    *setActive(id: string, active: boolean): Script {
      yield patch(`/Users/${id}`, changes([{ source: 'IsSoftDeleted', target: 'active', value: active }]));
    },

    /** Thirty days after a soft-delete, or when deleted for good. */
    *deleteUser(id: string): Script {
      yield { method: 'DELETE', path: marked(`/Users/${id}`) };
    },

    /** Groups are matched by name without their members, and made without members. */
    *provisionGroup({ objectId, displayName }: EntraGroup): Script<string> {
      const query = `excludedAttributes=members&${filter(`displayName eq "${displayName}"`)}`;
      const [known] = found(yield { method: 'GET', path: marked('/Groups', query) });
      if (known !== undefined) return idOf(known);
      const body = {
        schemas: [urn.group, adGroup],
        externalId: objectId,
        displayName,
        meta: { resourceType: 'Group' },
      };
      return idOf((yield { method: 'POST', path: marked('/Groups'), body }).body);
    },

    *renameGroup(id: string, displayName: string): Script {
      yield { method: 'GET', path: marked(`/Groups/${id}`, 'excludedAttributes=members') };
      yield patch(`/Groups/${id}`, changes([{ source: 'displayName', target: 'displayName', value: displayName }]));
    },

    *addMembers(id: string, userIds: readonly string[]): Script {
      yield patch(`/Groups/${id}`, [{ op: op('Add'), path: 'members', value: userIds.map(reference) }]);
    },

    *removeMembers(id: string, userIds: readonly string[]): Script {
      const operations = compliant
        ? userIds.map((each) => ({ op: 'remove', path: `members[value eq "${each}"]` }))
        : [{ op: 'Remove', path: 'members', value: userIds.map(reference) }];
      yield patch(`/Groups/${id}`, operations);
    },

    /** On demand: whether one person is in a group. */
    *isMember(id: string, userId: string): Script<boolean> {
      const path = marked('/Groups', `attributes=id&${filter(`id eq "${id}" and members eq "${userId}"`)}`);
      return found(yield { method: 'GET', path }).length > 0;
    },

    *deleteGroup(id: string): Script {
      yield { method: 'DELETE', path: marked(`/Groups/${id}`) };
    },
  };
}

export type Entra = ReturnType<typeof createEntra>;

function isTyped({ target }: MappedAttribute): boolean {
  return target.includes('[');
}

/** A create: the mapped attributes, and the empty `roles` and `meta` that come with them. */
function userBody(rows: readonly MappedAttribute[]): Json {
  const body: Record<string, unknown> = {
    schemas: [urn.user, urn.enterprise],
    meta: { resourceType: 'User' },
    roles: [],
  };
  for (const { target, value } of rows) setValueAt(body, target, value);
  const emails = body['emails'];
  if (Array.isArray(emails))
    (emails as Record<string, unknown>[]).forEach((email) => (email['primary'] = email['type'] === 'work'));
  return body;
}
