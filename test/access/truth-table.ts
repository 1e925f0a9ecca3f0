/** A row of a table of who gets in: true of the access model, on what a full read gives, and of the sandbox. */
import type { AccessPath } from '../../src/core/access.js';

export interface Row {
  readonly situation: string;
  /** What differs from the small world of the vendor's tests. */
  readonly world: object;
  readonly who: string;
  readonly by: string;
  /** At the identity provider; left out where none are told. */
  readonly groups?: readonly string[];
  /** How they get in; undefined where they do not. */
  readonly in: AccessPath | undefined;
  readonly roles?: readonly string[];
  /** The identity provider that is asked. */
  readonly through?: string;
  /** Where the rule is from, in words. */
  readonly rule: string;
  /** The assumption that the answer must name; without one it must name none that matters. */
  readonly assumes?: string;
  /** The other value of what no public source settles; the model takes the default. */
  readonly switches?: Readonly<Record<string, string>>;
  /** What happens with that value: where it differs, the row must say what is assumed. */
  readonly otherwise?: { readonly in: AccessPath | undefined; readonly roles?: readonly string[] };
  /** Another organization that the plan is about, too. */
  readonly sees?: 'labs';
}
