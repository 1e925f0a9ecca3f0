import { fitting, list, nullable, type Shape } from '../shape.js';
import { isObjectId } from './permissions.js';

export const objectId = (): Shape<string> =>
  fitting((value): value is string => typeof value === 'string' && isObjectId(value), '24 hexadecimal digits');

export const objectIds = (): Shape<string[]> => list(objectId(), { unique: true });

/** A field of answers that clients send back; it changes nothing. */
export const readOnly = (): Shape<unknown> =>
  nullable(fitting((value): value is unknown => value !== undefined, 'there'));

/** What organizations and projects may be called (API description, which forgets the spaces that names do have). */
export const isProperName = (name: string): boolean => /^[\p{L}\p{N}\-_.(),:&@+' ]{1,64}$/u.test(name);
