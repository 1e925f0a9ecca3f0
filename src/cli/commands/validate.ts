import { hasErrors } from '../../core/diagnostics.js';
import { exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { readConfiguration } from '../configuration.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { count } from '../render/count.js';

export class Validate extends OrgwrightCommand {
  static override id = 'validate';
  static override usage = '[PATH...]';
  static override description = [
    'Checks the configuration without any connection and without reading a secret, and shows every problem at once with\n' +
      'its place and the next step.',
    'PATH is a YAML file or a folder; the current folder if none is given.',
    'Exit codes: 0 valid (there may be warnings), 1 not.',
  ].join('\n\n');
  static override flags = {
    format: Flags.option({
      helpValue: 'FORMAT',
      options: ['text', 'json', 'github', 'sarif'] as const,
      description: 'text, json, github (annotations in a pull request) or sarif (code scanning).',
    })(),
    json: Flags.boolean({ description: 'The same as --format=json.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
  };
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright validate', description: 'Checks the current folder.' },
    { command: 'orgwright validate org.yaml people.yaml', description: 'Checks these files as one configuration.' },
    {
      command: 'orgwright validate --format github',
      description: 'Puts each problem at its line of a pull request, in GitHub Actions.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Validate);
    const { terminal } = this;
    const { diagnostics, organizations, loaded, frame } = await readConfiguration(terminal, args.paths);
    const invalid = hasErrors(diagnostics);
    const format = flags.json ? 'json' : (flags.format ?? 'text');
    switch (format) {
      case 'json': {
        const { renderDiagnosticsJson } = await import('../render/diagnostics-json.js');
        terminal.stdout.write(renderDiagnosticsJson(diagnostics));
        break;
      }
      case 'github': {
        const { renderDiagnosticsGithub } = await import('../render/diagnostics-github.js');
        terminal.stdout.write(renderDiagnosticsGithub(diagnostics));
        break;
      }
      case 'sarif': {
        const { renderDiagnosticsSarif } = await import('../render/diagnostics-sarif.js');
        const { packageVersion } = await import('../package-root.js');
        terminal.stdout.write(renderDiagnosticsSarif(diagnostics, packageVersion()));
        break;
      }
      case 'text': {
        const output = createOutput(terminal, flags);
        output.diagnose(diagnostics, frame);
        if (!invalid) {
          output.print([
            [`Valid: ${count(organizations.length, 'organization')} in ${count(loaded.files.size, 'file')}.`],
          ]);
        }
      }
    }
    return invalid ? exitCodes.error : exitCodes.ok;
  }
}
