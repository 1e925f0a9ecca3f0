/**
 * The contract that every provider keeps. To add a provider, write one file beside this one, `NAME.test.ts`, with one
 * call of `providerContract`: a small base organization, and for each case a difference of a few lines. Then run it;
 * a case that your provider leaves out fails and says what to give, until it is given or stands in `skip` with a reason.
 *
 * The cases run the whole pipeline (YAML, plan, apply) against the sandbox in process; nothing here knows a vendor.
 */
import { describe } from 'vitest';
import { createContract } from './harness.js';
import { changes } from './sections/changes.js';
import { faults } from './sections/faults.js';
import { limits } from './sections/limits.js';
import { names } from './sections/names.js';
import { reading } from './sections/reading.js';
import { secrecy } from './sections/secrecy.js';
import { unread } from './sections/unread.js';
import type { ProviderSubject } from './subject.js';

export function providerContract<Base>(subject: ProviderSubject<Base>): void {
  describe(`the provider contract: ${subject.type}`, () => {
    const contract = createContract(subject);
    // What is there is read right, and means the same however it is spelled.
    reading(contract);
    // Every change of every kind is made, with the fewest requests, and then is no change any more.
    changes(contract);
    // What could not be read is never taken for empty.
    unread(contract);
    // Whatever the network or the vendor does, nothing is made twice, and running again converges.
    faults(contract);
    // What is forbidden is not tried, and said.
    limits(contract);
    // Secrets go to the vendor only, and the plan path cannot write.
    secrecy(contract);
    // Names are data.
    names(contract);
    contract.checkSkips();
  });
}
