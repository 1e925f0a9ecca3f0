import type { PlanDocument } from '../../core/plan-document.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { findPlanFile } from '../find-plan-file.js';
import { pathArgs, type FlagValues } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput, type Output } from '../output.js';
import { refusalCode, refusalLines } from '../plan-refusal.js';
import { planningFlags, readAndPlan } from '../planning.js';
import { readPlanFiles } from '../read-plan-files.js';
import { styled } from '../render/line.js';
import type { Terminal } from '../terminal.js';

const graphFlags = {
  ...planningFlags,
  format: Flags.option({
    helpValue: 'FORMAT',
    options: ['mermaid', 'dot'] as const,
    default: 'mermaid' as const,
    description: 'mermaid (drawn by GitHub, GitLab and many editors) or dot (for Graphviz).',
  })(),
  snapshot: Flags.string({
    helpValue: 'FILE',
    description: 'Plan from what `orgwright snapshot` saved: no credential, no network.',
  }),
  'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
};

type GraphFlags = FlagValues<typeof graphFlags>;

export class Graph extends OrgwrightCommand {
  static override id = 'graph';
  static override usage = '[PATH...|PLANFILE...]';
  static override description = [
    'Draws the order of a plan: every request that an apply would send, with the addresses it serves, and which requests must\n' +
      'have succeeded before. It only reads, as `orgwright plan` does.',
    'Files that `orgwright plan -out` saved, or that `plan -json` printed, are drawn as they are: it then needs no\n' +
      'configuration, no credential and no network.',
    'Exit codes: 0; 1 error, or not everything could be read; 10 a guard tripped. For saved plans: 0, or 1 where a file is no\n' +
      'plan.',
  ].join('\n\n');
  static override flags = graphFlags;
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright graph', description: 'Draws what an apply of the current folder would do.' },
    { command: 'orgwright graph plan.json', description: 'Draws a saved plan.' },
    { command: 'orgwright graph --format dot | dot -Tsvg > plan.svg', description: 'Makes a picture with Graphviz.' },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Graph);
    const { terminal } = this;
    const output = createOutput(terminal, flags);
    const saved = await planFiles(args.paths, flags, terminal);
    if (saved !== undefined) {
      const document = await readPlanFiles(saved, terminal);
      output.diagnose(document.diagnostics, () => undefined);
      await draw(document, flags, terminal, output);
      return exitCodes.ok;
    }
    const result = await readAndPlan(terminal, args.paths, flags);
    if (result.plan === undefined) {
      output.diagnose(result.configuration.diagnostics, result.configuration.frame);
      return exitCodes.error;
    }
    const { document } = result.plan;
    output.diagnose(document.diagnostics, result.configuration.frame);
    await draw(document, flags, terminal, output);
    output.tell(refusalLines(document, flags['allow-incomplete']));
    return refusalCode(document, flags['allow-incomplete']) ?? exitCodes.ok;
  }
}

/** Undefined where the paths are configuration. */
async function planFiles(
  paths: readonly string[],
  flags: GraphFlags,
  terminal: Terminal,
): Promise<readonly [string, ...string[]] | undefined> {
  const given = [...(Object.keys(planningFlags) as (keyof typeof planningFlags)[]), 'snapshot' as const].filter(
    (name) => isGiven(flags[name]),
  );
  const found = await Promise.all(paths.map((path) => findPlanFile([path], terminal.cwd, given)));
  const [first, ...others] = found.filter((file) => file !== undefined);
  if (first === undefined) return undefined;
  if (others.length + 1 < paths.length) {
    throw new ConfigError(`${first} is a plan file, and other paths are configuration.`, {
      hint: 'Name plan files only, or configuration only.',
    });
  }
  return [first, ...others];
}

function isGiven(value: GraphFlags[keyof GraphFlags]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

async function draw(document: PlanDocument, flags: GraphFlags, terminal: Terminal, output: Output): Promise<void> {
  switch (flags.format) {
    case 'dot': {
      const { renderGraphDot } = await import('../render/graph-dot.js');
      return void terminal.stdout.write(renderGraphDot(document));
    }
    case 'mermaid': {
      const { exceedsMermaid, mermaidLimits, renderGraphMermaid } = await import('../render/graph-mermaid.js');
      const text = renderGraphMermaid(document);
      terminal.stdout.write(text);
      if (!exceedsMermaid(text)) return;
      const { characters, edges } = mermaidLimits;
      output.tell([
        [
          styled('yellow', 'warning'),
          `: Mermaid draws graphs of at most ${characters} characters and ${edges} arrows, unless its page is told to draw more.`,
        ],
        ['  ', styled('cyan', 'hint'), ': Draw it with --format dot, or parts of it with --org or -target.'],
      ]);
    }
  }
}
