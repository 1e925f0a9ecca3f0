/** One schema error in words: what is wrong, and the next step. Never the value where a secret may stand. */
import type { Json } from '../core/json.js';
import { nullHint } from './null-hint.js';
import { isSecretPlace } from './secret-place.js';
import type { ErrorSchema, SchemaError } from './schema-error.js';
import { suggest, suggestHint } from './suggest.js';
import { longestName, showSafely } from './unsafe-text.js';

export interface Phrase {
  readonly code: string;
  readonly summary: string;
  readonly detail?: string;
  readonly hint: string;
}

/** Every pattern of the schema in words; a test sees to it that none is forgotten. */
export const patternWords: Readonly<Record<string, string>> = {
  '^\\S(?:.*\\S)?$': 'a name (not empty, no space at its ends)',
  '^[^/\\s](?:[^/]*[^/\\s])?$': 'a name without slash, since it is the first part of addresses',
  '^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$': 'ORGANIZATION or ORGANIZATION/TEAM',
  '^[^\\s@]+@[^\\s@]+$': 'an e-mail address',
  '^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$': 'a domain such as acme.com',
  '^https://[^\\s/@]+(?:/\\S*)?$': 'an address that begins with https://',
  '^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$': 'an http or https address without user, query or fragment',
  '^[A-Za-z_][A-Za-z0-9_]*$': 'the name of an environment variable',
  '^[A-Za-z0-9_-]+$': 'an id (letters, digits, `-` and `_`)',
  '^[a-f0-9]{24}$': 'an Atlas id (24 hexadecimal digits, in lower case)',
  "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$": "a name for Atlas (1 to 64 letters, digits, spaces and any of -_.(),:&@+')",
  '^(?:none|[^\\s@]+@[^\\s@]+)$': 'an e-mail address, or `none`',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$':
    'a day such as 2026-12-31, or a time such as 2026-12-31T17:00:00Z',
  '^\\S(?:.{0,198}\\S)?$': 'one line of at most 200 characters',
  '^GROUP_[A-Z0-9_]+$': 'a project role, whose name begins with GROUP_',
  '^[1-9][0-9]{0,4}[dhw]$': 'a time such as 90d (days), 36h (hours) or 12w (weeks)',
};

/** Undefined where the error only repeats another one. */
export function phrase(error: SchemaError, path: readonly string[]): Phrase | undefined {
  const here = nameOf(path);
  const text = typeof error.data === 'string' ? error.data : undefined;
  const shown = isSecretPlace(path, text) ? 'This value' : show(error.propertyName ?? error.data);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, path, here);
    case 'required':
      return missingKey(error, here);
    case 'not':
      return notYetSupported(error, path);
    case 'type':
      return wrongType(error, path, here);
    case 'enum':
    case 'const':
      return unknownValue(error, path, shown, here);
    case 'pattern':
      return wrongForm(error, path, shown, here);
    case 'minLength':
      return {
        code: 'empty-value',
        summary:
          error.propertyName === undefined ? `${here} must not be empty.` : `A name in ${here} must not be empty.`,
        hint:
          error.propertyName === undefined
            ? 'Give it a value, or delete the key to leave it unmanaged.'
            : 'Give it a name.',
      };
    case 'maxLength':
      // The parser has reported a name that is longer than any may be.
      if (error.propertyName !== undefined && error.propertyName.length > longestName) return undefined;
      return {
        code: 'value-too-long',
        summary: `${error.propertyName === undefined ? here : shown} may have at most ${String(error.params.limit)} characters; this has ${String(typeof error.data === 'string' ? [...error.data].length : 0)}.`,
        hint: 'Shorten it.',
      };
    case 'minItems':
      return emptyList(path, here);
    case 'uniqueItems':
      return { code: 'duplicate-item', summary: `${here} holds the same entry twice.`, hint: 'Keep one of them.' };
    case 'minProperties':
    case 'maxProperties':
      return {
        code: 'secret-reference',
        summary: `${here} needs exactly one of \`env\`, \`file\` and \`command\`.`,
        hint: 'Write, for example, `{ env: ASTRO_API_TOKEN }`.',
      };
    case 'minimum':
    case 'maximum': {
      const side = error.keyword === 'minimum' ? 'at least' : 'at most';
      return {
        code: 'invalid-value',
        summary: `${here} must be ${side} ${String(error.params.limit)}.`,
        hint: 'Correct the number.',
      };
    }
    default:
      // `if` and `propertyNames` only say that another error stands beneath them.
      return undefined;
  }
}

