/** What the generated validator reports: ajv's errors in its verbose form, as far as we read them. */
import type { Json } from '../core/json.js';

export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  /** Set where a key, not a value, is wrong. */
  readonly propertyName?: string;
  readonly params: {
    readonly additionalProperty?: string;
    readonly missingProperty?: string;
    readonly allowedValues?: readonly Json[];
    readonly pattern?: string;
    readonly limit?: number;
    readonly type?: string | readonly string[];
  };
  readonly parentSchema: ErrorSchema;
  readonly data: Json;
}

export interface ErrorSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ErrorSchema>>;
  readonly examples?: readonly Json[];
}
