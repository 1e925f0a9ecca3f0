/** Okta's SCIM client: what it sends to an app of its catalog, which takes PATCH, and to one made with its wizard, which gets PUT for everything. */
import { setValueAt } from './attribute-path.js';
import { found, idOf, urn, type Json, type MappedAttribute, type ScimRequest, type Script } from './exchange.js';

export type OktaApp = 'catalog' | 'wizard';

export interface OktaUser {
  /** Okta's own id, which it sends as `externalId`. */
  readonly id: string;
  readonly profile: readonly MappedAttribute[];
}

export interface OktaMember {
  readonly value: string;
  readonly display: string;
}

export function headersOfOkta(request: ScimRequest): Json {
  return {
    accept: 'application/scim+json',
    'accept-charset': 'utf-8',
    'accept-encoding': 'gzip,deflate',
    'user-agent': 'Okta SCIM Client 1.0.0',
    ...(request.body === undefined ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }),
  };
}

/** The page of an import. */
const pageSize = 100;

export function createOkta(app: OktaApp) {
  const patch = (path: string, operations: readonly Json[]): ScimRequest => ({
    method: 'PATCH',
    path,
    body: { schemas: [urn.patch], Operations: operations },
  });
  const lookup = (path: string, text: string): ScimRequest => ({
    method: 'GET',
    path: `${path}?filter=${encodeURIComponent(text)}&startIndex=1&count=${pageSize}`,
  });
  const putGroup = (id: string, displayName: string, members: readonly OktaMember[]): ScimRequest => ({
    method: 'PUT',
    path: `/Groups/${id}`,
    // A member's display may be unknown to it.
    body: { schemas: [urn.group], id, displayName, members: members.map(({ value }) => ({ value, display: null })) },
  });

  /** What it fetched with its changes, so that it echoes `groups`, `meta` and what it does not know. */
  function* put(id: string, change: (body: Record<string, unknown>) => void): Script<Json> {
    const fetched = yield { method: 'GET', path: `/Users/${id}` };
    const body = structuredClone({ groups: [], ...fetched.body });
    change(body);
    return (yield { method: 'PUT', path: `/Users/${id}`, body }).body ?? {};
  }

  function* setActive(id: string, active: boolean): Script {
    if (app === 'catalog') yield patch(`/Users/${id}`, [{ op: 'replace', value: { active } }]);
    else yield* put(id, (body) => (body['active'] = active));
  }

  function* updateUser(id: string, profile: readonly MappedAttribute[]): Script<Json> {
    return yield* put(id, (body) => profile.forEach(({ target, value }) => setValueAt(body, target, value)));
  }

  return {
    app,

    /** "Test API Credentials". */
    *testCredentials(): Script {
      for (const path of ['/Users?startIndex=1&count=2', `/Groups?startIndex=1&count=${pageSize}`]) {
        if ((yield { method: 'GET', path }).status !== 200) throw new Error('The credentials are refused.');
      }
    },

    /** Looks the person up; creates, or links to the one who is there, reactivates and updates. Its id is remembered. */
    *assignUser(user: OktaUser): Script<string> {
      const userName = String(user.profile.find(({ target }) => target === 'userName')?.value);
      const [known] = found(yield lookup('/Users', `userName eq "${userName}"`));
      if (known === undefined) return idOf((yield { method: 'POST', path: '/Users', body: userBody(user) }).body);
      const id = idOf(known);
      if (known['active'] === false) yield* setActive(id, true);
      yield* updateUser(id, user.profile);
      return id;
    },

    updateUser,

    /** Unassigned or deactivated in Okta, which never deletes; and back. */
    setActive,

    *setPassword(id: string, password: string): Script {
      if (app === 'catalog') yield patch(`/Users/${id}`, [{ op: 'replace', value: { password } }]);
      else yield* put(id, (body) => (body['password'] = password));
    },

    /** Pushes a group: links by name, or makes it with its members. */
    *pushGroup(displayName: string, members: readonly OktaMember[]): Script<string> {
      const [known] = found(yield lookup('/Groups', `displayName eq "${displayName}"`));
      if (known !== undefined) {
        const id = idOf(known);
        yield* pushNow(id, displayName, members);
        return id;
      }
      const body = { schemas: [urn.group], displayName, members };
      return idOf((yield { method: 'POST', path: '/Groups', body }).body);
    },

    /** A catalog app gets the id again in the value. */
    *renameGroup(id: string, displayName: string, members: readonly OktaMember[]): Script {
      if (app === 'catalog') yield patch(`/Groups/${id}`, [{ op: 'replace', value: { id, displayName } }]);
      else yield putGroup(id, displayName, members);
    },

    /** The name is sent again with each change of members; a wizard app gets all of them. */
    *changeMembers(
      id: string,
      displayName: string,
      change: {
        readonly removed: readonly string[];
        readonly added: readonly OktaMember[];
        readonly all: readonly OktaMember[];
      },
    ): Script {
      if (app === 'wizard') {
        yield putGroup(id, displayName, change.all);
        return;
      }
      yield patch(`/Groups/${id}`, [
        { op: 'replace', value: { id, displayName } },
        ...change.removed.map((each) => ({ op: 'remove', path: `members[value eq "${each}"]` })),
        ...(change.added.length === 0 ? [] : [{ op: 'add', path: 'members', value: change.added }]),
      ]);
    },

    /** "Push now": the whole membership as Okta has it. */
    pushNow,

    *deleteGroup(id: string): Script {
      yield { method: 'DELETE', path: `/Groups/${id}` };
    },

    /** "Import": page by page until it has seen as many as there are. */
    *importAll(kind: 'Users' | 'Groups'): Script<readonly Json[]> {
      const all: Json[] = [];
      for (let start = 1; ; start += pageSize) {
        const answer = yield { method: 'GET', path: `/${kind}?startIndex=${start}&count=${pageSize}` };
        all.push(...found(answer));
        if (start + pageSize > Number(answer.body?.['totalResults'])) return all;
      }
    },
  };

  function* pushNow(id: string, displayName: string, members: readonly OktaMember[]): Script {
    if (app === 'catalog') yield patch(`/Groups/${id}`, [{ op: 'replace', path: 'members', value: members }]);
    else yield putGroup(id, displayName, members);
  }
}

export type Okta = ReturnType<typeof createOkta>;

function userBody({ id, profile }: OktaUser): Json {
  const body: Record<string, unknown> = { schemas: [urn.user] };
  for (const { target, value } of profile) setValueAt(body, target, value);
  const emails = body['emails'];
  if (Array.isArray(emails)) (emails as Record<string, unknown>[]).forEach((email) => (email['primary'] = true));
  return { ...body, externalId: id, groups: [], password: '4a9XuKkx', active: true };
}
