import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { bashScript } from '../completion/bash-script.js';
import { fishScript } from '../completion/fish-script.js';
import { zshScript } from '../completion/zsh-script.js';
import { nearest } from '../nearest.js';
import { Args } from '../oclif.js';

const scripts: Readonly<Record<string, string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

export class Completion extends OrgwrightCommand {
  static override id = 'completion';
  static override usage = 'bash|zsh|fish';
  static override description = [
    'Prints a script with which the shell completes commands, flags, their values, files, and the names of organizations and\n' +
      'addresses that the configuration has. These are read offline, from the paths on the line or else the current folder.',
    'It asks this orgwright, so it knows what the installed version knows.',
  ].join('\n\n');
  static override args = { shell: Args.string({ required: true, description: 'The shell.' }) };
  static override examples = [
    { command: 'source <(orgwright completion bash)', description: 'In ~/.bashrc.' },
    { command: 'source <(orgwright completion zsh)', description: 'In ~/.zshrc, after compinit.' },
    {
      command: 'orgwright completion fish > ~/.config/fish/completions/orgwright.fish',
      description: 'Once, for fish.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { shell } = (await this.parse(Completion)).args;
    const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
    if (script === undefined) {
      const guess = nearest(shell, Object.keys(scripts));
      throw new ConfigError(`There is no completion for "${shell}".`, {
        hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}There is one for ${Object.keys(scripts).join(', ')}.`,
      });
    }
    this.terminal.stdout.write(script);
    return exitCodes.ok;
  }
}
