import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.js';

/** One line from the person; empty where the input ends. The question goes to stderr: stdout is for data. */
export async function ask(terminal: Terminal, question: string): Promise<string> {
  // Not as a terminal: Ctrl-C must reach the process as a signal.
  const lines = createInterface({ input: terminal.stdin, terminal: false });
  terminal.stderr.write(question);
  try {
    for await (const line of lines) return line.trim();
    return '';
  } finally {
    lines.close();
  }
}
