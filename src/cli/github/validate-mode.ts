import { isJsonObject, type Json } from '../../core/json.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { fileInRepository } from '../print-plan.js';
import { diagnosticAnnotation } from '../render/diagnostics-github.js';
import { workflowCommand } from '../render/workflow-command.js';
import type { ActionContext } from './context.js';
import { appendOutputs } from './job-files.js';
import { parsed } from './parsed.js';

/** Offline: every problem as an annotation at its line. */
export async function validateMode(context: ActionContext): Promise<number> {
  const code = await annotateProblems(context, context.inputs.flags);
  await appendOutputs(context.terminal, { changes: 'false', exit_code: String(code) });
  return code;
}

/** The exit code of `orgwright validate`, once its problems are annotated. */
export async function annotateProblems(
  { terminal, inputs, orgwright }: ActionContext,
  flags: readonly string[] = [],
): Promise<number> {
  const { stdout, code } = await orgwright(['validate', '-json', ...flags, '--', ...inputs.paths]);
  for (const diagnostic of diagnosticsIn(parsed(stdout))) {
    const annotation = diagnosticAnnotation(diagnostic);
    const file = annotation.file;
    terminal.stdout.write(
      workflowCommand({
        ...annotation,
        ...(file !== undefined && { file: fileInRepository(file, terminal.cwd, terminal.env['GITHUB_WORKSPACE']) }),
      }),
    );
  }
  if (code === 0) terminal.stdout.write('The configuration is valid.\n');
  return code;
}

function diagnosticsIn(value: Json | undefined): readonly Diagnostic[] {
  const list = isJsonObject(value) ? value['diagnostics'] : undefined;
  // Written by the same version of orgwright a moment ago.
  return Array.isArray(list) ? (list as readonly Diagnostic[]) : [];
}
