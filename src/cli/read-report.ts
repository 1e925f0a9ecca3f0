/** What `apply -json` printed, read back. Keys of a later version are no matter: a report is looked at, never run. */
import { amount, listOf, MisshapenError, oneOf, record, text, type Check } from '../plan-file/check.js';
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import { ConfigError } from '../errors.js';
import type { ApplyReport } from '../apply/report.js';

/** By what only a report has: a plan has a format, and no status. */
export function isReport(value: Json): value is JsonObject {
  return isJsonObject(value) && 'status' in value && 'counts' in value && !('format_version' in value);
}

export function readReport(value: JsonObject, file: string): ApplyReport {
  try {
    report(value, '');
  } catch (cause) {
    if (!(cause instanceof MisshapenError)) throw cause;
    throw new ConfigError(`${file} is no report of \`orgwright apply -json\`: ${cause.message}.`, {
      hint: 'Give the file as the apply printed it.',
      cause,
    });
  }
  return value as unknown as ApplyReport;
}

const operation = known(
  {
    id: text,
    organization: text,
    method: text,
    path: text,
    addresses: listOf(text),
    status: oneOf('done', 'failed', 'skipped', 'substituted'),
  },
  { detail: text, hint: text, requestId: text },
);

const report = known(
  {
    plan_digest: text,
    status: oneOf('applied', 'partial', 'failed', 'interrupted'),
    counts: known({ done: amount, failed: amount, skipped: amount, substituted: amount }),
    operations: listOf(operation),
    manual_steps: listOf(known({ address: text, title: text, instructions: listOf(text) })),
  },
  { secrets_file: text },
);

function known(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const check = record(required, optional);
  const isKnown = ([key]: readonly [string, unknown]): boolean =>
    Object.hasOwn(required, key) || Object.hasOwn(optional, key);
  return (value, path) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    check(isObject ? Object.fromEntries(Object.entries(value).filter(isKnown)) : value, path);
  };
}
