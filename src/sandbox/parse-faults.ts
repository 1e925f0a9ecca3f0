import { ControlError } from './control-error.js';
import { pathMatcher, type Fault } from './faults.js';

type Check = (value: unknown) => boolean;
const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const string: Check = (value) => typeof value === 'string';

const fields: Readonly<Record<keyof Fault, { fits: Check; what: string }>> = {
  method: { fits: string, what: 'a method' },
  path: { fits: string, what: 'a path prefix or pattern' },
  times: { fits: wholeNumber(0), what: 'a whole number' },
  after: { fits: wholeNumber(0), what: 'a whole number' },
  status: { fits: wholeNumber(200, 599), what: 'a status from 200 to 599' },
  retryAfter: { fits: wholeNumber(0), what: 'a whole number of seconds' },
  errorCode: { fits: string, what: 'an error code' },
  delayMs: { fits: wholeNumber(0), what: 'a whole number of milliseconds' },
  drop: { fits: (value) => value === 'before' || value === 'after', what: 'before or after' },
  pageSize: { fits: wholeNumber(1), what: 'a whole number from 1' },
};

/** The body of `PUT /_sandbox/faults`, checked. */
export function parseFaults(body: unknown): Fault[] {
  if (!Array.isArray(body)) throw new ControlError('the body must be a list of faults');
  return body.map((item: unknown, at) => {
    if (typeof item !== 'object' || item === null) throw new ControlError(`fault ${at} must be an object`);
    for (const [name, value] of Object.entries(item)) {
      if (!Object.hasOwn(fields, name)) throw new ControlError(`fault ${at}: unknown key ${name}`);
      const { fits, what } = fields[name as keyof Fault];
      if (!fits(value)) throw new ControlError(`fault ${at}: ${name} must be ${what}`);
    }
    const fault = item as Fault;
    pathMatcher(fault.path ?? '');
    return fault;
  });
}
