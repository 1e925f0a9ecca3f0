/** The world as a command sees it: its streams, environment and folder. Tests and `demo` pass their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** How this program was called, to be shown in commands that people copy. */
  readonly program: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Data only. */
  readonly stdout: OutputStream;
  /** Progress, warnings, diagnostics, questions. */
  readonly stderr: OutputStream;
  /** Runs `work` so that an interruption is announced to it instead of ending the process at once. */
  readonly untilInterrupted: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** NO_COLOR, FORCE_COLOR and TERM=dumb as their conventions say; else colour only where a person looks. */
export function wantsColor(terminal: Terminal, stream: OutputStream, noColor = false): boolean {
  const { env } = terminal;
  if (noColor) return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '')
    return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['TERM'] === 'dumb') return false;
  return stream.isTTY === true;
}

/** Whether a moving display may be drawn on stderr. */
export function isInteractive(terminal: Terminal): boolean {
  const { stderr, env } = terminal;
  // A pseudo-terminal without a size (in containers, below `script`) has 0 columns, with which ora never stops erasing.
  const hasWidth = stderr.columns !== undefined && stderr.columns > 0;
  return stderr.isTTY === true && hasWidth && !isContinuousIntegration(terminal) && env['TERM'] !== 'dumb';
}

function isContinuousIntegration(terminal: Terminal): boolean {
  const value = terminal.env['CI'];
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
