/** What a provider tells the contract about itself. `astro.test.ts` is a complete example. */
import type { PlanChoices, StartService, TestBed } from '../support/test-bed.js';

/**
 * `Base` is a small organization with at least one object of every kind, as plain mutable data: what is live, and the
 * YAML that describes exactly that. It stands in one value so that a case is a difference of a few lines of either side.
 */
export interface ProviderSubject<Base> {
  readonly type: string;
  /** The organization's name in the YAML: the first part of its addresses. */
  readonly organization: string;
  /** A fresh copy each time. Planning it as it is must give no change: the first case checks that. */
  readonly base: () => Base;
  /** What the sandbox is seeded with. */
  readonly world: (base: Base) => unknown;
  /** What serves it, where that is not the sandbox. */
  readonly start?: StartService;
  /** The YAML, as an object. */
  readonly config: (base: Base) => object;
  /** Every object that the sandbox holds, from its `state` control. Times and authors left out, so that runs compare. */
  readonly objects: (state: unknown) => readonly SandboxObject[];
  /** A request as the cases below write it, ids as `*`: `POST teams/*\/members`. Other spellings are the subject's own. */
  readonly shorten: (method: string, path: string) => string;
  /** By `KIND: create`, `KIND: update FIELD`, `KIND: rename`, `KIND: delete`. What is missing here must be in `skip`. */
  readonly changes: Readonly<Record<string, ChangeCase<Base>>>;
  /** Each list that a read asks for. */
  readonly lists: readonly ListCase<Base>[];
  /** Differences of spelling or of switches that mean nothing: each must plan no change. */
  readonly sameMeaning: Readonly<Record<string, Edit<Base>>>;
  /** What a credential or a setting forbids; whatever needs it becomes a manual step. */
  readonly limits: readonly LimitCase<Base>[];
  /** By what is named: puts a live thing with that name into the world, which the YAML does not list. */
  readonly liveNames: Readonly<Record<string, NameCase<Base>>>;
  /** Every secret that the world, the credentials and the YAML's references hold. */
  readonly secrets: (bed: TestBed) => readonly string[];
  /** Cases that do not apply, each with its reason. A reason that no case needs any more is an error. */
  readonly skip: readonly { readonly reason: string; readonly cases: readonly string[] }[];
}

export type Edit<Base> = (base: Base) => void;

export interface SandboxObject {
  readonly kind: string;
  /** As in the address; empty for what there is one of. */
  readonly name: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface ChangeCase<Base> {
  /** As in the address; absent for what there is one of. */
  readonly name?: string;
  /** Of a rename: the name before. */
  readonly was?: string;
  /** The difference, three lines at most: of the YAML (what is wanted) or of the world (what is live). */
  readonly edit: Edit<Base>;
  readonly choices?: PlanChoices;
  /** The fewest requests that the API allows for it, in the order in which they must be sent. */
  readonly writes: readonly string[];
  /** What the object has afterwards; absent for a delete, where it must be gone. */
  readonly has?: Readonly<Record<string, unknown>>;
  /** The write makes another thing in the old one's place (a new secret), so that its id may differ. */
  readonly replaces?: true;
  /** Why it is left out of the plan of all creates and deletes at once. */
  readonly apart?: string;
}

export interface ListCase<Base> {
  /** As `shorten` gives it, without the method: `teams/*\/members`. */
  readonly path: string;
  /** What it is read for, where it stands here more than once. */
  readonly when?: string;
  /** The key of the items in the answer; absent where the answer itself is the list. */
  readonly items?: string;
  /** The key of the total; absent where the list is not paged. */
  readonly total?: string;
  /** Writes that nobody may plan while this list is unread. */
  readonly decides: RegExp;
  /** What must be so that it is asked for at all. */
  readonly edit?: Edit<Base>;
  /**
   * What 403 means: the plan is `partial`; it is an `error`, as nothing can be planned without the list; or what it
   * tells is read or done `otherwise`.
   */
  readonly refused: 'partial' | 'error' | 'otherwise';
  /** The same for an answer of 500 that stays. */
  readonly failing: 'partial' | 'error' | 'otherwise';
  /** Answers that are nonsense in this API's own way. */
  readonly nonsense?: Readonly<Record<string, (body: Fields) => unknown>>;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface LimitCase<Base> {
  readonly name: string;
  readonly edit: Edit<Base>;
  /** Shortened writes that must never be sent then. */
  readonly forbids: RegExp;
}

export interface NameCase<Base> {
  readonly add: (base: Base, name: string) => void;
  /**
   * What becomes of it: `removed` where the YAML leaves it out and `unlisted` removes it (all else must be as before);
   * `kept` where the write that is made in `add` must leave it alone.
   */
  readonly then: 'removed' | 'kept';
  /** Finds the name in an object of the sandbox; for `kept`. */
  readonly holds?: (object: SandboxObject, name: string) => boolean;
}
