import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.js';

describe('orgwright demo', () => {
  it('plans, applies, plans again to no changes, and says what to try next', async () => {
    // A shell that is set up for something else must not matter.
    const env = { ORGWRIGHT_ASTRO_ENDPOINT: 'https://api.astronomer.io', ORGWRIGHT_TYPO: '1', ASTRO_API_TOKEN: 'real' };
    const { stdout, stderr, code } = await runCli(['demo'], { env });
    expect(code).toBe(0);
    const warnings = stderr.split('\n').filter((line) => line.startsWith('warning'));
    expect(warnings).toHaveLength(3);
    for (const line of warnings)
      expect(line).toContain('The signing certificate of the identity provider acme-okta expires on');
    const [, plan = '', apply = '', again = ''] = stdout.split(/^\d\. .*\n/m);
    expect(plan).toMatch(/Plan: 2 to add, 3 to change, 2 to destroy\.\n/);
    expect(apply).toContain('Apply complete: 9 requests: 9 done.');
    expect(apply).not.toContain('Plan:');
    expect(again).toMatch(/^\$ orgwright plan\n\nNo changes\./);
    expect(again).toContain('Try next');
    const folder = /cd (\S+)/.exec(again)?.[1] ?? '';
    expect((await runCli(['validate', folder])).code).toBe(0);
    await rm(folder, { recursive: true });
  });
});
