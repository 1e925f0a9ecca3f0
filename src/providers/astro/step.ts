/** A compiled request with what it means for people's access, which decides the order. */
import type { OperationDraft } from '../../core/operation.js';
import type { AstroContext } from './settlement.js';

export interface Step extends OperationDraft {
  /** People who gain a role or a team by it. */
  readonly grants: readonly string[];
  /** People who stay in the organization and lose a role or a team by it. */
  readonly revokes: readonly string[];
  /** What else must be told of it for the order between kinds. */
  readonly marks: readonly StepMark[];
}

export type StepMark =
  /** Makes somebody an owner. */
  | 'promotes-owner'
  /** Takes ownership away, by role or by removal. */
  | 'demotes-owner'
  /** Refused by Astro while SCIM is on: a new team, its name, its members. */
  | 'team-shape'
  | 'scim-on'
  | 'scim-off'
  | 'sso-on';

type StepInput = Omit<OperationDraft, 'needs' | 'retry'> &
  Partial<Pick<Step, 'needs' | 'retry' | 'grants' | 'revokes' | 'marks'>>;

export function step(input: StepInput): Step {
  return { needs: [], retry: 'safe', grants: [], revokes: [], marks: [], ...input };
}

export function publicPath({ organization }: AstroContext, rest = ''): string {
  return `/v1/organizations/${encodeURIComponent(organization.id)}${rest}`;
}

export function corePath({ organization }: AstroContext, rest: string): string {
  return `/v1alpha1/organizations/${encodeURIComponent(organization.id)}${rest}`;
}
