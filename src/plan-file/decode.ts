/** Reads a plan file, and refuses one that is not whole, not ours, or not as it was written. Nothing is believed unchecked. */
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import type { PlanDocument } from '../core/plan-document.js';
import { planFormatVersion } from '../core/plan-document.js';
import { planDigest } from '../core/plan-document-from.js';
import { isSignedBy } from '../core/signature.js';
import { ConfigError, SafetyError } from '../errors.js';
import { MisshapenError, record } from './check.js';
import { savedCheck } from './content-check.js';
import { documentChecks } from './document-check.js';
import { savedFormat, type SavedContent, type SavedPlan } from './saved-plan.js';
import { sealOf } from './seal.js';

export interface DecodeOptions {
  /** As the person wrote it; for messages. */
  readonly file: string;
  /** Of this program. */
  readonly version: string;
  /** With one, what it has not signed is refused. */
  readonly key: string | undefined;
}

export type DecodedPlan =
  | (SavedPlan & { readonly isSigned: boolean })
  /** What `plan -json` printed: it can be shown, not applied. */
  | { readonly document: PlanDocument; readonly content: undefined };

/** What our own files never reach, and what would exhaust the stack of whoever walks it. */
const deepest = 200;

const planAgain = 'Plan again with `orgwright plan -out FILE`.';

export function decodePlan(value: Json, options: DecodeOptions): DecodedPlan {
  const { file, key } = options;
  if (!isJsonObject(value)) throw notAPlan(file);
  refuseUnsafeKeys(value, file);
  refuseForeignVersion(value, options);
  const { saved, ...document } = value;
  const found = isJsonObject(saved) ? saved : undefined;
  if (found !== undefined) refuseEdited(document, found, file);
  const content = { ...document, saved: unsealed(found ?? {}) };
  if (key !== undefined) refuseUnsigned(found, content, key, file);
  refuseMisshapen(value, file);
  const plan = document as unknown as PlanDocument;
  if (planDigest(plan) !== plan.plan_digest) throw edited(file, 'its plan_digest is not that of its changes');
  if (found === undefined) return { document: plan, content: undefined };
  const { format: _format, ...rest } = content.saved;
  return { document: plan, content: rest as unknown as SavedContent, isSigned: key !== undefined };
}

function unsealed({ digest: _digest, signature: _signature, ...rest }: JsonObject): JsonObject {
  return rest;
}

function notAPlan(file: string): ConfigError {
  return new ConfigError(`${file} is no plan of orgwright.`, { hint: planAgain });
}

export function edited(file: string, why: string): SafetyError {
  return new SafetyError(`${file} is not as orgwright wrote it: ${why}.`, { hint: planAgain });
}

function refuseForeignVersion(
  { format_version: format, orgwright_version: version, saved }: JsonObject,
  options: DecodeOptions,
): void {
  const { file } = options;
  if (typeof format !== 'string' || typeof version !== 'string') throw notAPlan(file);
  const savedAs = isJsonObject(saved) ? saved['format'] : savedFormat;
  if (format === planFormatVersion && savedAs === savedFormat && series(version) === series(options.version)) return;
  throw new ConfigError(
    `${file} was written by orgwright ${shown(version)} in format ${shown(format)}; this is ${options.version}, which reads format ${planFormatVersion} of its own series only.`,
    { hint: 'Use the same version for plan and apply, or plan again with this one.' },
  );
}

/** A plan runs on the version that made it, but for its patches. */
function series(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Whatever stands there is not printed as it is. */
function shown(text: string): string {
  return /^[\w.+-]{1,40}$/.test(text) ? text : '(unreadable)';
}

function refuseEdited(document: JsonObject, saved: JsonObject, file: string): void {
  if (saved['digest'] === undefined) throw edited(file, 'its digest is missing');
  const { digest, ...sealed } = saved;
  if (sealOf({ ...document, saved: sealed }) !== digest) throw edited(file, 'its content is not that of its digest');
}

function refuseUnsigned(saved: JsonObject | undefined, content: Json, key: string, file: string): void {
  const signature = saved?.['signature'];
  if (typeof signature !== 'string') {
    throw new SafetyError(`${file} is not signed, and ORGWRIGHT_PLAN_KEY is set.`, {
      hint: 'Plan with the same ORGWRIGHT_PLAN_KEY in the environment.',
    });
  }
  if (isSignedBy(signature, content, key)) return;
  throw new SafetyError(`${file} is signed with another key than ORGWRIGHT_PLAN_KEY, or was edited.`, {
    hint: 'Plan again with the ORGWRIGHT_PLAN_KEY that applies.',
  });
}

function refuseMisshapen(value: JsonObject, file: string): void {
  try {
    record(documentChecks, { saved: savedCheck })(value, '');
  } catch (error) {
    if (error instanceof MisshapenError) throw edited(file, error.message);
    throw error;
  }
}

/** `__proto__` as a key of data is nobody's name; without recursion, for the nesting may be meant to hurt. */
function refuseUnsafeKeys(value: JsonObject, file: string): void {
  const waiting: { readonly item: unknown; readonly depth: number }[] = [{ item: value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, depth } = next;
    if (typeof item !== 'object' || item === null) continue;
    if (depth > deepest) throw edited(file, 'it is nested too deeply');
    if (Object.hasOwn(item, '__proto__')) throw edited(file, 'it has a key __proto__');
    for (const inner of Object.values(item) as unknown[]) waiting.push({ item: inner, depth: depth + 1 });
  }
}
