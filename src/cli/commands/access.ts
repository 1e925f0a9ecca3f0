import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { accessReport, type AccessReport } from '../access-report.js';
import { OrgwrightCommand } from '../command.js';
import { listFlag, pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { planningFlags, readAndPlan } from '../planning.js';
import { renderAccessCsv } from '../render/access-csv.js';
import { renderAccessJson } from '../render/access-json.js';
import { renderAccessMarkdown } from '../render/access-markdown.js';
import { renderAccessText } from '../render/access-text.js';
import { styled, type Line } from '../render/line.js';

const { org, 'as-of': asOf, 'allow-incomplete': allowIncomplete } = planningFlags;

export class Access extends OrgwrightCommand {
  static override id = 'access';
  static override usage = '[PATH...]';
  static override description = [
    'Tells who can log in to the organizations, by which methods, with which roles, and why or why not, with the line of\n' +
      'YAML or the live object that decides. It only reads: all that decides about access, whatever the configuration manages.',
    'Anyone on a domain whom an organization does not know is *@DOMAIN. What no public source settles is named as taken\n' +
      'for granted, and what cannot be read as unknown.',
    'Exit codes: 0; 1 error, or not everything could be read.',
  ].join('\n\n');
  static override flags = {
    org,
    user: listFlag({ helpValue: 'PERSON', description: 'Only this person; *@acme.com is anyone else there.' }),
    method: listFlag({
      helpValue: 'METHOD',
      description: 'Only this way to log in: password, google, github, sso, bypass.',
    }),
    'idp-groups': Flags.string({
      helpValue: 'A,B',
      description: 'The groups that the identity provider tells, or none. Without it they are unknown.',
    }),
    at: Flags.option({
      helpValue: 'WHEN',
      options: ['live', 'plan'] as const,
      default: 'live' as const,
      description: 'live, or as it will be once the plan is applied (plan).',
    })(),
    'as-of': asOf,
    'allow-incomplete': allowIncomplete,
    format: Flags.option({
      helpValue: 'FORMAT',
      options: ['text', 'json', 'markdown', 'csv'] as const,
      description: 'text, json, markdown or csv.',
    })(),
    json: Flags.boolean({ description: 'The same as --format=json.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
    input: Flags.boolean({ default: true, description: 'Accepted as in Terraform; access never asks.' }),
  };
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright access', description: 'Shows everybody, in every organization of the current folder.' },
    {
      command: 'orgwright access --user alice@acme.com --method sso',
      description: 'Answers: why can she, or why not?',
    },
    {
      command: "orgwright access --user '*@acme.com' --at plan",
      description: 'Tells who may join from a domain after an apply.',
    },
    {
      command: 'orgwright access --org acme-atlas --user bob@acme.com --idp-groups atlas-admins,dba',
      description: 'Tells what role mappings give to somebody in these groups.',
    },
    { command: 'orgwright access --format csv > access.csv', description: 'Makes the sheet of an access review.' },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Access);
    const { terminal } = this;
    if (flags.json && flags.format !== undefined && flags.format !== 'json') {
      throw new ConfigError(`-json and --format=${flags.format} exclude each other.`);
    }
    const output = createOutput(terminal, flags);
    // Nothing is asked for beyond what the configuration wants.
    const nothing = { shard: undefined, target: [], replace: [], 'verify-domains': false };
    const asked = { ...flags, ...nothing, whole: true };
    const { plan, configuration } = await readAndPlan(terminal, args.paths, asked);
    if (plan === undefined) {
      output.diagnose(configuration.diagnostics, configuration.frame);
      return exitCodes.error;
    }
    const report = accessReport(plan, {
      at: flags.at,
      users: flags.user,
      methods: flags.method,
      idpGroups: groupsOf(flags['idp-groups']),
    });
    output.diagnose(report.diagnostics, configuration.frame);
    const format = flags.json ? 'json' : (flags.format ?? 'text');
    if (format === 'text') output.print(renderAccessText(report));
    else terminal.stdout.write(renderers[format](report));
    if (report.errored || (!report.complete && !flags['allow-incomplete'])) {
      output.tell(failureLines(report));
      return exitCodes.error;
    }
    return exitCodes.ok;
  }
}

const renderers = { json: renderAccessJson, markdown: renderAccessMarkdown, csv: renderAccessCsv } as const;

function groupsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return [];
  return text
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '');
}

function failureLines({ errored }: AccessReport): Line[] {
  const error = styled('red', 'error');
  if (errored) return [[error, ': Not everything could be planned or read, so this is not all of the access.']];
  return [
    [error, ': Not everything could be read, so this is not all of the access.'],
    ['  ', styled('cyan', 'hint'), ': Give the token the missing rights, or go on without with --allow-incomplete.'],
  ];
}
