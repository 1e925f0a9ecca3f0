import { fitting, list, nullable, optional, text, type Shape } from '../shape.js';
import { isObjectId } from './permissions.js';

export const objectId = (): Shape<string> =>
  fitting((value): value is string => typeof value === 'string' && isObjectId(value), '24 hexadecimal digits');

export const objectIds = (): Shape<string[]> => list(objectId(), { unique: true });

/** A field of answers that clients send back; it changes nothing. */
export const readOnly = (): Shape<unknown> =>
  nullable(fitting((value): value is unknown => value !== undefined, 'there'));

/** The names of organizations and projects (API description). */
export const properName = (): Shape<string> =>
  fitting(
    (value): value is string =>
      typeof value === 'string' && /^[\p{L}\p{N}\-_.(),:&@+']{1,64}$/u.test(value.replaceAll(' ', '_')),
    "1 to 64 letters, digits, spaces or -_.(),:&@+'",
  );

export const email = (): Shape<string> =>
  fitting(
    (value): value is string => typeof value === 'string' && /^[^@\s]+@[^@\s]+$/.test(value),
    'an e-mail address',
  );

export const optionalText = (limits: { min?: number; max?: number } = {}): Shape<string | undefined> =>
  optional(text(limits));
