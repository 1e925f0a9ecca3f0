/** A token may only travel encrypted, or not leave the machine. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkEndpoints: Rule = ({ document, locateValue }) =>
  Object.entries(objectAt(document, 'providers')).flatMap(([name, provider]) =>
    ['endpoint', 'baseUrl'].flatMap((key): readonly Diagnostic[] => {
      const address = textAt(provider, key);
      if (address === undefined || !URL.canParse(address)) return [];
      const { protocol, hostname } = new URL(address);
      if (protocol !== 'http:' || isLoopback(hostname)) return [];
      return [
        ruleProblem(
          locateValue(joinPointer('/providers', name, key)),
          'insecure-endpoint',
          `The ${key === 'endpoint' ? 'endpoint' : 'service'} of \`${name}\` would get the token unencrypted.`,
          'Use https; http is for loopback only.',
        ),
      ];
    }),
  );

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
