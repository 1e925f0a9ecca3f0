/**
 * The errors that orgwright throws on purpose, and the exit code of each.
 * Problems that can be collected are `Diagnostic`s (core/diagnostics.ts); what is thrown here ends the run.
 */

/** Exit codes that users script against; 0, 1 and 2 mean what they mean in Terraform. */
export const exitCodes = {
  ok: 0,
  error: 1,
  changes: 2,
  unformatted: 3,
  guard: 10,
  stale: 11,
  locked: 12,
  partial: 13,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where in the YAML something stands; line and column count from 1. */
export interface SourceRef {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ErrorDetails {
  /** The next step, as an imperative. */
  readonly hint?: string;
  readonly source?: SourceRef;
  readonly address?: string;
  readonly cause?: unknown;
}

/** Base of every error that is meant for the person who runs orgwright. The message says what happened, to what and where. */
export class OrgwrightError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;
  readonly source: SourceRef | undefined;
  readonly address: string | undefined;

  constructor(code: string, exitCode: ExitCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.exitCode = exitCode;
    this.hint = details.hint;
    this.source = details.source;
    this.address = details.address;
  }
}

/** The configuration, an option or the environment is wrong. */
export class ConfigError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('config', exitCodes.error, message, details);
  }
}

/** orgwright refuses to do something that would be unsafe: a foreign host, a write from the plan path. */
export class SafetyError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('safety', exitCodes.error, message, details);
  }
}

/** What the plan touches has changed since the plan was made. */
export class StalePlanError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('stale', exitCodes.stale, message, details);
  }
}

/** A guard forbids the plan. */
export class GuardError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('guard', exitCodes.guard, message, details);
  }
}

/** Another run is applying to the same organization. */
export class LockedError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('locked', exitCodes.locked, message, details);
  }
}

/** A bug in orgwright; asks for a report. */
export class InternalError extends OrgwrightError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('internal', exitCodes.error, message, {
      hint: 'This is a bug in orgwright: please report it with the command you ran.',
      ...details,
    });
  }
}

export interface ApiErrorDetails extends ErrorDetails {
  readonly method: string;
  readonly path: string;
  /** Undefined where no answer came. */
  readonly status?: number;
  readonly requestId?: string;
}

/** A vendor's API refused or did not answer. The message carries the vendor's own text, never a token. */
export class ApiError extends OrgwrightError {
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: ApiErrorDetails, code = 'api') {
    super(code, exitCodes.error, message, details);
    this.method = details.method;
    this.path = details.path;
    this.status = details.status;
    this.requestId = details.requestId;
  }
}

/** The credential is missing, unknown or not allowed (401). */
export class AuthError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, 'auth');
  }
}

/** No answer came: whether the request took effect is unknown. */
export class ConnectionError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, 'connection');
  }
}

export function isOrgwrightError(value: unknown): value is OrgwrightError {
  return value instanceof OrgwrightError;
}

export function isApiError(value: unknown): value is ApiError {
  return value instanceof ApiError;
}