/** `organizations.acme.members`, `allowedMethods[0]`, for a sentence. */
function nameOf(path: readonly string[]): string {
  const [first, ...others] = path;
  if (first === undefined) return 'The configuration';
  const rest = others.map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`));
  return `\`${showSafely(first + rest.join(''))}\``;
}

function wrongForm(error: SchemaError, path: readonly string[], shown: string, here: string): Phrase {
  const words = patternWords[error.params.pattern ?? ''] ?? error.parentSchema.description ?? 'of this form';
  if (isSecretPlace(path, undefined) && path.at(-1) === 'env') {
    return {
      code: 'inline-secret',
      summary: `${here} must be the name of an environment variable, not the secret itself.`,
      hint: 'Write the name, and replace the secret if it stands here: whoever could read this file has it.',
    };
  }
  const correct = error.propertyName === undefined ? 'Correct it.' : 'Choose another name.';
  return {
    code: 'invalid-value',
    summary: `${shown} is not ${words}.`,
    hint: exampleHint(error.parentSchema) ?? correct,
  };
}

/** Keys of an identity provider's `atlas` that belong to one protocol. */
const protocolKeys: Readonly<Record<'saml' | 'oidc', readonly string[]>> = {
  saml: ['ssoUrl', 'requestBinding', 'responseSignatureAlgorithm', 'ssoDebug', 'active'],
  oidc: ['idpType', 'audience', 'clientId', 'requestedScopes', 'authorizationType', 'groupsClaim', 'userClaim'],
};

function otherProtocol(key: string, path: readonly string[]): string | undefined {
  if (path[0] !== 'identityProviders' || path[2] !== 'atlas') return undefined;
  if (protocolKeys.oidc.includes(key)) return 'It belongs to `protocol: oidc`: add that, or delete the key.';
  return protocolKeys.saml.includes(key)
    ? 'It belongs to `protocol: saml`: delete the key, or the protocol.'
    : undefined;
}

/** Keys of an organization that another type has. */
function otherType(key: string, path: readonly string[], data: Json): string | undefined {
  if (path[0] !== 'organizations' || path.length !== 2) return undefined;
  const type = (data as { readonly type?: unknown } | null)?.type;
  if (key === 'id' && type === 'scim') return "Delete it: the provider's `baseUrl` says which directory it is.";
  return key === 'removePeople' ? 'Delete it: it belongs to organizations of type `scim`.' : undefined;
}

function unknownKey(error: SchemaError, path: readonly string[], here: string): Phrase {
  const key = error.params.additionalProperty ?? '';
  const known = Object.keys(error.parentSchema.properties ?? {});
  return {
    code: 'unknown-key',
    summary: `Unknown key \`${showSafely(key)}\`${here === 'The configuration' ? '' : ` in ${here}`}.`,
    hint: otherProtocol(key, path) ?? otherType(key, path, error.data) ?? suggestHint(key, known, 'keys'),
  };
}

function missingKey(error: SchemaError, here: string): Phrase {
  const key = error.params.missingProperty ?? '';
  const about = error.parentSchema.properties?.[key];
  const present = typeof error.data === 'object' && error.data !== null ? Object.keys(error.data) : [];
  const misspelled = suggest(
    key,
    present.filter((name) => !Object.hasOwn(error.parentSchema.properties ?? {}, name)),
  );
  return {
    code: 'missing-key',
    summary: `${here} needs \`${key}\`.`,
    ...(about?.description === undefined ? {} : { detail: about.description }),
    hint:
      misspelled === undefined
        ? `Add \`${key}\`.${about === undefined ? '' : exampleOf(about)}`
        : `Is \`${showSafely(misspelled)}\` meant to be \`${key}\`?`,
  };
}

