import { hasErrors } from '../../core/diagnostics.js';
import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { readConfiguration } from '../configuration.js';
import { createOutput } from '../output.js';
import { count } from '../render/count.js';

export const validate = defineCommand({
  name: 'validate',
  usage: '[PATH...]',
  description: [
    'Checks the configuration without any connection and without reading a secret, and shows every problem at once with\n' +
      'its place and the next step.',
    'PATH is a YAML file or a folder; the current folder if none is given.',
    'Exit codes: 0 valid (there may be warnings), 1 not.',
  ],
  flags: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'github', 'sarif'],
      summary: 'text, json, github (annotations in a pull request) or sarif (code scanning).',
    },
    json: { type: 'boolean', summary: 'The same as --format=json.' },
    'compact-warnings': { type: 'boolean', summary: 'Show each warning on one line.' },
  },
  positionals: { min: 0, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'orgwright validate', does: 'Checks the current folder.' },
    { line: 'orgwright validate org.yaml people.yaml', does: 'Checks these files as one configuration.' },
    {
      line: 'orgwright validate --format github',
      does: 'Puts each problem at its line of a pull request, in GitHub Actions.',
    },
  ],
  run: async ({ flags, positionals, terminal }) => {
    const { diagnostics, organizations, loaded, frame } = await readConfiguration(terminal, positionals);
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
  },
});
