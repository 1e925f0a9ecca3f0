/** A compiled request with what it means for people's access, and the paths of the API. */
import { makeStep, type Step as AccessStep, type StepInput } from '../../core/access-order.js';
import { apiRoot } from './client.js';
import type { AtlasContext } from './settlement.js';

export type Step = AccessStep<StepMark>;

export type StepMark =
  /** Makes somebody an owner. */
  | 'promotes-owner'
  /** Takes ownership away, by role or by removal. */
  | 'demotes-owner'
  /** Attaches an identity provider, or another one. */
  | 'attaches'
  | 'detaches'
  /** Changes a role mapping, which Atlas allows only while an identity provider is attached. */
  | 'maps'
  /** Lets more people join. */
  | 'loosens'
  | 'invites'
  /** Closes the API to addresses that are not listed: perhaps to us. */
  | 'closes';

/** Whoever comes in by the identity provider's groups: nobody tells who they are. */
export const mappedPeople = '*';

export function step(input: StepInput<StepMark>): Step {
  return makeStep(input);
}

export function orgPath({ organization }: AtlasContext, rest = ''): string {
  return `${apiRoot}/orgs/${encodeURIComponent(organization.id)}${rest}`;
}

export function projectPath(projectId: string, rest: string): string {
  return `${apiRoot}/groups/${encodeURIComponent(projectId)}${rest}`;
}

export function federationPath({ live }: AtlasContext, rest: string): string {
  return `${apiRoot}/federationSettings/${encodeURIComponent(live.facts.federation?.id ?? '')}${rest}`;
}

export function connectionPath(context: AtlasContext, rest = ''): string {
  return federationPath(context, `/connectedOrgConfigs/${encodeURIComponent(context.organization.id)}${rest}`);
}
