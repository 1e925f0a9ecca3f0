/**
 * GitHub's runner reads the log of a job for commands: a line that begins with `::`, and in the older spelling `##[...]`
 * anywhere in a line (Azure Pipelines: `##vso[...]`). No name of a live object may give one.
 */

/** One line as it is printed, with what a runner would obey written out. */
export function withoutRunnerCommands(line: string): string {
  return line.replace(/^(\s*)::/, '$1\\u{3A}:').replace(/##(?=\[|vso\[)/g, '#\\u{23}');
}
