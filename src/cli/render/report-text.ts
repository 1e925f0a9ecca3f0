/** What an apply did, for people. */
import type { ApplyReport, OperationOutcome } from '../../apply/report.js';
import { count } from './count.js';
import { styled, type Line, type Style } from './line.js';
import { formatPath } from './value.js';

const styles: Readonly<Record<OperationOutcome['status'], Style>> = {
  done: 'green',
  substituted: 'yellow',
  skipped: 'yellow',
  failed: 'red',
};

/** One operation as it ends; `idWidth` is the length of the plan's longest id. */
export function renderOutcome(outcome: OperationOutcome, idWidth: number): Line[] {
  const { id, status, method, path, addresses, detail, hint, requestId } = outcome;
  const margin = ' '.repeat(idWidth + 4);
  return [
    [
      `  ${id.padStart(idWidth)}  `,
      styled(styles[status], status.padEnd(11)),
      `  ${method} ${formatPath(path)}`,
      styled(
        'dim',
        `  # ${addresses.slice(0, 2).join(', ')}${addresses.length > 2 ? ` and ${addresses.length - 2} more` : ''}`,
      ),
    ],
    ...(detail === undefined ? [] : detail.split('\n').map((line): Line => [`${margin}${line}`])),
    ...(hint === undefined ? [] : [[margin, styled('cyan', 'hint'), `: ${hint}`]]),
    // Most errors name it already.
    ...(requestId === undefined || detail?.includes(requestId) === true
      ? []
      : [[margin, styled('dim', `request id ${requestId}`)]]),
  ];
}

export function renderReport(report: ApplyReport): Line[] {
  const { counts, status, manual_steps, secrets_file, acknowledged = [] } = report;
  const parts = [
    `${counts.done} done`,
    ...(counts.substituted > 0 ? [`${counts.substituted} substituted`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ];
  const total = counts.done + counts.failed + counts.skipped + counts.substituted;
  return [
    ...manual_steps.flatMap(({ address, title, instructions }): Line[] => [
      ['  ', styled('yellow', '!'), ' ', styled('bold', address), `: ${title}`],
      ...instructions.map((instruction, index): Line => [`      ${index + 1}. ${instruction}`]),
    ]),
    ...(manual_steps.length > 0 ? [[]] : []),
    ...acknowledged.map(({ id, organization, acknowledgement }): Line => [
      `Guard ${id} of ${organization} had tripped and was acknowledged (who did is not known): ${acknowledgement}`,
    ]),
    ...(secrets_file === undefined ? [] : [[`New secrets are in ${secrets_file}.`]]),
    [
      status === 'applied' ? styled('green', 'Apply complete:') : styled('red', headline(status)),
      ` ${count(total, 'request')}: ${parts.join(', ')}.`,
    ],
    ...(status === 'applied' ? [] : [['Running plan and apply again continues from what is there.']]),
  ];
}

function headline(status: ApplyReport['status']): string {
  switch (status) {
    case 'applied':
      return 'Apply complete:';
    case 'partial':
      return 'Applied in part:';
    case 'failed':
      return 'Apply failed:';
    case 'interrupted':
      return 'Interrupted:';
  }
}
