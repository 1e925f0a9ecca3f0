/** What a refused write means. Statuses and SCIM's error words decide; a service's own words only where it has no other. */
import { ApiError, type ApiErrorDetails } from '../../errors.js';
import type { Write } from './write.js';

/** What the service said, without what was asked of it. */
function saidBy({ message }: ApiError): string {
  const start = message.indexOf(': ');
  return start === -1 ? '' : message.slice(start);
}

const isUnsupported = /\b(not|isn't) (\w+ )?(supported|allowed|implemented|enabled)|unsupported|disabled/i;

/** The service takes no PATCH at all; the resource itself may well be there. */
export function refusesPatch(error: ApiError): boolean {
  const { status } = error;
  if (status === 405 || status === 501) return true;
  const said = saidBy(error);
  return (status === 400 || status === 404) && /\bpatch\b/i.test(said) && isUnsupported.test(said);
}

/** More at once than the service takes: asking for less may help, and does no harm. */
export function isTooMuch(error: ApiError): boolean {
  if (error.status === 413) return true;
  return (
    error.status === 400 &&
    /\(tooMany\)|\btoo (many|much|large|big|long)\b|limit|maximum|exceed|\bsize\b/i.test(saidBy(error))
  );
}

/** The service does not understand a path such as `members[value eq "ID"]`. */
export function refusesFilter(error: ApiError): boolean {
  return error.status === 400 && /\((invalidPath|invalidFilter)\)|\bfilter|\bpath\b/i.test(saidBy(error));
}

/** Of a removal: there is nobody like that, or nobody that the service would find so. */
export function findsNobody(error: ApiError): boolean {
  return error.status === 400 && /\(noTarget\)/i.test(saidBy(error));
}

/** No answer, or one that does not tell whether anything was done. */
export function isLost({ status }: ApiError): boolean {
  return status === undefined || (status >= 500 && status !== 501 && status !== 505);
}

/** The error as the person who runs this must see it. */
export function explained(error: ApiError, { method, path, address }: Write): ApiError {
  const hint = 'Plan again and look at the new plan.';
  if (error.status === 412) {
    const text = `${address} was changed by somebody else since the plan was made, so nothing was written over it`;
    return describe(error, `${text} (${method} ${path}: 412).`, hint);
  }
  if (error.status === 404 && method !== 'POST') {
    return describe(error, `${address} is not there any more (${method} ${path}: 404).`, hint);
  }
  return error;
}

export function describe(error: ApiError, message: string, hint: string | undefined = error.hint): ApiError {
  const details: ApiErrorDetails = {
    method: error.method,
    path: error.path,
    ...(error.status !== undefined && { status: error.status }),
    ...(error.requestId !== undefined && { requestId: error.requestId }),
    ...(hint !== undefined && { hint }),
    cause: error,
  };
  return new ApiError(message, details);
}
