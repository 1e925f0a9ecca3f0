/** examples/gitops-gitlab and examples/drift-cronjob: their files say what they should, and their commands work on the sandbox. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { servedSandbox } from './support/served-sandbox.js';

const example = (path: string): string => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));

interface GitlabJob {
  readonly stage: string;
  readonly rules: readonly { readonly if: string }[];
  readonly environment: { readonly name: string };
  readonly resource_group?: string;
  readonly script: readonly string[];
}

const pipeline = parse(await readFile(example('gitops-gitlab/.gitlab-ci.yml'), 'utf8')) as {
  readonly stages: readonly string[];
  readonly default: { readonly interruptible: boolean };
} & Readonly<Record<'plan' | 'apply' | 'drift', GitlabJob>>;

/** The command lines of orgwright, as a shell would hand them over. */
function commandsOf({ script }: GitlabJob): readonly (readonly string[])[] {
  return script
    .filter((line) => line.startsWith('orgwright '))
    .map((line) =>
      line
        .replace(/ >.*$/s, '')
        .replace(/"\$CI_\w+"/g, 'HEAD')
        .trim()
        .split(/\s+/)
        .slice(1),
    );
}

describe('examples/gitops-gitlab', () => {
  it('applies only what is merged, one after another, and never what a merge request brings', () => {
    const { plan, apply, drift, stages, default: all } = pipeline;
    expect(stages).toEqual([plan.stage, apply.stage, drift.stage]);
    expect(apply.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(plan.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(drift.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }]);
    expect(apply.resource_group).toBe('access');
    expect(drift.resource_group).toBe('access');
    expect(all.interruptible).toBe(false);
    const environments = [plan, apply, drift].map(({ environment }) => environment.name);
    expect(new Set(environments).size).toBe(3);
  });

  it('has commands that work: a plan, its apply, and then no drift', async () => {
    const { run } = await startGitlab();
    const [validate, plan] = commandsOf(pipeline.plan);
    const [apply] = commandsOf(pipeline.apply);
    const [drift] = commandsOf(pipeline.drift);
    if (validate === undefined || plan === undefined || apply === undefined || drift === undefined) throw new Error();
    expect((await run(validate)).code).toBe(0);
    const planned = await run(plan);
    expect(planned.code).toBe(0);
    expect(planned.stdout).toMatch(/^<!-- orgwright:plan:access -->\n/);
    expect((await run(drift)).code).toBe(2);
    const refused = await run(apply, { CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '7' });
    expect(refused.code).toBe(1);
    const applied = await run(apply, { CI_PIPELINE_SOURCE: 'push' });
    expect({ code: applied.code, status: (JSON.parse(applied.stdout) as { status: string }).status }).toEqual({
      code: 0,
      status: 'applied',
    });
    expect((await run(drift)).code).toBe(0);
  });

  it('keeps one note, and takes no note of somebody else for its own', async () => {
    const calls: string[] = [];
    const notes = [{ id: 1, author: { id: 9 }, body: '<!-- orgwright:plan:access -->\nforged' }];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        calls.push(`${method} ${url} ${String(headers['private-token'])}`);
        const { body } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { body?: string };
        if (method === 'POST' && body !== undefined) notes.push({ id: 2, author: { id: 5 }, body });
        const answer = method === 'GET' ? (url.endsWith('/user') ? { id: 5 } : notes) : {};
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const cwd = await folder({ 'plan.md': '<!-- orgwright:plan:access -->\n## Plan\n' });
    const env = {
      PATH: process.env['PATH'] ?? '',
      CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '7',
      NOTE_TOKEN: 'note-token',
    };
    const write = (more: Readonly<Record<string, string>> = env): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn('sh', [example('gitops-gitlab/note.sh'), 'plan.md'], { cwd, env: more, stdio: 'ignore' });
        child.on('close', resolve);
      });
    expect(await write({ PATH: env.PATH })).not.toBe(0);
    expect(calls).toEqual([]);
    expect(await write()).toBe(0);
    expect(await write()).toBe(0);
    const path = '/projects/3/merge_requests/7/notes';
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([
      `POST ${path} note-token`,
      `PUT ${path}/2 note-token`,
    ]);
    await writeFile(join(cwd, 'plan.md'), '');
    expect(await write()).not.toBe(0);
  });
});

async function startGitlab(): Promise<{
  readonly run: (argv: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Session>;
}> {
  const sandbox = await servedSandbox(await readFile(example('gitops-gitlab/world.yaml'), 'utf8'));
  const cwd = await folder();
  await cp(example('gitops-gitlab'), cwd, { recursive: true });
  return {
    run: (argv, env = {}) =>
      runInTerminal(argv, {
        cwd,
        env: { PATH: process.env['PATH'] ?? '', ...sandbox.env, ...env },
        answer: async () => undefined,
      }),
  };
}

interface PodSpec {
  readonly restartPolicy: string;
  readonly automountServiceAccountToken: boolean;
  readonly serviceAccountName: string;
  readonly securityContext: object;
  readonly containers: readonly [
    { readonly args: readonly string[]; readonly securityContext: object; readonly resources: object },
  ];
}

interface JobSpec {
  readonly backoffLimit?: number;
  readonly backoffLimitPerIndex?: number;
  readonly completionMode?: string;
  readonly completions?: number;
  readonly template: { readonly spec: PodSpec };
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
  readonly spec: JobSpec & { readonly concurrencyPolicy: string; readonly jobTemplate: { readonly spec: JobSpec } };
}

async function manifests(name: string): Promise<readonly Manifest[]> {
  const documents = parseAllDocuments(await readFile(example(`drift-cronjob/${name}`), 'utf8'));
  return documents.map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });
}

