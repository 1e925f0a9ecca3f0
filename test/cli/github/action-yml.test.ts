import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputVariable } from '../../../src/cli/github/inputs.js';
import { token } from '../../support/github-stand-in.js';
import { folder } from '../support/folder.js';
import { configuration } from '../support/organization.js';
import { bash, type Ended } from './bash.js';
import { workflow } from './workflow.js';

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

interface ActionStep {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as Action;
const reference = await readFile(join(root, 'examples/gitops-github/README.md'), 'utf8');
const { steps } = action.runs;

/** What the runner puts in the place of `${{ inputs.NAME }}`. */
function withInputs(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(
    /^\$\{\{ inputs\.([\w-]+) \}\}$/,
    (_, name: string) => given[name] ?? action.inputs[name]?.default ?? '',
  );
}

describe('action.yml', () => {
  it('says what each input and output is, and hands every input over', () => {
    const { env = {} } = steps.at(-1) ?? {};
    const handed = Object.keys(action.inputs).map((name) => [inputVariable(name), `\${{ inputs.${name} }}`]);
    expect(env).toEqual(Object.fromEntries(handed));
    for (const [name, { description, default: value }] of Object.entries(action.inputs)) {
      expect(description, name).toMatch(/^\S[^]+\S$/);
      expect(typeof value, name).toBe('string');
    }
    for (const [name, { description, value }] of Object.entries(action.outputs)) {
      expect(description, name).not.toBe('');
      expect(value).toBe(`\${{ steps.run.outputs.${name.replaceAll('-', '_')} }}`);
    }
  });

  it('puts nothing that others wrote into a script, and takes no action of others', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of steps) {
      expect(Object.keys(step).filter((key) => !['name', 'id', 'shell', 'env', 'run'].includes(key))).toEqual([]);
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
    }
  });

  it.each(steps.map((step) => [step.name, step.run]))('has a script that parses: %s', async (_, script) => {
    expect(await bash(script, {}, ['-n'])).toEqual({ code: 0, log: '' });
  });

  it('says which Node it needs where there is another', async () => {
    const old = await folder({ node: '#!/bin/sh\nexit 1\n' });
    await chmod(join(old, 'node'), 0o755);
    const { code, log } = await bash(steps[0]?.run ?? '', { PATH: `${old}:/usr/bin:/bin` });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error title=orgwright needs Node 20\.19 or later::Put actions\/setup-node /);
    const path = { PATH: process.env['PATH'] ?? '' };
    expect(await bash(steps[0]?.run ?? '', path)).toEqual({ code: 0, log: '' });
  });

  it('runs as it stands: a plan is commented, and the token is nowhere to be had', async () => {
    const { environment, files, github, write } = await workflow();
    const injected = '"; echo injected; $(echo injected) `echo injected` \'';
    const given = { 'comment-key': injected, 'github-token': token };
    const base = await environment({});
    const runner = Object.fromEntries(Object.entries(base).filter(([name]) => !name.startsWith('INPUT_')));
    const runAll = async (): Promise<Ended> => {
      let log = '';
      for (const { run, env = {} } of steps) {
        const inputs = Object.entries(env).map(([name, text]) => [name, withInputs(text, given)]);
        const more = { PATH: process.env['PATH'] ?? '', GITHUB_ACTION_PATH: root };
        const ended = await bash(run, { ...runner, ...more, ...Object.fromEntries(inputs) } as Record<string, string>);
        log += ended.log;
        if (ended.code !== 0) return { ...ended, log };
      }
      return { code: 0, log };
    };
    const { code, log } = await runAll();
    expect(code, log).toBe(0);
    expect(github.issues[0]?.comments[0]?.body).toMatch(
      /^<!-- orgwright:plan:_+echo_injected[\w-]+ -->\n## Plan: 0 to add, 1/,
    );
    expect((await files()).outputs).toMatchObject({ changes: 'true', exit_code: '0' });
    expect(log).not.toMatch(/^injected/m);
    await write('org.yaml', configuration.replace('{ env: ASTRO_API_TOKEN }', '{ env: INPUT_GITHUB_TOKEN }'));
    const stolen = await runAll();
    expect(stolen.code).toBe(1);
    expect(stolen.log).not.toContain(token);
    expect(stolen.log).toContain('The environment variable INPUT_GITHUB_TOKEN is not set.');
  });
});

describe('the reference of the action', () => {
  it.each(Object.keys(action.inputs))('tells of the input %s', (name) => {
    expect(reference).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });

  it.each(Object.keys(action.outputs))('tells of the output %s', (name) => {
    expect(reference).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });
});
