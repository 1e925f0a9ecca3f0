/** A token may only travel encrypted, or not leave the machine. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectAt, textAt } from '../json-access.js';
import { joinPointer } from '../pointer.js';
import { ruleProblem, type Rule } from './rule.js';

export const checkEndpoints: Rule = ({ document, locateValue }) =>
  Object.entries(objectAt(document, 'providers')).flatMap(([name, provider]): readonly Diagnostic[] => {
    const endpoint = textAt(provider, 'endpoint');
    if (endpoint === undefined || !URL.canParse(endpoint)) return [];
    const { protocol, hostname } = new URL(endpoint);
    if (protocol !== 'http:' || isLoopback(hostname)) return [];
    return [
      ruleProblem(
        locateValue(joinPointer('/providers', name, 'endpoint')),
        'insecure-endpoint',
        `The endpoint of \`${name}\` would get the token unencrypted.`,
        'Use https; http is for loopback only.',
      ),
    ];
  });

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
