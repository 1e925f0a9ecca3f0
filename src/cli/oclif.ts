/**
 * What is used of oclif. The only file that imports it.
 *
 * Measured with `validate` of a small file (CPU, medians of 25 runs, bundled): 18 ms for its parser and flags, 30 for its
 * `Command` too, 20 with what only plugins and templates need left out (bundle.mjs); `Config.load`, which reads a manifest
 * and looks for plugins, takes 100. So commands are oclif commands, `commands.ts` finds them instead of `Config.load`, and
 * help is ours: oclif's tells of `--flag` only.
 */
import { Config } from '@oclif/core/config';
import type { Hook, Hooks } from '@oclif/core/interfaces';

export * as Args from '@oclif/core/args';
export { Command } from '@oclif/core/command';
export * as Flags from '@oclif/core/flags';
export type { ArgInput, FlagInput, Input, ParserOutput } from '@oclif/core/interfaces';

/** Not loaded: there are no plugins, and so nobody who hooks in. */
class UnloadedConfig extends Config {
  override bin = 'orgwright';
  override runHook<T extends keyof Hooks, P extends Hooks = Hooks>(): Promise<Hook.Result<P[T]['return']>> {
    return Promise.resolve({ successes: [], failures: [] });
  }
}

export const config: Config = new UnloadedConfig({ root: import.meta.dirname });