function notYetSupported(error: SchemaError, path: readonly string[]): Phrase {
  const key = path.at(-1) ?? '';
  const detail = error.parentSchema.description;
  return {
    code: 'not-yet-supported',
    summary: `\`${key}\` is not yet supported.`,
    ...(detail === undefined ? {} : { detail }),
    hint: 'Remove it for now: a later version of orgwright will understand it.',
  };
}

function wrongType(error: SchemaError, path: readonly string[], here: string): Phrase {
  if (error.parentSchema.properties?.['env'] !== undefined) {
    return {
      code: 'inline-secret',
      summary: `${here} holds a secret itself. Secrets stand in a configuration by reference only.`,
      hint: `Write \`${path.at(-1) ?? 'token'}: { env: NAME }\` (or \`file\`, \`command\`), and replace the secret: whoever could read this file has it.`,
    };
  }
  const wanted = [error.params.type ?? []].flat().map((type) => typeWords[type] ?? type);
  const quote = typeof error.data !== 'object' && wanted.includes('text') ? 'Put it in quotes.' : undefined;
  return {
    code: 'wrong-type',
    summary: `${here} must be ${wanted.join(' or ')}, not ${jsonTypeWords(error.data)}.`,
    hint: quote ?? exampleHint(error.parentSchema) ?? error.parentSchema.description ?? nullHint(path),
  };
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function jsonTypeWords(value: Json): string {
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a number with a fraction';
  return typeWords[Array.isArray(value) ? 'array' : typeof value] ?? 'this';
}

function unknownValue(error: SchemaError, path: readonly string[], shown: string, here: string): Phrase {
  const allowed = (error.params.allowedValues ?? []).map(String);
  const nearest = typeof error.data === 'string' ? suggest(error.data, allowed) : undefined;
  const isRole = allowed.some((value) => /_(?:OWNER|MEMBER)$/.test(value));
  return {
    code: isRole ? 'unknown-role' : 'unknown-value',
    summary: `${shown} is not ${isRole ? 'a known role' : 'a known value'} for ${here}.`,
    hint: `${nearest === undefined ? '' : `Did you mean \`${nearest}\`? `}${knownValues(allowed)}`,
  };
}

function knownValues(allowed: readonly string[]): string {
  if (allowed.join() === 'any') return 'Write `any`, or a list of domains.';
  return allowed.join() === 'none' ? 'Write `none`, or a mapping that describes it.' : `Known: ${allowed.join(', ')}.`;
}

function emptyList(path: readonly string[], here: string): Phrase {
  if (path.at(-1) === 'allowedMethods') {
    return {
      code: 'empty-set',
      summary: `${here} must not be empty: nobody of the domain could log in, or everybody, depending on how the vendor reads it.`,
      hint: 'Name the methods, or delete the key to leave them unmanaged.',
    };
  }
  if (path.at(-1) === 'allowedDomains') {
    return {
      code: 'empty-set',
      summary: `${here} must not be empty: nobody could join, or everybody, depending on how the vendor reads it.`,
      hint: 'Name the domains, write `any` to lift the restriction, or delete the key to leave it unmanaged.',
    };
  }
  return {
    code: 'empty-set',
    summary: `${here} must not be empty.`,
    hint: path.includes('projects')
      ? 'Name at least one, or delete the project to give no role there.'
      : 'Name at least one, or delete the key to leave it unmanaged.',
  };
}

function show(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${showSafely(text.length > 60 ? `${text.slice(0, 57)}...` : text)}\``;
}

function exampleHint(schema: ErrorSchema): string | undefined {
  const example = exampleOf(schema).trim();
  return example === '' ? undefined : example;
}

function exampleOf(schema: ErrorSchema): string {
  const example = schema.examples?.[0];
  return example === undefined ? '' : ` For example: \`${typeof example === 'string' ? example : flow(example)}\`.`;
}

/** A value as YAML on one line. */
function flow(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Object.keys(value).length === 0) return '{}';
  return `{ ${Object.entries(value)
    .map(([key, child]) => `${key}: ${flow(child)}`)
    .join(', ')} }`;
}
