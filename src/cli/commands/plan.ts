import type { PlanDocument } from '../../core/plan-document.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { defineCommand } from '../command.js';
import { createOutput } from '../output.js';
import { refusalCode, refusalLines } from '../plan-refusal.js';
import { planningFlags, readAndPlan } from '../planning.js';
import { renderPlanJson } from '../render/plan-json.js';
import { renderPlanText } from '../render/plan-text.js';

export const plan = defineCommand({
  name: 'plan',
  usage: '[PATH...]',
  description: [
    'Reads the live organizations and shows what an apply would change, with every request it would send. It only reads.',
    'PATH is a YAML file or a folder; the current folder if none is given. The plan goes to stdout, warnings and errors to\n' +
      'stderr.',
    'Exit codes: 0; 1 error, or not everything could be read; 2 changes (with -detailed-exitcode); 10 a guard tripped.',
  ],
  flags: {
    ...planningFlags,
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json'],
      laterChoices: ['markdown', 'html', 'github'],
      summary: 'text or json.',
    },
    json: { type: 'boolean', summary: 'The same as --format=json.' },
    'detailed-exitcode': { type: 'boolean', summary: 'Exit with 2 when there are changes.' },
    'compact-warnings': { type: 'boolean', summary: 'Show each warning on one line.' },
    input: { type: 'boolean', default: true, summary: 'Accepted as in Terraform; plan never asks.' },
  },
  later: ['out', 'snapshot', 'lock-timeout', 'parallelism'],
  positionals: { min: 0, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'orgwright plan', does: 'Plans everything in the current folder.' },
    { line: 'orgwright plan infra/access --org acme-data', does: 'Plans one organization of a folder.' },
    { line: 'orgwright plan -target=acme-data/team/data-eng', does: 'Plans one team, with what it depends on.' },
    {
      line: 'orgwright plan -replace=acme-data/bypass-link',
      does: 'Plans a new bypass link in the place of the old one.',
    },
    { line: "orgwright plan -json | jq '.summary'", does: 'Gives the plan to another program.' },
    { line: 'orgwright plan -detailed-exitcode', does: 'Exits with 2 when there is something to apply.' },
  ],
  run: async ({ flags, positionals, terminal }) => {
    if (flags.json && flags.format === 'text') throw new ConfigError('-json and --format=text exclude each other.');
    const output = createOutput(terminal, flags);
    const result = await readAndPlan(terminal, positionals, flags);
    if (result.plan === undefined) {
      output.diagnose(result.configuration.diagnostics, result.configuration.frame);
      return exitCodes.error;
    }
    const { document } = result.plan;
    output.diagnose(document.diagnostics, result.configuration.frame);
    if (flags.json || flags.format === 'json') terminal.stdout.write(renderPlanJson(document));
    else output.print(renderPlanText(document));
    output.tell(refusalLines(document, flags['allow-incomplete']));
    return exitCode(document, flags);
  },
});

function exitCode(
  document: PlanDocument,
  flags: { readonly 'allow-incomplete': boolean; readonly 'detailed-exitcode': boolean },
): ExitCode {
  const refused = refusalCode(document, flags['allow-incomplete']);
  if (refused !== undefined) return refused;
  return flags['detailed-exitcode'] && document.operations.length > 0 ? exitCodes.changes : exitCodes.ok;
}
