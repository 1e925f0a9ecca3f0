/** The users of a directory as far as they are needed: page 1, then the cheaper of the other pages and lookups. */
import { decodeAnswer, type ScimClient } from './client.js';
import { openList, type OpenList } from './list.js';
import { lookUpEach } from './look-up-each.js';
import { userFromWire, type WireUser } from './wire.js';

const listing = { path: '/Users', what: 'the people', decode: userFromWire } as const;

export class People {
  /** Everybody who was seen. */
  readonly byId = new Map<string, WireUser>();
  private readonly client: ScimClient;
  private list: OpenList<WireUser>;
  private readonly byName = new Map<string, WireUser[]>();

  private constructor(client: ScimClient, list: OpenList<WireUser>) {
    this.client = client;
    this.list = list;
    this.add(list.items);
  }

  static async open(client: ScimClient): Promise<People> {
    return new People(client, await openList(client, listing));
  }

  /** Whether everybody was seen. */
  get isComplete(): boolean {
    return this.list.isComplete;
  }

  /** Undefined where nobody has the name, or two have it. */
  idOf(name: string): string | undefined {
    const [user, ...others] = this.byName.get(name) ?? [];
    return others.length === 0 ? user?.id : undefined;
  }

  get ids(): ReadonlyMap<string, string> {
    return new Map(
      [...this.byName].flatMap(([name, [user, ...others]]) =>
        user === undefined || others.length > 0 ? [] : [[name, user.id] as const],
      ),
    );
  }

  async readAll(): Promise<void> {
    if (this.isComplete) return;
    this.list = await this.list.finish();
    this.add(this.list.items);
  }

  /** Whoever has one of the names or ids is seen afterwards, if there is such a person. */
  async find(names: ReadonlySet<string>, ids: ReadonlySet<string>): Promise<void> {
    if (this.isComplete) return;
    const unseenNames = [...names].filter((name) => !this.byName.has(name));
    if (this.list.remaining <= Math.max(unseenNames.length, this.unseen(ids).length)) return this.readAll();
    if (unseenNames.length > 0) {
      const { filter } = await this.client.capabilities();
      const found = filter ? await this.lookUp(unseenNames) : undefined;
      if (found === undefined) return this.readAll();
      this.add(found);
    }
    const unseen = this.unseen(ids);
    if (this.list.remaining <= unseen.length) return this.readAll();
    this.add((await Promise.all(unseen.map((id) => this.get(id)))).filter((user) => user !== undefined));
  }

  private lookUp(keys: readonly string[]): Promise<readonly WireUser[] | undefined> {
    const { path, decode } = listing;
    return lookUpEach(this.client, { path, attribute: 'userName', keys, decode, keyOf: ({ userName }) => userName });
  }

  private unseen(ids: ReadonlySet<string>): readonly string[] {
    return [...ids].filter((id) => !this.byId.has(id));
  }

  /** Undefined where the id is nobody's: a group's in a group, or of somebody who has gone. */
  private async get(id: string): Promise<WireUser | undefined> {
    const path = `${listing.path}/${encodeURIComponent(id)}`;
    const response = await this.client.ask(path, [404]);
    if (response.status === 404) return undefined;
    return decodeAnswer(this.client.vendor, `${this.client.basePath}${path}`, response, userFromWire);
  }

  private add(users: readonly WireUser[]): void {
    for (const user of users) {
      if (this.byId.has(user.id)) continue;
      this.byId.set(user.id, user);
      const namesakes = this.byName.get(user.key);
      if (namesakes === undefined) this.byName.set(user.key, [user]);
      else namesakes.push(user);
    }
  }
}
