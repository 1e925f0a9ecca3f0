import { type Capabilities } from './capabilities.js';
import { badRequest, ScimError } from './protocol/scim-error.js';

const mediaTypes = /^application\/(scim\+)?json\s*(;|$)/i;
/** Deeper than any resource or message; nothing that works on bodies can then run out of stack. */
const deepest = 32;

/** The body of a write as JSON. What carries none is left alone; a bulk that is too large is not even parsed. */
export async function readBody(
  request: Request,
  { bulk, bulkMaxPayloadSize }: Capabilities,
  path: readonly string[],
): Promise<{ readonly body: unknown; readonly bodySize: number }> {
  if (!['POST', 'PUT', 'PATCH'].includes(request.method)) return { body: undefined, bodySize: 0 };
  const text = await request.text();
  const bodySize = Buffer.byteLength(text);
  if (bulk && path[0] === 'Bulk' && bodySize > bulkMaxPayloadSize) return { body: undefined, bodySize };
  if (text !== '' && !mediaTypes.test(request.headers.get('content-type') ?? '')) {
    throw new ScimError(415, 'The body must be application/scim+json or application/json.');
  }
  return { body: parse(text), bodySize };
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  if (depthOf(text) > deepest) throw badRequest('invalidSyntax', `The body nests deeper than ${deepest} levels.`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest('invalidSyntax', 'The body is not JSON.');
  }
}

function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') most = Math.max(most, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return most;
}
