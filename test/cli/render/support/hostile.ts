/** Texts that whoever may set a display name could set, at random. */
import fc from 'fast-check';
import { hostileNames } from '../../../golden-plans/plans.js';

const fragments = [
  ...hostileNames,
  ...'`~*_#@<>&"\'|\\/:,%$[](){}!-+=\n\r\t\u0000\u0007\u001b\u0085\u009b\u00ad\u200b\u200d\u200e\u2028\u2029\u202e\u2066\ufeff\u3164 ',
  '\ud800',
  '::',
  '##[',
  '##vso[',
  '```',
  '%0A',
  '%3A',
  '&#58;',
  '</pre>',
  '<!--',
  '@here',
  'GH-1',
  'a',
  'Ümlaut',
  '漢字',
  '😀',
];

/** Used by `hostilePlan` in the order of the list; never empty. */
export const hostileTexts: fc.Arbitrary<readonly string[]> = fc.array(
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join('')),
  { minLength: 1, maxLength: 12 },
);
