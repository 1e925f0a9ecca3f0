import { sortDiagnostics, type Diagnostic } from '../../core/diagnostics.js';
import { workflowCommand, type Annotation } from './workflow-command.js';

/** Workflow commands that GitHub Actions turns into annotations at the lines of a pull request. */
export function renderDiagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics).map(diagnosticAnnotation).map(workflowCommand).join('');
}

export function diagnosticAnnotation(diagnostic: Diagnostic): Annotation {
  const { severity, code, source, summary, detail, hint, address } = diagnostic;
  return {
    level: severity,
    title: address === undefined ? code : `${code}: ${address}`,
    message: [summary, detail, hint === undefined ? undefined : `Hint: ${hint}`]
      .filter((part) => part !== undefined)
      .join('\n'),
    ...(source !== undefined && source),
  };
}
