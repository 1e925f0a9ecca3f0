/** A compiled request with what it means for people's access, and the paths of Astro's two APIs. */
import { makeStep, type Step as AccessStep, type StepInput } from '../../core/access-order.js';
import type { AstroContext } from './settlement.js';

export type Step = AccessStep<StepMark>;

export type StepMark =
  /** Makes somebody an owner. */
  | 'promotes-owner'
  /** Takes ownership away, by role or by removal. */
  | 'demotes-owner'
  /** Refused by Astro while SCIM is on: a new team, its name, its members. */
  | 'team-shape'
  | 'scim-on'
  | 'scim-off'
  | 'sso-on'
  /** Changes by which methods people of a domain may log in. */
  | 'login-methods'
  /** Takes the way past the identity provider away. */
  | 'link-off';

export function step(input: StepInput<StepMark>): Step {
  return makeStep(input);
}

export function publicPath({ organization }: AstroContext, rest = ''): string {
  return `/v1/organizations/${encodeURIComponent(organization.id)}${rest}`;
}

export function corePath({ organization }: AstroContext, rest: string): string {
  return `/v1alpha1/organizations/${encodeURIComponent(organization.id)}${rest}`;
}
