import { Collection } from './collection.js';
import { type Disk, type DiskChange } from './disk.js';
import { type AnyRow, type Kind, type Rows } from './records.js';
import { type Row } from './row.js';

type Collections = { readonly [K in Kind]: Collection<Rows[K]> };

const diskKey = (kind: Kind, row: Row): string => `${kind}\n${row.organizationId}\n${row.id}`;

/** Attributes that are no text are found under the empty one. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Goes up whenever stored rows change their shape. */
export const storeFormat = 1;
const unreadable = 'The data directory was not written by this version of the sandbox: name another one.';

/**
 * The whole world in memory, indexed, with what changes written through to disk. A transaction is synchronous, so it is
 * alone; when it throws, nothing of it stays. Transactions that end while a write is on its way to disk share the next one.
 */
export class Store {
  readonly #rows: Collections = {
    setting: new Collection(),
    credential: new Collection({ token: (row) => row.token }),
    organization: new Collection(),
    user: new Collection({ email: (row) => row.username.toLowerCase() }),
    invite: new Collection({ user: (row) => row.userId }),
    team: new Collection({ name: (row) => row.name }),
    member: new Collection({ team: (row) => row.teamId, user: (row) => row.userId }),
    domain: new Collection({ name: (row) => row.name }),
    connection: new Collection(),
    bypassKey: new Collection(),
    workspace: new Collection({ name: (row) => row.name }),
    deployment: new Collection({ workspace: (row) => row.workspaceId }),
    customRole: new Collection({ name: (row) => row.name }),
    ipRange: new Collection(),
    apiToken: new Collection({ secret: (row) => row.secret }),
    atlasOrganization: new Collection(),
    atlasUser: new Collection({ email: (row) => row.username.toLowerCase() }),
    atlasTeam: new Collection({ name: (row) => row.name }),
    atlasTeamMember: new Collection({ team: (row) => row.teamId, user: (row) => row.userId }),
    atlasProject: new Collection({ name: (row) => row.name }),
    atlasProjectTeam: new Collection({ project: (row) => row.projectId, team: (row) => row.teamId }),
    atlasFederation: new Collection(),
    atlasIdentityProvider: new Collection(),
    atlasConnection: new Collection({ provider: (row) => row.identityProviderId ?? '' }),
    atlasRoleMapping: new Collection({ group: (row) => row.externalGroupName }),
    atlasEvent: new Collection(),
    atlasCredential: new Collection(),
    atlasRevokedToken: new Collection(),
    scimService: new Collection(),
    scimUser: new Collection({
      userName: ({ resource }) => text(resource['userName']).toLowerCase(),
      externalId: ({ resource }) => text(resource['externalId']),
    }),
    scimGroup: new Collection({
      displayName: ({ resource }) => text(resource['displayName']).toLowerCase(),
      externalId: ({ resource }) => text(resource['externalId']),
    }),
    scimMember: new Collection({ group: (row) => row.groupId, member: (row) => row.memberId }),
  };
  readonly #disk: Disk | undefined;
  #undo: (() => void)[] = [];
  #changes = new Map<string, string | undefined>();
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(disk?: Disk) {
    this.#disk = disk;
  }

  /** Reads what the disk has; says whether there was anything. Refuses what another program or version has written. */
  async load(): Promise<boolean> {
    let found = false;
    for await (const [key, value] of this.#disk?.load() ?? []) {
      const kind = key.slice(0, key.indexOf('\n')) as Kind;
      if (!Object.hasOwn(this.#rows, kind)) throw new Error(unreadable);
      this.#collection(kind).put(JSON.parse(value) as Rows[typeof kind]);
      found = true;
    }
    if (found && this.setting('format') !== storeFormat) throw new Error(unreadable);
    return found;
  }

  get<K extends Kind>(kind: K, organizationId: string, id: string): Rows[K] | undefined {
    return this.#collection(kind).get(organizationId, id);
  }
  list<K extends Kind>(kind: K, organizationId: string): readonly Rows[K][] {
    return this.#collection(kind).list(organizationId);
  }
  where<K extends Kind>(kind: K, index: string, organizationId: string, key: string): readonly Rows[K][] {
    return this.#collection(kind).where(index, organizationId, key);
  }
  count(kind: Kind, index: string, organizationId: string, key: string): number {
    return this.#rows[kind].count(index, organizationId, key);
  }
  all<K extends Kind>(kind: K): Iterable<Rows[K]> {
    return this.#collection(kind).all();
  }
  setting(id: string): unknown {
    return this.#rows.setting.get('', id)?.value;
  }

  put<K extends Kind>(kind: K, row: Rows[K]): void {
    const collection = this.#collection(kind);
    const before = collection.get(row.organizationId, row.id);
    const forget = this.#note(kind, row, () => JSON.stringify(row));
    this.#undo.push(() => {
      if (before === undefined) collection.delete(row);
      else collection.put(before);
      forget();
    });
    collection.put(row);
  }
  set(id: string, value: unknown): void {
    this.put('setting', { organizationId: '', id, value });
  }
  delete<K extends Kind>(kind: K, row: Rows[K]): void {
    const collection = this.#collection(kind);
    const forget = this.#note(kind, row, () => undefined);
    this.#undo.push(() => {
      collection.put(row);
      forget();
    });
    collection.delete(row);
  }

  /** Throws away everything and starts from these rows. */
  replaceAll(rows: readonly AnyRow[]): void {
    for (const kind of Object.keys(this.#rows) as Kind[]) {
      for (const row of [...this.all(kind)]) this.delete(kind, row);
    }
    for (const { kind, row } of rows) this.put(kind, row);
  }

  /** Runs the work as one unit and resolves with its result when it is safe on disk. */
  async transact<T>(work: () => T): Promise<T> {
    this.#undo = [];
    const result = this.attempt(work);
    await this.#flush();
    return result;
  }

  /** Runs a part of a transaction that may fail alone: when it throws, nothing of it stays, and what was before does. */
  attempt<T>(work: () => T): T {
    const mark = this.#undo.length;
    try {
      return work();
    } catch (error) {
      while (this.#undo.length > mark) this.#undo.pop()?.();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#disk?.close();
  }

  /** One batch at a time: two in flight could reach the disk in the wrong order. */
  #flush(): Promise<void> {
    if (this.#disk === undefined || (this.#changes.size === 0 && this.#next === undefined)) return this.#writing;
    this.#next ??= this.#writing.then(async () => {
      const batch: DiskChange[] = [...this.#changes];
      this.#changes = new Map();
      this.#next = undefined;
      this.#writing = this.#disk?.write(batch) ?? Promise.resolve();
      await this.#writing;
    });
    return this.#next;
  }

  /** Remembers what the disk is to get; the result takes that back. */
  #note(kind: Kind, row: Row, value: () => string | undefined): () => void {
    if (this.#disk === undefined) return () => undefined;
    const key = diskKey(kind, row);
    const [known, before] = [this.#changes.has(key), this.#changes.get(key)];
    this.#changes.set(key, value());
    return () => {
      if (known) this.#changes.set(key, before);
      else this.#changes.delete(key);
    };
  }
  #collection<K extends Kind>(kind: K): Collection<Rows[K]> {
    return this.#rows[kind];
  }
}
