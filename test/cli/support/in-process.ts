/** Runs the command line in this process, on a terminal where a person sits: for what a pipe cannot show. */
import { PassThrough } from 'node:stream';
import { run } from '../../../src/cli/run.js';
import type { Terminal } from '../../../src/cli/terminal.js';

export interface Person {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers each question, given all that was said so far; undefined closes the input. */
  readonly answer: (question: string) => Promise<string | undefined>;
  /** What comes in through a pipe, in the place of a person. */
  readonly input?: string;
}

export interface Session {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export async function runInTerminal(argv: readonly string[], { cwd, env, answer, input }: Person): Promise<Session> {
  const text = { stdout: '', stderr: '' };
  const stdin = Object.assign(new PassThrough(), { isTTY: input === undefined });
  if (input !== undefined) stdin.end(input);
  const collect = (name: 'stdout' | 'stderr', onText: (all: string) => void = () => undefined): PassThrough =>
    new PassThrough().on('data', (chunk: Buffer) => {
      text[name] += chunk.toString();
      onText(text[name]);
    });
  const stderr = collect('stderr', (all) => {
    if (!all.endsWith(': ')) return;
    void answer(all).then((line) => (line === undefined ? stdin.end() : stdin.write(`${line}\n`)));
  });
  const terminal: Terminal = {
    env: { ...env, CI: '1' },
    cwd,
    program: 'orgwright',
    stdin,
    stdout: collect('stdout'),
    stderr,
    untilInterrupted: (work) => work(new AbortController().signal),
  };
  const code = await run(argv, terminal);
  return { ...text, code };
}
