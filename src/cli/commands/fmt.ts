import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { codeFrame } from '../../config/code-frame.js';
import { format, type Formatted } from '../../config/format/format.js';
import { maskText } from '../../config/mask.js';
import { parse } from '../../config/parse.js';
import { largestFile, readFiles } from '../../config/read-files.js';
import { hasErrors, type Diagnostic } from '../../core/diagnostics.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { printable } from '../render/printable.js';

interface FileToFormat {
  readonly name: string;
  readonly text: string;
}

export class Fmt extends OrgwrightCommand {
  static override id = 'fmt';
  static override usage = '[PATH...]';
  static override description = [
    'Formats configuration files in place and lists those that it changed. Only white space changes: indentation by two,\n' +
      'one space where YAML wants some, at most one empty line in a row. Comments, anchors, quotes and the order of keys stay.',
    'PATH is a YAML file or a folder, of which only files with `orgwright: 1` are touched; the current folder if none is\n' +
      'given; `-` formats stdin to stdout. A file whose syntax is wrong is reported and left alone.',
    'Exit codes: 0; 1 a file cannot be read; 3 work was found (with -check).',
  ].join('\n\n');
  static override flags = {
    check: Flags.boolean({ description: 'Change nothing; list what is not formatted and exit with 3.' }),
    diff: Flags.boolean({ description: 'Show what changes, as a unified diff.' }),
    list: Flags.boolean({ default: true, description: 'List the files that are not formatted.' }),
    write: Flags.boolean({ default: true, description: 'Write the files; -write=false only lists them.' }),
  };
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright fmt', description: 'Formats the current folder.' },
    { command: 'orgwright fmt -check -diff', description: 'In a pipeline: shows what is not formatted, exits with 3.' },
    { command: 'orgwright fmt - < org.yaml', description: 'For an editor: formats what comes in.' },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Fmt);
    const { terminal } = this;
    const fromStdin = args.paths.includes('-');
    if (fromStdin && args.paths.length > 1) {
      throw new ConfigError('`-` stands for stdin alone.', { hint: 'Format other paths with a call of their own.' });
    }
    const found = fromStdin
      ? { files: [await this.standardInput()], refused: [], diagnostics: [] }
      : await readFiles(args.paths, terminal.cwd);
    const diagnostics: Diagnostic[] = [...found.diagnostics];
    let unformatted = 0;
    for (const file of found.files) {
      const result = format(file.name, file.text);
      diagnostics.push(...result.diagnostics);
      const isChanged = result.text !== file.text;
      if (isChanged) unformatted += 1;
      if (isChanged && !fromStdin && flags.list) terminal.stdout.write(`${printable(file.name)}\n`);
      if (isChanged && flags.diff) terminal.stdout.write(await unifiedDiff(file, result));
      const mayWrite = flags.write && !flags.check;
      if (fromStdin && mayWrite && !flags.diff && !hasErrors(result.diagnostics)) terminal.stdout.write(result.text);
      if (isChanged && !fromStdin && mayWrite) await replace(resolve(terminal.cwd, file.name), result.text);
    }
    const texts = new Map([...found.refused, ...found.files].map(({ name, text }) => [name, text]));
    createOutput(terminal, flags).diagnose(diagnostics, (source) => {
      const shown = codeFrame(masked(source.file, texts.get(source.file) ?? ''), source);
      return shown === '' ? undefined : shown;
    });
    if (hasErrors(diagnostics)) return exitCodes.error;
    return flags.check && unformatted > 0 ? exitCodes.unformatted : exitCodes.ok;
  }

  private async standardInput(): Promise<FileToFormat> {
    const text = await textOf(this.terminal.stdin);
    if (text.length > largestFile) {
      throw new ConfigError('What came in is larger than 8 MB.', { hint: 'Split it into several files: they merge.' });
    }
    return { name: 'stdin', text };
  }
}

/** A link stays one: what it leads to is replaced, with its mode. */
async function replace(path: string, text: string): Promise<void> {
  const { writeWhole } = await import('../write-whole.js');
  const target = await realpath(path);
  const { mode } = await stat(target);
  try {
    await writeWhole(target, mode & 0o777, text);
  } catch (error) {
    throw new ConfigError(`${path} cannot be written.`, {
      hint: 'Check that its folder may be written.',
      cause: error,
    });
  }
}

/** By steps and not by time, so that it always reads the same. */
const limits = { maxEditLength: 5000 };

async function unifiedDiff({ name, text }: FileToFormat, { text: formatted }: Formatted): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const shown = printable(name);
  const [before, after] = [masked(name, text), masked(name, formatted)];
  const options = { context: 3, ...limits };
  const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, options);
  if (patch === undefined) return `${shown} differs in more lines than a diff would be read for.\n`;
  // Its first line is a row of equals signs, which `patch` and `git apply` do without.
  const lines = patch.replace(/^=+\n/, '').split('\n');
  return lines.map((line) => printable(line.replace(/\r$/, ''))).join('\n');
}

/** A secret that somebody wrote into the file is not for a log. */
function masked(name: string, text: string): string {
  return maskText(text, parse(name, text).secrets);
}
