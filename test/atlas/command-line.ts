/** The command line against a sandbox on a port, as a pipeline uses it: YAML in a folder, JSON out. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ApplyReport } from '../../src/apply/report.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { folder } from '../cli/support/folder.js';
import { runInTerminal, type Session } from '../cli/support/in-process.js';
import { servedSandbox } from '../cli/support/served-sandbox.js';
import { federationId, type Fields } from './acme.js';

export interface CommandLine {
  run(argv: readonly string[], config: object, answer?: () => Promise<string>): Promise<Session>;
  /** Applies from another folder, as somebody else would. */
  elsewhere(config: object): Promise<void>;
  plan(config: object, ...flags: readonly string[]): Promise<PlanDocument>;
  /** Applies, and checks that nothing is left to do. Returns the writes, shortened. */
  apply(config: object, ...flags: readonly string[]): Promise<readonly string[]>;
  report(config: object, ...flags: readonly string[]): Promise<ApplyReport>;
  /** What a person does in the Atlas console. */
  console(action: string, more: Fields): Promise<void>;
  connection(organization: string): Promise<Fields>;
  identityProvider(name: string): Promise<Fields>;
  organization(id: string): Promise<Fields>;
  writes(): Promise<readonly string[]>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
}

export async function commandLine(world: unknown, env: Readonly<Record<string, string>> = {}): Promise<CommandLine> {
  const sandbox = await servedSandbox(stringify(world));
  const cwd = await folder();
  const variables = { ...sandbox.env, ORGWRIGHT_ATLAS_ENDPOINT: sandbox.url, ...env };
  const federation = async (): Promise<Record<string, Record<string, Fields>>> => {
    const { atlas } = (await sandbox.control('GET', 'state')) as {
      atlas: { federations: Record<string, Record<string, Record<string, Fields>>> };
    };
    return atlas.federations[federationId] ?? {};
  };
  const cli: CommandLine = {
    run: async (argv, config, answer = async () => 'no') => {
      await writeFile(join(cwd, 'org.yaml'), stringify(config, { aliasDuplicateObjects: false }));
      return runInTerminal(argv, { cwd, env: variables, answer });
    },
    elsewhere: async (config) => {
      const other = await folder({ 'org.yaml': stringify(config, { aliasDuplicateObjects: false }) });
      // From another machine, where the lock of this one does not hold.
      await runInTerminal(['apply', '-auto-approve', '-lock=false'], {
        cwd: other,
        env: variables,
        answer: async () => 'no',
      });
    },
    plan: async (config, ...flags) => {
      const { stdout, stderr } = await cli.run(['plan', '-json', ...flags], config);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as PlanDocument;
    },
    report: async (config, ...flags) => {
      const { stdout, stderr } = await cli.run(['apply', '-auto-approve', '-json', ...flags], config);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as ApplyReport;
    },
    apply: async (config, ...flags) => {
      await cli.writes();
      const { code, stdout, stderr } = await cli.run(['apply', '-auto-approve', ...flags], config);
      if (code !== 0) throw new Error(`${code}\n${stdout}\n${stderr}`);
      const writes = await cli.writes();
      const again = await cli.plan(config);
      if (again.operations.length > 0) throw new Error(`not converged: ${JSON.stringify(again.operations, null, 1)}`);
      return writes;
    },
    console: async (action, more) => {
      await sandbox.control('POST', 'console', { federation: federationId, action, ...more });
    },
    connection: async (organization) => (await federation())['connectedOrganizations']?.[organization] ?? {},
    identityProvider: async (name) => (await federation())['identityProviders']?.[name] ?? {},
    organization: async (id) => {
      const { atlas } = (await sandbox.control('GET', 'state')) as { atlas: { organizations: Record<string, Fields> } };
      return atlas.organizations[id] ?? {};
    },
    writes: async () =>
      (await sandbox.takeWrites())
        .filter((write) => !write.includes('/api/oauth/'))
        .map((write) => write.replace('/api/atlas/v2', '').replace(/[0-9a-f]{24}/g, '*')),
    control: (method, path, body) => sandbox.control(method, path, body),
  };
  return cli;
}
