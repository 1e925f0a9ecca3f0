import { sortDiagnostics, type Diagnostic } from '../../core/diagnostics.js';
import { printable } from './printable.js';

/** Workflow commands that GitHub Actions turns into annotations at the lines of a pull request. */
export function renderDiagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => {
      const { severity, code, source, summary, detail, hint, address } = diagnostic;
      const properties = [
        ...(source === undefined
          ? []
          : [`file=${property(source.file)}`, `line=${source.line}`, `col=${source.column}`]),
        `title=${property(address === undefined ? code : `${code}: ${address}`)}`,
      ];
      const message = [summary, detail, hint === undefined ? undefined : `Hint: ${hint}`]
        .filter((part) => part !== undefined)
        .map((part) => part.split('\n').map(printable).join('\n'))
        .join('\n');
      return `::${severity} ${properties.join(',')}::${data(message)}\n`;
    })
    .join('');
}

/** The escapes of the runner's own toolkit; without them a value could start a command of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
