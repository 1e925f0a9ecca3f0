import type { PlanDocument } from '../../core/plan-document.js';
import { exitCodes, type ExitCode } from '../../errors.js';
import { acknowledgementFlags } from '../acknowledgements.js';
import { OrgwrightCommand } from '../command.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { checkPlanOut } from '../plan-file.js';
import { refusalCode, refusalLines } from '../plan-refusal.js';
import { planningFlags, readAndPlan } from '../planning.js';
import { planFormat, planFormatFlags, printPlan } from '../print-plan.js';
import { savePlan } from '../save-plan.js';

export class Plan extends OrgwrightCommand {
  static override id = 'plan';
  static override usage = '[PATH...]';
  static override description = [
    'Reads the live organizations and shows what an apply would change, with every request it would send. It only reads.',
    'PATH is a YAML file or a folder; the current folder if none is given. The plan goes to stdout, warnings and errors to\n' +
      'stderr.',
    'Exit codes: 0; 1 error, or not everything could be read; 2 changes (with -detailed-exitcode); 10 a guard tripped.',
  ].join('\n\n');
  static override flags = {
    ...planningFlags,
    ...acknowledgementFlags,
    ...planFormatFlags,
    snapshot: Flags.string({
      helpValue: 'FILE',
      description: 'Plan from what `orgwright snapshot` saved: no credential, no network.',
    }),
    base: Flags.string({
      helpValue: 'REF',
      description: 'Also tell what has left the YAML since this commit of Git, and stays live.',
    }),
    out: Flags.string({
      helpValue: 'FILE',
      description: 'Save the plan for `orgwright apply FILE` (mode 0600; signed with ORGWRIGHT_PLAN_KEY).',
    }),
    'detailed-exitcode': Flags.boolean({ description: 'Exit with 2 when there are changes.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
    input: Flags.boolean({ default: true, description: 'Accepted as in Terraform; plan never asks.' }),
  };
  static override later = ['lock-timeout', 'parallelism'];
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright plan', description: 'Plans everything in the current folder.' },
    { command: 'orgwright plan infra/access --org acme-data', description: 'Plans one organization of a folder.' },
    {
      command: 'orgwright plan -target=acme-data/team/data-eng',
      description: 'Plans one team, with what it depends on.',
    },
    {
      command: 'orgwright plan -replace=acme-data/bypass-link',
      description: 'Plans a new bypass link in the place of the old one.',
    },
    {
      command: 'orgwright plan -out=plan.json',
      description: 'Saves the plan; `orgwright apply plan.json` then runs exactly it.',
    },
    { command: "orgwright plan -json | jq '.summary'", description: 'Gives the plan to another program.' },
    { command: 'orgwright plan --format html > plan.html', description: 'Makes a page to search and to send around.' },
    {
      command: 'orgwright plan --format markdown --comment-key production > comment.md',
      description: 'Makes the comment of a pull request.',
    },
    {
      command: 'orgwright plan --format github',
      description:
        'In GitHub Actions: annotates the YAML, fills the summary of the job, sets outputs such as has_changes.',
    },
    {
      command: 'orgwright plan --snapshot live.json',
      description: 'Plans on a pull request, from what a protected job has saved.',
    },
    {
      command: 'orgwright plan --base=origin/main',
      description: 'On a branch: also names who left the files and stays a member all the same.',
    },
    { command: 'orgwright plan -detailed-exitcode', description: 'Exits with 2 when there is something to apply.' },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Plan);
    const { terminal } = this;
    planFormat(flags);
    if (flags.out !== undefined) await checkPlanOut(flags.out, terminal);
    const output = createOutput(terminal, flags);
    const result = await readAndPlan(terminal, args.paths, flags);
    if (result.plan === undefined) {
      output.diagnose(result.configuration.diagnostics, result.configuration.frame);
      return exitCodes.error;
    }
    const { document } = result.plan;
    output.diagnose(document.diagnostics, result.configuration.frame);
    await printPlan(document, flags, terminal, output);
    if (flags.out !== undefined) await savePlan(terminal, result, flags.out, flags['allow-incomplete']);
    output.tell(refusalLines(document, flags['allow-incomplete']));
    return exitCode(document, flags);
  }
}

function exitCode(
  document: PlanDocument,
  flags: { readonly 'allow-incomplete': boolean; readonly 'detailed-exitcode': boolean },
): ExitCode {
  const refused = refusalCode(document, flags['allow-incomplete']);
  if (refused !== undefined) return refused;
  return flags['detailed-exitcode'] && document.operations.length > 0 ? exitCodes.changes : exitCodes.ok;
}
