/** `plan --base REF`: what left the configuration since that commit, told of the plan as it is made. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { DraftShare } from '../../core/plan.js';
import type { ConfiguredOrganization } from '../configuration.js';
import type { Terminal } from '../terminal.js';
import { checkBaseRef } from './base-ref.js';
import { leftBehind } from './left-behind.js';
import { readBase } from './read-base.js';

export interface BaseFlags {
  readonly base?: string | undefined;
  readonly org: readonly string[];
  readonly target: readonly string[];
}

export type Remarks = (
  shares: readonly DraftShare[],
  organizations: readonly ConfiguredOrganization[],
) => readonly Diagnostic[];

export async function openBase(
  terminal: Pick<Terminal, 'env' | 'cwd'>,
  paths: readonly string[],
  { base: ref, org, target }: BaseFlags,
): Promise<Remarks> {
  if (ref === undefined) return () => [];
  checkBaseRef(ref);
  const base = await readBase(terminal, paths, ref);
  const isBelow = (address: string, whole: string): boolean => address === whole || address.startsWith(`${whole}/`);
  const isInScope = (address: string): boolean =>
    [org, target].every((named) => named.length === 0 || named.some((whole) => isBelow(address, whole)));
  return (shares, organizations) => [
    ...base.diagnostics,
    ...leftBehind({
      ref,
      base: base.organizations,
      head: organizations.map(({ desired }) => desired),
      shares,
      isInScope,
    }),
  ];
}
