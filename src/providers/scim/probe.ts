/**
 * Asks whether one person is in one group, as identity providers do where a service does not show its members:
 * `id eq "g" and members eq "u"` (RFC 7644, section 3.4.2.2).
 */
import { looseFields, requiredText } from './loose.js';
import { decodeAnswer, type ScimClient } from './client.js';
import { filterQuery, whereEqual } from './filter.js';
import { pageFromWire } from './wire.js';

export interface Question {
  readonly group: string;
  readonly user: string;
}

/** Questions under way at once; the client decides how many requests really are. */
const parallelQuestions = 8;

export class Probe {
  /** The service does not understand the question: it is not asked again. */
  isRefused = false;
  /** Whether it said yes at least once: only then does its no mean something. */
  saidYes = false;
  private readonly client: ScimClient;
  private readonly answers = new Map<string, boolean>();

  constructor(client: ScimClient, canFilter: boolean) {
    this.client = client;
    this.isRefused = !canFilter;
  }

  /** Undefined where nothing is known. */
  answer({ group, user }: Question): boolean | undefined {
    return this.answers.get(JSON.stringify([group, user]));
  }

  async ask(questions: readonly Question[]): Promise<void> {
    const waiting = questions.filter((question) => this.answer(question) === undefined).values();
    const askInTurn = async (): Promise<void> => {
      for (const question of waiting) {
        if (this.isRefused) return;
        await this.askOne(question);
      }
    };
    // The first alone, so that a service that refuses does so once.
    const first = waiting.next();
    if (first.done === true || this.isRefused) return;
    await this.askOne(first.value);
    await Promise.all(Array.from({ length: parallelQuestions }, askInTurn));
  }

  /** Whether any group has members; undefined where the service does not say. */
  async hasAnyMembers(): Promise<boolean | undefined> {
    if (this.isRefused) return undefined;
    const ids = await this.groupsWhere(`${filterQuery('members pr')}&attributes=id&count=1`);
    return ids === undefined ? undefined : ids.length > 0;
  }

  private async askOne(question: Question): Promise<void> {
    const { group, user } = question;
    const ids = await this.groupsWhere(`${whereEqual(['id', group], ['members', user])}&attributes=id`);
    // Another group in the answer: the filter was not applied.
    if (ids === undefined || ids.some((id) => id !== group)) {
      this.isRefused = true;
      return;
    }
    this.saidYes ||= ids.length > 0;
    this.answers.set(JSON.stringify([group, user]), ids.length > 0);
  }

  private async groupsWhere(query: string): Promise<readonly string[] | undefined> {
    const path = `/Groups?${query}`;
    const response = await this.client.ask(path, [400, 403, 404, 501]);
    if (response.status !== 200) return undefined;
    const { items } = decodeAnswer(this.client.vendor, `${this.client.basePath}${path}`, response, (body) =>
      pageFromWire(body, (item) => requiredText(looseFields(item, 'a group'), 'id')),
    );
    return items;
  }
}
