import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { referenceProblems } from './world-references.js';
import { type World } from './world.js';

/** A problem and where in the world it is, as a JSON pointer. */
export interface WorldProblem {
  readonly pointer: string;
  readonly message: string;
}

let compiled: ValidateFunction | undefined;

/** The schema validator, made when a world is first looked at: compiling takes longer than the rest of the start. */
function schemaValidator(): ValidateFunction {
  if (compiled === undefined) {
    const load = createRequire(import.meta.url);
    const { Ajv2020: Ajv } = load('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 };
    const text = readFileSync(new URL('../../schemas/world.schema.json', import.meta.url), 'utf8');
    compiled = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(text) as object);
  }
  return compiled;
}

function message({ keyword, params, message: text = 'is wrong' }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `unknown key ${String(params['additionalProperty'])}`;
    case 'required':
      return `${String(params['missingProperty'])} is missing`;
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    default:
      return text;
  }
}

/** Every problem of a value that is meant to be a world: its shape first, then what it refers to. */
export function worldProblems(value: unknown): WorldProblem[] {
  const validate = schemaValidator();
  if (!validate(value)) {
    // Of a failed choice the branches say what is wrong; the choice itself only repeats it.
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf');
    return errors.map((error) => ({ pointer: error.instancePath, message: message(error) }));
  }
  return referenceProblems(value as World);
}
