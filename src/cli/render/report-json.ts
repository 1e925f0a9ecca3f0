import type { ApplyReport } from '../../apply/report.js';

/** What `apply -json` prints. */
export function renderReportJson(report: ApplyReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
