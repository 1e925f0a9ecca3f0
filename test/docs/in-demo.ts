/** Runs commands on the organizations of the demo as it finds them, in this process. */
import { demoConfiguration } from '../../src/cli/demo/demo-configuration.js';
import { demoWorld } from '../../src/cli/demo/demo-world.js';
import { folder } from '../cli/support/folder.js';
import { runInTerminal, type Session } from '../cli/support/in-process.js';
import { servedSandbox } from '../cli/support/served-sandbox.js';

export async function inDemo(): Promise<(argv: readonly string[]) => Promise<Session>> {
  const { env } = await servedSandbox(demoWorld);
  const cwd = await folder({ 'org.yaml': demoConfiguration });
  return (argv) => runInTerminal([...argv, '-no-color'], { cwd, env, answer: () => Promise.resolve(undefined) });
}
