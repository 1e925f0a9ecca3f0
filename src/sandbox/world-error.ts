/** A world that cannot be used: every problem of it at once, each a line a person can act on. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
