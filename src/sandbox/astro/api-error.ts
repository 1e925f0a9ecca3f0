import { type FieldError } from '../shape.js';

/** An answer that is not a success; becomes the vendor's error body `{message, requestId, statusCode}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly fieldErrors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    extra: { fieldErrors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.fieldErrors = extra.fieldErrors ?? [];
    this.headers = extra.headers ?? {};
  }
}

/** A rule says no. The text begins as the vendor's does. */
export const invalid = (why: string): ApiError => new ApiError(400, `Invalid request: ${why}`);
export const notFound = (what: string, id: string): ApiError => new ApiError(404, `${what} ${id} not found`);
