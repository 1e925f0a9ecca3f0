/** Answers the shell that asks what may follow: a line for each word, with its description behind a tab. */
import { unsafeCharacter } from '../../config/unsafe-text.js';
import { exitCodes, type ExitCode } from '../../errors.js';
import { printable } from '../render/printable.js';
import type { Terminal } from '../terminal.js';
import { candidates } from './candidates.js';

/** It never says what went wrong: that would end up in the line that is being typed. */
export async function answerCompletion(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  const found = await candidates(words, terminal).catch(() => []);
  const lines = found
    // Nobody can type these, and a line of the answer must stay one.
    .filter(({ word }) => unsafeCharacter(word) === undefined)
    .map(({ word, description }) => `${word}\t${printable(description)}\n`);
  terminal.stdout.write(lines.join(''));
  return exitCodes.ok;
}
