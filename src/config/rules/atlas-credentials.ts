/** A connection to Atlas has one whole credential: a service account or an API key. */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Json } from '../../core/json.js';
import { hasKey, objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule, type RuleContext } from './rule.js';

const serviceAccount = ['clientId', 'clientSecret'] as const;
const apiKey = ['publicKey', 'privateKey'] as const;
const known: ReadonlySet<string> = new Set(['type', 'endpoint', ...serviceAccount, ...apiKey]);

export const checkAtlasCredentials: Rule = (context) =>
  Object.entries(objectAt(context.document, 'providers')).flatMap(([name, provider]) =>
    textAt(provider, 'type') === 'atlas' ? credentialProblems(context, name, provider) : [],
  );

function credentialProblems({ document, locate }: RuleContext, name: string, provider: Json): readonly Diagnostic[] {
  const pointer = joinPointer('/providers', name);
  const ofAccount = serviceAccount.find((key) => hasKey(provider, key));
  const ofKey = apiKey.find((key) => hasKey(provider, key));
  if (ofAccount !== undefined && ofKey !== undefined) {
    return [
      ruleProblem(
        locate(joinPointer(pointer, ofKey)),
        'two-credentials',
        `The provider \`${name}\` has a service account and an API key; which one is meant is not clear.`,
        'Keep `clientId` and `clientSecret`, or `publicKey` and `privateKey`.',
        { message: 'The service account is here.', source: locate(joinPointer(pointer, ofAccount)) },
      ),
    ];
  }
  // An unknown key is probably the misspelled other half, and reported as such.
  if (Object.keys(objectAt(objectAt(document, 'providers'), name)).some((key) => !known.has(key))) return [];
  if (ofAccount === undefined && ofKey === undefined) {
    return [
      ruleProblem(
        locate(pointer),
        'no-credential',
        `The provider \`${name}\` has no credential.`,
        'Add `clientId` and `clientSecret` of a service account, or `publicKey` and `privateKey` of an API key.',
      ),
    ];
  }
  const pair = ofAccount === undefined ? apiKey : serviceAccount;
  const missing = pair.find((key) => !hasKey(provider, key));
  if (missing === undefined) return [];
  return [
    ruleProblem(
      locate(pointer),
      'missing-key',
      `The provider \`${name}\` needs \`${missing}\` beside \`${ofAccount ?? ofKey ?? ''}\`.`,
      `Add \`${missing}\`, for example \`{ env: ${variables[missing]} }\`.`,
    ),
  ];
}

const variables: Readonly<Record<(typeof serviceAccount | typeof apiKey)[number], string>> = {
  clientId: 'ATLAS_CLIENT_ID',
  clientSecret: 'ATLAS_CLIENT_SECRET',
  publicKey: 'ATLAS_PUBLIC_KEY',
  privateKey: 'ATLAS_PRIVATE_KEY',
};
