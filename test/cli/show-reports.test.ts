import { expect, it } from 'vitest';
import type { ApplyReport } from '../../src/apply/report.js';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';

function report(organization: string, status: ApplyReport['status'], done: number, failed: number): ApplyReport {
  const outcomes = [
    ...Array.from({ length: done }, () => 'done' as const),
    ...Array.from({ length: failed }, () => 'failed' as const),
  ];
  return {
    plan_digest: `sha256:${organization}`,
    status,
    counts: { done, failed, skipped: 0, substituted: 0 },
    operations: outcomes.map((outcome, index) => ({
      id: String(index + 1),
      organization,
      method: 'POST',
      path: `/v1/${organization}`,
      addresses: [`${organization}/settings`],
      status: outcome,
      ...(outcome === 'failed' && { detail: 'Not allowed.' }),
    })),
    manual_steps: [],
  };
}

async function show(files: Readonly<Record<string, unknown>>, ...flags: string[]): Promise<Session> {
  const texts = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]);
  const cwd = await folder(Object.fromEntries(texts) as Record<string, string>);
  const argv = ['show', '-no-color', ...flags, ...Object.keys(files)];
  return runInTerminal(argv, { cwd, env: {}, answer: async () => undefined });
}

it('shows the reports of several shards as one', async () => {
  const files = { a: report('a', 'applied', 2, 0), b: report('b', 'failed', 0, 1), c: report('c', 'applied', 0, 0) };
  const { code, stdout, stderr } = await show(files);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/ {2}3 {2}failed {7}POST \/v1\/b {2}# b\/settings\n +Not allowed\./);
  expect(stdout).toContain('Applied in part: 3 requests: 2 done, 1 failed.');
  const json = JSON.parse((await show(files, '-json')).stdout) as ApplyReport;
  expect(json).toMatchObject({ status: 'partial', counts: { done: 2, failed: 1, skipped: 0, substituted: 0 } });
  expect(json.operations.map(({ id, organization }) => `${id} ${organization}`)).toEqual(['1 a', '2 a', '3 b']);
  expect(json.plan_digest).toMatch(/^sha256:[0-9a-f]{64}$/);
});

it.each<[ApplyReport['status'][], ApplyReport['status'], number]>([
  [['applied', 'applied'], 'applied', 1],
  [['failed', 'failed'], 'failed', 0],
  [['failed', 'applied'], 'failed', 0],
  [['failed', 'applied'], 'partial', 1],
  [['partial', 'applied'], 'partial', 0],
  [['partial', 'interrupted'], 'interrupted', 1],
])('of %j makes %s', async (statuses, expected, done) => {
  const files = statuses.map((status, index) => [`${index}`, report(`org-${index}`, status, done, 0)]);
  const { stdout } = await show(Object.fromEntries(files) as Record<string, unknown>, '-json');
  expect((JSON.parse(stdout) as ApplyReport).status).toBe(expected);
});

it('shows one report as it is, and keeps keys that it does not know', async () => {
  const one = { ...report('a', 'applied', 1, 0), later: true };
  expect(JSON.parse((await show({ a: one }, '-json')).stdout)).toEqual(one);
});

it.each([
  ['of one organization twice', { a: report('a', 'applied', 1, 0), b: report('a', 'applied', 1, 0) }, /speak of a\./],
  ['together with something else', { a: report('a', 'applied', 1, 0), b: { format_version: '1.0' } }, /b is no report/],
  [
    'misshapen',
    { a: { ...report('a', 'applied', 1, 0), operations: [{ id: 7 }] } },
    /operations\[0\]\.id is not a text/,
  ],
  ['without a list', { a: { ...report('a', 'applied', 1, 0), operations: 7 } }, /operations is not a list/],
])('refuses reports %s', async (_, files, message) => {
  const { code, stdout, stderr } = await show(files);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
});

it('has no other format for reports', async () => {
  const { code, stderr } = await show({ a: report('a', 'applied', 1, 0) }, '--format=html');
  expect(code).toBe(1);
  expect(stderr).toContain('A report is shown as text or JSON, not as html.');
});
