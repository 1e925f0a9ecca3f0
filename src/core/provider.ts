/** What a vendor module gives to the core. All of it is pure but for `connect`. */
import type { AccessRules } from './access.js';
import type { Address } from './address.js';
import type { Blocked, Change, Comparison, ManualStep, Pending } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import type { ImportSupport } from './importing.js';
import type { JsonObject } from './json.js';
import type { Operation, OperationDraft } from './operation.js';
import type { OrganizationInput } from './organization-input.js';
import type { DesiredOrganization, DesiredResource, Live, LiveResource, Locate } from './resource.js';
import type { CollectionKey, RecordShape } from './shape.js';

export interface KindSpec {
  readonly kind: string;
  readonly shape: RecordShape;
  /** The collection it belongs to; without one it is never removed for being unlisted. */
  readonly collection?: Exclude<CollectionKey, 'teamMembers'>;
  /** Other organizations use the same object, so a change of it concerns people there, too. */
  readonly shared?: true;
}

/** What the person asked for on the command line, as far as a plan depends on it. */
export interface PlanOptions {
  /** RFC 3339; the plan's clock. */
  readonly now: string;
  readonly verifyDomains: boolean;
  readonly replace: ReadonlySet<Address>;
}

export interface ProviderContext<Facts> {
  readonly organization: DesiredOrganization;
  readonly live: Live<Facts>;
  readonly options: PlanOptions;
  readonly locate: Locate;
  /**
   * The other organizations of this provider's type that are planned together with this one, sorted by name: what
   * several of them share may go only when none of them uses it any more. Absent where one is planned alone.
   */
  readonly peers?: readonly Peer<Facts>[];
}

export interface Peer<Facts> {
  /** As the YAML wants it; names are not resolved. */
  readonly organization: DesiredOrganization;
  readonly live: Live<Facts>;
}

export interface Settled {
  readonly changes: readonly Change[];
  readonly pending: readonly Pending[];
  readonly manualSteps: readonly ManualStep[];
  readonly blocked: readonly Blocked[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What to read: the organization as desired, or a part of it when only some addresses matter. */
export interface ReadScope {
  readonly organization: DesiredOrganization;
  readonly options: PlanOptions;
  /** Everything that decides about access, too, whatever the configuration manages. */
  readonly whole?: boolean;
}

/** Methods (not function properties) so that a provider with its own facts fits where facts are unknown. */
export interface Provider<Facts = unknown> {
  readonly type: string;
  readonly kinds: readonly KindSpec[];
  /** The organization's resources as the YAML wants them; what is wrong with them offline is a diagnostic. */
  desired(
    input: OrganizationInput,
    locate: Locate,
  ): { readonly organization: DesiredOrganization; readonly diagnostics: readonly Diagnostic[] };
  /** Resolves names against live (workspaces ...), so that both sides compare; unknown names are diagnostics. */
  resolve(
    resources: readonly DesiredResource[],
    context: ProviderContext<Facts>,
  ): { readonly resources: readonly DesiredResource[]; readonly diagnostics: readonly Diagnostic[] };
  /** Applies the vendor's rules to what the diff found: what is a change, what waits, what only a person can do. */
  settle(comparisons: readonly Comparison[], context: ProviderContext<Facts>): Settled;
  /** The fewest requests that make the changes, with what each needs. */
  compile(changes: readonly Change[], context: ProviderContext<Facts>): readonly OperationDraft[];
  /** Whether its organizations have owners at all; a directory has none. */
  readonly hasOwners: boolean;
  /** Whether this member owns the organization, and counts as one now. */
  isActiveOwner(member: JsonObject): boolean;
  /** Live members who count: not those the vendor only remembers. */
  isPresent(resource: LiveResource): boolean;
  /** Whether this live member may use the organization now; a mirror of it holds these people. */
  isActiveMember(member: LiveResource): boolean;
  /** Whether who holds this role can let others in, or see to money: such a holder is always named. Absent: there is none. */
  isPrivilegedRole?(role: string): boolean;
  /** Where the name of a member is something else than an e-mail address: the address, if there is one. */
  emailOf?(member: LiveResource): string | undefined;
  /** How changes make logging in weaker, each with the address; by an order of strength that the vendor's part states. */
  weakerLogins?(changes: readonly Change[], live: Live<Facts>): readonly string[];
  /** What changes take away of what orgwright's own requests stand on, each with the address. */
  undermines?(changes: readonly Change[]): readonly string[];
  /** Who may log in, and as what. */
  readonly access?: AccessRules<Facts>;
  /** Seconds that the writes take under the vendor's rate limits. */
  estimateSeconds(reads: number, operations: readonly Operation[]): number;
  connect(options: ConnectionOptions): Connection<Facts>;
  /** What `import` needs; loaded only then. */
  importing?(): Promise<ImportSupport<Facts>>;
}

/** The provider's I/O, bound to one credential. */
export interface Connection<Facts = unknown> {
  read(scope: ReadScope): Promise<Live<Facts>>;
  /** Sends one operation whose markers are already filled. */
  execute(operation: ReadyOperation, organization: DesiredOrganization): Promise<Executed>;
  /** After a lost answer: what the operation made, if it did. */
  lookUp(operation: ReadyOperation, organization: DesiredOrganization): Promise<Executed | undefined>;
  /** Reads a live secret, such as a bypass link. */
  reveal?(address: Address, organization: DesiredOrganization): Promise<string | undefined>;
  /** The organizations that the credential may see, where the API lists them. */
  organizations?(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly counts: { readonly reads: number; readonly writes: number };
}

export interface ReadyOperation extends Operation {
  readonly ready: true;
}

export interface Executed {
  /** The remote id that the answer tells, for `creates`. */
  readonly remoteId?: string;
  /** Remote ids by address, where one request made several things. */
  readonly remoteIds?: Readonly<Record<string, string>>;
  /** The new secret, for `reveals`; goes to the secrets file only. */
  readonly secret?: string;
  /** What was done instead, where it was not exactly the operation. */
  readonly substitute?: string;
}

/** The seams to the world that a connection needs; the composition root fills them in. */
export interface ConnectionOptions {
  /** Settings of the `providers` entry, secrets still by reference. */
  readonly settings: JsonObject;
  readonly access: 'read' | 'write';
  readonly http: HttpSeams;
}

export interface HttpSeams {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** The value behind a secret reference of `settings`; throws a ConfigError that names the reference. */
  readonly secret: (reference: JsonObject) => Promise<string>;
  /** Extra hosts that requests may go to. */
  readonly allowedHosts: readonly string[];
  /** From the environment, beats `settings.endpoint`. */
  readonly endpoint: string | undefined;
  readonly rateLimit: boolean;
  /** Whatever was read once is not read again: for one plan, made of one moment. */
  readonly remember?: boolean;
  readonly clientVersion: string;
  readonly signal?: AbortSignal;
  readonly onRetry?: (message: string) => void;
}
