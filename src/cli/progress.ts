/**
 * Tells that something is going on: a spinner where a person watches, a line now and then elsewhere. A run that is
 * over at once says nothing, and does not pay for loading the spinner.
 */
import type { Ora } from 'ora';
import { printable } from './render/printable.js';
import { isInteractive, type Terminal } from './terminal.js';

export interface Progress {
  update(text: string): void;
  stop(): void;
}

const spinnerAfterMs = 200;
const lineEveryMs = 10_000;

export function startProgress(terminal: Terminal, initial: string): Progress {
  return isInteractive(terminal) ? startSpinner(terminal, initial) : startLines(terminal, initial);
}

function startSpinner(terminal: Terminal, initial: string): Progress {
  let text = printable(initial);
  let spinner: Ora | undefined;
  let stopped = false;
  const timer = setTimeout(() => {
    void import('ora').then(({ default: ora }) => {
      if (stopped) return;
      // Reading stdin for the spinner's sake would eat the answer to a question.
      spinner = ora({ text, stream: terminal.stderr, discardStdin: false }).start();
    });
  }, spinnerAfterMs);
  return {
    update: (next) => {
      text = printable(next);
      if (spinner !== undefined) spinner.text = text;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}

function startLines(terminal: Terminal, initial: string): Progress {
  let text = initial;
  const timer = setInterval(() => terminal.stderr.write(`${printable(text)}\n`), lineEveryMs);
  return {
    update: (next) => {
      text = next;
    },
    stop: () => clearInterval(timer),
  };
}
