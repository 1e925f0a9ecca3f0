/** The merged configuration against the schema: one problem for each mistake, where ajv reports several. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { Json, JsonObject } from '../core/json.js';
import type { Config } from './generated/config.js';
import { validate as validator } from './generated/validator.js';
import type { Locator } from './locate.js';
import { phrase } from './phrase.js';
import { joinPointer, parsePointer } from './pointer.js';
import type { SchemaError } from './schema-error.js';
import { suggest } from './suggest.js';

interface Validator {
  (data: Json): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

export interface Validated {
  /** Undefined where the value does not fit the schema. */
  readonly document: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function validate(value: JsonObject, locator: Locator): Validated {
  const check = validator as unknown as Validator;
  if (check(value)) return { document: value as unknown as Config, diagnostics: [] };
  const errors = withoutEchoes(check.errors ?? []);
  return { document: undefined, diagnostics: errors.flatMap((error) => diagnosticOf(error, locator)) };
}

/** Drops what another error says already. */
function withoutEchoes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const reserved = new Set(errors.filter(({ keyword }) => keyword === 'not').map(({ instancePath }) => instancePath));
  const isReserved = (pointer: string): boolean => {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (reserved.has(pointer.slice(0, end))) return true;
    }
    return false;
  };
  const meant = misspelled(errors);
  const enumerated = new Set(
    errors.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => instancePath),
  );
  return errors.filter((error) => {
    // The marker is judged for each file.
    if (error.instancePath === '/orgwright' || error.params.missingProperty === 'orgwright') return false;
    // The parser reported the null, with the word to write instead.
    if (error.data === null) return false;
    if (error.keyword !== 'not' && isReserved(error.instancePath)) return false;
    // A rule judges the credential as a whole.
    if (error.keyword === 'dependentRequired') return false;
    // `enum` names the words, which is more than the type says.
    if (error.keyword === 'type' && enumerated.has(error.instancePath)) return false;
    return !(
      error.keyword === 'required' && meant.has(joinPointer(error.instancePath, error.params.missingProperty ?? ''))
    );
  });
}

/** Required keys that are there under a misspelled name: the unknown key is the mistake. */
function misspelled(errors: readonly SchemaError[]): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const { keyword, instancePath, params, parentSchema } of errors) {
    if (keyword !== 'additionalProperties') continue;
    const nearest = suggest(params.additionalProperty ?? '', Object.keys(parentSchema.properties ?? {}));
    if (nearest !== undefined) meant.add(joinPointer(instancePath, nearest));
  }
  return meant;
}

function diagnosticOf(error: SchemaError, locator: Locator): readonly Diagnostic[] {
  const words = phrase(error, parsePointer(error.instancePath));
  if (words === undefined) return [];
  const source = placeOf(error, locator);
  return [{ severity: 'error', ...words, ...(source === undefined ? {} : { source }) }];
}

/** A key that is wrong or missing is shown at a key; a value that is wrong at the value. */
function placeOf(error: SchemaError, { key, value }: Locator) {
  const { instancePath, params, propertyName, keyword } = error;
  if (params.additionalProperty !== undefined) return key(joinPointer(instancePath, params.additionalProperty));
  if (propertyName !== undefined) return key(joinPointer(instancePath, propertyName));
  return keyword === 'not' || keyword === 'required' ? key(instancePath) : value(instancePath);
}
