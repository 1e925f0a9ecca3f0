/** The fewest requests that make an organization's changes, with what each of them must wait for. */
import { formatAddress } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { indexLive } from '../../core/fingerprint.js';
import { objectOf } from '../../core/diff.js';
import type { OperationDraft } from '../../core/operation.js';
import type { LiveResource } from '../../core/resource.js';
import { compileBypassLink, compileDomain, compileSso } from './compile-domain.js';
import { compileMember } from './compile-member.js';
import { compileTeam } from './compile-team.js';
import { orderAccess } from './order-access.js';
import type { AstroContext } from './settlement.js';
import { publicPath, step, type Step } from './step.js';

type CompileKind = (change: Change, live: LiveResource | undefined, context: AstroContext) => Step[];

/** Also the order in which independent requests are shown and started. */
const kindsInOrder: readonly (readonly [string, CompileKind])[] = [
  ['settings', compileSettings],
  ['domain', compileDomain],
  ['sso', compileSso],
  ['bypass-link', compileBypassLink],
  ['member', compileMember],
  ['team', compileTeam],
];

export function compile(changes: readonly Change[], context: AstroContext): readonly OperationDraft[] {
  const live = indexLive(context.live);
  const steps = kindsInOrder.flatMap(([kind, compileKind]) =>
    changes
      .filter((change) => change.kind === kind)
      .flatMap((change) => compileKind(change, live.get(liveAddress(change)), context)),
  );
  return orderAccess(steps);
}

function liveAddress(change: Change): string {
  return change.action === 'update' ? (change.previousAddress ?? change.address) : change.address;
}

function compileSettings(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  if (change.action !== 'update') return [];
  const { before, after, address } = change;
  return [
    step({
      key: `${formatAddress(context.organization.name, 'settings')}#update`,
      method: 'POST',
      path: publicPath(context),
      body: {
        // The update demands these three; the optional flags are sent back as they were read.
        name: after['name'] ?? '',
        billingEmail: after['billingEmail'] ?? '',
        isScimEnabled: after['scimEnabled'] === true,
        ...objectOf(live?.native['flags']),
      },
      addresses: [address],
      marks:
        before['scimEnabled'] === after['scimEnabled'] ? [] : [after['scimEnabled'] === true ? 'scim-on' : 'scim-off'],
    }),
  ];
}
