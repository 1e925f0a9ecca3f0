import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { configuration } from './support/organization.js';
import { runCli } from './support/run-cli.js';

const broken = configuration
  .replace('role: ORGANIZATION_MEMBER', 'role: ORGANIZATON_MEMBER')
  .replace('description:', 'descripton:');

describe('orgwright validate', () => {
  it('needs no connection and no secret', async () => {
    const cwd = await folder({ 'org.yaml': configuration });
    expect(await runCli(['validate'], { cwd })).toMatchObject({
      stdout: 'Valid: 1 organization in 1 file.\n',
      stderr: '',
      code: 0,
    });
  });

  it('shows every problem at once, with place, code frame, caret and the next step', async () => {
    const cwd = await folder({ 'org.yaml': broken });
    const { stdout, stderr, code } = await runCli(['validate', 'org.yaml'], { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^org\.yaml:12:\d+: error: .*ORGANIZATON_MEMBER/m);
    expect(stderr).toMatch(/^ +> 12 \| +bob@acme\.com: \{ role: ORGANIZATON_MEMBER \}\n +\| +\^$/m);
    expect(stderr).toMatch(/^ +hint: .*ORGANIZATION_MEMBER/m);
    expect(stderr).toMatch(/^org\.yaml:15:\d+: error: .*descripton/m);
  });

  it('prints the same as data in other formats', async () => {
    const cwd = await folder({ 'org.yaml': broken });
    const json = await runCli(['validate', '--format', 'json'], { cwd });
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ valid: false, error_count: 2, warning_count: 0 });
    expect((await runCli(['validate', '-json'], { cwd })).stdout).toBe(json.stdout);
    const github = await runCli(['validate', '--format=github'], { cwd });
    expect(github.stdout).toMatch(/^::error file=org\.yaml,line=12,col=\d+,title=[a-z-]+::/);
    expect(github.code).toBe(1);
    const sarif = JSON.parse((await runCli(['validate', '--format=sarif'], { cwd })).stdout) as {
      runs: { results: unknown[] }[];
    };
    expect(sarif.runs[0]?.results).toHaveLength(2);
  });

  it('fails where there is nothing to validate', async () => {
    const { stderr, code } = await runCli(['validate', 'none.yaml'], { cwd: await folder() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*none\.yaml/m);
  });
});
