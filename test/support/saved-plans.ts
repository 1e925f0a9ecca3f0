/** `plan -out` and `apply FILE` against a test bed: a real file, opened as the command opens it; only the network is the bed's. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { ApplyReport } from '../../src/apply/report.js';
import { checkSaved } from '../../src/cli/check-saved.js';
import { findPlanFile } from '../../src/cli/find-plan-file.js';
import { readEnvironment } from '../../src/cli/environment.js';
import { packageVersion } from '../../src/cli/package-root.js';
import { jsonText } from '../../src/cli/render/json-text.js';
import { savedContent } from '../../src/cli/save-plan.js';
import { openSavedPlan } from '../../src/cli/saved-planning.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import type { Connection } from '../../src/core/provider.js';
import { encodePlan } from '../../src/plan-file/encode.js';
import type { PlanChoices, Prepared, TestBed } from './test-bed.js';

type Variables = Readonly<Record<string, string>>;

export interface SavedFile {
  /** What stands in the file; undefined where nothing may be applied. */
  readonly text: string | undefined;
  readonly document: PlanDocument;
}

function terminalAt(cwd: string, env: Variables): Terminal {
  return {
    env,
    cwd,
    program: 'orgwright',
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    untilInterrupted: (work) => work(new AbortController().signal),
  };
}

export async function savePlanOf(
  bed: TestBed,
  config: object,
  choices: PlanChoices & { readonly key?: string } = {},
): Promise<SavedFile> {
  const prepared = await bed.prepare(config, choices);
  const { document } = prepared.plan;
  return { document, text: document.applyable ? savedText(prepared, choices) : undefined };
}

function savedText(
  { plan, mirrors, options, loaded, organizations }: Prepared,
  { allowIncomplete = false, key }: PlanChoices & { readonly key?: string },
): string {
  const configuration = { loaded, organizations };
  const environment = readEnvironment(terminalAt('/', {}));
  const content = savedContent({ plan, mirrors, options, configuration }, environment, allowIncomplete);
  const document = { ...plan.document, orgwright_version: packageVersion() };
  return jsonText(encodePlan({ document, content }, key));
}

/** Throws as the command does where it refuses; nothing of the configuration is at hand. */
export async function applySavedText(bed: TestBed, text: string | Buffer, env: Variables = {}): Promise<ApplyReport> {
  const cwd = await mkdtemp(join(tmpdir(), 'orgwright-saved-'));
  try {
    await writeFile(join(cwd, 'plan.json'), text);
    const file = (await findPlanFile(['plan.json'], cwd, [])) ?? 'taken for configuration';
    const saved = await openSavedPlan(terminalAt(cwd, env), file);
    const connections = new Map<string, Connection>();
    for (const { name, settings, type } of saved.content.connections)
      connections.set(name, await bed.open(settings, 'write', type));
    const of = (provider: string): Connection => {
      const connection = connections.get(provider);
      if (connection === undefined) throw new Error(`no connection ${provider}`);
      return connection;
    };
    const plan = await checkSaved(saved, { of: ({ desired }) => of(desired.provider) });
    const byOrganization = new Map(saved.organizations.map(({ desired }) => [desired.name, of(desired.provider)]));
    return (await bed.run(plan, byOrganization)).report;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Writes so far, without the ids that each sandbox makes up; in no order, for several are under way at once. */
export async function sortedWrites(bed: TestBed): Promise<readonly string[]> {
  const { list } = await bed.requests();
  return list
    .filter(({ method, path }) => method !== 'GET' && method !== 'HEAD' && !/\/oauth\/|\/\.search/.test(path))
    .map(({ method, path, status }) => `${status} ${method} ${path.replace(/\b(?=\w*\d)[\w-]{16,}\b/g, '*')}`)
    .sort();
}
