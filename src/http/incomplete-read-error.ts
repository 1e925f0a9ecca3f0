import { exitCodes, OrgwrightError } from '../errors.js';

/** A list could not be read to its end. What was not seen must not be taken for absent. */
export class IncompleteReadError extends OrgwrightError {
  constructor(message: string) {
    super('incomplete-read', exitCodes.error, message, {
      hint: 'Run again when nothing else changes this list; if it stays, report it with the number of entries.',
    });
  }
}
