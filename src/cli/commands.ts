/** Every command, named once and loaded when it is run, so that each pays only for what it needs. */
import type { CommandClass } from './command.js';

export interface CommandEntry {
  readonly summary: string;
  /** Undefined for what a later version brings. */
  readonly load?: () => Promise<CommandClass>;
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  validate: {
    summary: 'Check the configuration without any connection',
    load: async () => (await import('./commands/validate.js')).Validate,
  },
  plan: {
    summary: 'Show what an apply would change, with every request',
    load: async () => (await import('./commands/plan.js')).Plan,
  },
  apply: {
    summary: 'Make the planned changes, after asking',
    load: async () => (await import('./commands/apply.js')).Apply,
  },
  drift: {
    summary: 'Tell how live differs from the configuration, and who owns what is extra',
    load: async () => (await import('./commands/drift.js')).Drift,
  },
  reveal: {
    summary: 'Fetch a live secret, such as a bypass link, into a file',
    load: async () => (await import('./commands/reveal.js')).Reveal,
  },
  sandbox: {
    summary: "Serve the vendors' APIs on this machine, to try things on",
    load: async () => (await import('./commands/sandbox.js')).Sandbox,
  },
  demo: {
    summary: 'See the main job end to end on a sandbox, in under a minute',
    load: async () => (await import('./commands/demo.js')).Demo,
  },
  schema: {
    summary: 'Print the JSON Schema of the configuration, for editors',
    load: async () => (await import('./commands/schema.js')).Schema,
  },
  version: {
    summary: 'Print the version',
    load: async () => (await import('./commands/version.js')).Version,
  },
  init: {
    summary: 'Write a first configuration, from flags or by asking',
    load: async () => (await import('./commands/init.js')).Init,
  },
  fmt: {
    summary: 'Format configuration files',
    load: async () => (await import('./commands/fmt.js')).Fmt,
  },
  show: {
    summary: 'Render saved plans',
    load: async () => (await import('./commands/show.js')).Show,
  },
  import: {
    summary: 'Write a live organization as YAML',
    load: async () => (await import('./commands/import.js')).Import,
  },
  snapshot: {
    summary: 'Save what is live, to plan from it without a credential',
    load: async () => (await import('./commands/snapshot.js')).Snapshot,
  },
  access: {
    summary: 'Tell who can log in where, how, with which roles',
    load: async () => (await import('./commands/access.js')).Access,
  },
  graph: {
    summary: 'Draw the order of a plan, as Mermaid or DOT',
    load: async () => (await import('./commands/graph.js')).Graph,
  },
  completion: {
    summary: 'Print a script with which the shell completes commands, flags and names',
    load: async () => (await import('./commands/completion.js')).Completion,
  },
};
