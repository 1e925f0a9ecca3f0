import { type FieldError } from '../shape.js';

interface Extra {
  readonly parameters?: readonly unknown[];
  readonly fields?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is not a success; becomes the vendor's error body. The code is what tells errors apart, not the status. */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';
  readonly status: number;
  readonly code: string;
  readonly parameters: readonly unknown[];
  readonly fields: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: string, extra: Extra = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.parameters = extra.parameters ?? [];
    this.fields = extra.fields ?? [];
    this.headers = extra.headers ?? {};
  }
}

/** A rule says no. Also stands for refusals whose own code no public source names. */
export const refused = (detail: string): AtlasError => new AtlasError(400, 'VALIDATION_ERROR', detail);
export const badRequest = (code: string, detail: string, ...parameters: readonly unknown[]): AtlasError =>
  new AtlasError(400, code, detail, { parameters });
export const forbidden = (code: string, detail: string, ...parameters: readonly unknown[]): AtlasError =>
  new AtlasError(403, code, detail, { parameters });
export const notFound = (code: string, detail: string, ...parameters: readonly unknown[]): AtlasError =>
  new AtlasError(404, code, detail, { parameters });
export const conflict = (code: string, detail: string, ...parameters: readonly unknown[]): AtlasError =>
  new AtlasError(409, code, detail, { parameters });