const cron = await manifests('drift.yaml');
const indexed = await manifests('drift-indexed.yaml');
const ofKind = (kind: string): Manifest => {
  const found = [...cron, ...indexed].find((manifest) => manifest.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

const schema = JSON.parse(
  await readFile(fileURLToPath(new URL('../support/schemas/kubernetes.schema.json', import.meta.url)), 'utf8'),
) as { readonly $defs: object };

/** What Kubernetes would say of it: nothing, or the first things that are wrong. */
function problemsOf(manifest: Manifest): readonly string[] {
  const ajv = new Ajv2020({ strict: false, discriminator: false, allErrors: true });
  const validate = ajv.compile({ $ref: `#/$defs/${manifest.kind}`, $defs: schema.$defs });
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('examples/drift-cronjob', () => {
  it.each([...cron, ...indexed].map((manifest) => [manifest.kind, manifest] as const))(
    'has a %s as the schema of Kubernetes wants it',
    (_, manifest) => {
      expect(problemsOf(manifest)).toEqual([]);
      expect(problemsOf({ ...manifest, sepc: {} } as Manifest)).toEqual([' must NOT have additional properties']);
    },
  );

  it('is held to that schema in what is nested deeply, too', () => {
    const job = structuredClone(ofKind('Job'));
    Object.assign(job.spec.template.spec.containers[0], { image: 7, volumeMount: [] });
    Object.assign(job.spec, { backoffLimit: 'none' });
    expect(problemsOf(job)).toEqual([
      '/spec/backoffLimit must be integer',
      '/spec/template/spec/containers/0 must NOT have additional properties',
      '/spec/template/spec/containers/0/image must be string',
    ]);
  });

  it.each([
    ['the CronJob', ofKind('CronJob').spec.jobTemplate.spec],
    ['the Indexed Job', ofKind('Job').spec],
  ])(
    '%s tries nothing twice, and may do nothing in the cluster',
    (_, { backoffLimit, backoffLimitPerIndex, template }) => {
      expect(backoffLimit ?? backoffLimitPerIndex).toBe(0);
      const { spec } = template;
      expect(spec).toMatchObject({
        restartPolicy: 'Never',
        automountServiceAccountToken: false,
        serviceAccountName: 'orgwright-drift',
        securityContext: { runAsNonRoot: true },
      });
      expect(spec.containers[0]).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { requests: {}, limits: {} },
      });
    },
  );

  it('runs one at a time, and as many shards as completions', () => {
    expect(ofKind('CronJob').spec.concurrencyPolicy).toBe('Forbid');
    const { completionMode, completions, template } = ofKind('Job').spec;
    expect(completionMode).toBe('Indexed');
    expect(template.spec.containers[0].args).toContain(`--shard=/${completions ?? 0}`);
  });

  it('finds the files as Kubernetes mounts a ConfigMap, and drift by its exit code', async () => {
    const sandbox = await servedSandbox(`
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      users:
        - { email: alice@acme.com, role: ORGANIZATION_OWNER }
        - { email: bob@acme.com, role: ORGANIZATION_OWNER }
`);
    const top = await folder({ token: sandbox.env['ASTRO_API_TOKEN'] ?? '' });
    const config = join(top, 'config');
    // A folder by the time, a link to it, and links into that for each file.
    await mkdir(join(config, '..2026_06_01'), { recursive: true });
    const text = ofKind('ConfigMap').data['org.yaml'] ?? '';
    const token = '/run/secrets/orgwright/astro-token';
    expect(text).toContain(token);
    const write = (yaml: string): Promise<void> =>
      writeFile(join(config, '..2026_06_01/org.yaml'), yaml.replace(token, join(top, 'token')));
    await write(text);
    await symlink('..2026_06_01', join(config, '..data'));
    await symlink('..data/org.yaml', join(config, 'org.yaml'));
    const run = (args: readonly string[], index = '0'): Promise<Session> =>
      runInTerminal(
        args.map((word) => (word === '/config' ? config : word)),
        { cwd: top, env: { ...sandbox.env, JOB_COMPLETION_INDEX: index }, answer: async () => undefined },
      );
    const [{ args }] = ofKind('CronJob').spec.jobTemplate.spec.template.spec.containers;
    const same = await run(args);
    expect({ code: same.code, stderr: same.stderr }).toEqual({ code: 0, stderr: '' });
    await write(text.replace('bob@', 'eve@'));
    expect((await run(args)).code).toBe(2);
    const [{ args: ofShard }] = ofKind('Job').spec.template.spec.containers;
    const codes: number[] = [];
    for (let index = 0; index < (ofKind('Job').spec.completions ?? 0); index += 1) {
      codes.push((await run(ofShard, String(index))).code);
    }
    expect(codes.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
  });
});
