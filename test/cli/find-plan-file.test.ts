import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlanFile } from '../../src/cli/find-plan-file.js';
import { folder } from './support/folder.js';

const configuration = '{ "orgwright": 1, "organizations": {} }';
const spread = '{\n  "organizations": {},\n  "orgwright": 1\n}';
/** A workspace may have our name; printed, it stands where a marker would. */
const plan = '{\n  "format_version": "1.0",\n  "workspaces": {\n    "orgwright": "WORKSPACE_OWNER"\n  }\n}';

describe('findPlanFile', () => {
  it.each([
    ['plan.json', plan, 'plan.json'],
    ['plan', plan, 'plan'],
    ['tfplan.bin', '\u0000\u0001', 'tfplan.bin'],
    ['empty.json', '', 'empty.json'],
    ['org.json', configuration, undefined],
    ['org.json', spread, undefined],
    ['org.yaml', 'orgwright: 1\n', undefined],
    ['plan.yaml', plan, undefined],
    ['plan.YML', plan, undefined],
    ['org', 'orgwright: 1\n', undefined],
  ])('of %s with %j', async (name, text, found) => {
    const cwd = await folder({ [name]: text });
    expect(await findPlanFile([name], cwd, [])).toBe(found);
    expect(await findPlanFile([join(cwd, name)], '/', [])).toBe(found === undefined ? undefined : join(cwd, name));
  });

  it('is no folder, whatever its name, and nothing that is not there', async () => {
    const cwd = await folder({ 'org.yaml': 'orgwright: 1\n' });
    await mkdir(join(cwd, 'plan.json'));
    expect(await findPlanFile(['plan.json', 'none.json', '.'], cwd, [])).toBeUndefined();
    expect(await findPlanFile([], cwd, ['org'])).toBeUndefined();
  });

  it('stands alone, and nothing else has a say', async () => {
    const cwd = await folder({ 'plan.json': plan, 'org.yaml': 'orgwright: 1\n' });
    await expect(findPlanFile(['org.yaml', 'plan.json'], cwd, [])).rejects.toThrow('plan.json is a plan file');
    await expect(findPlanFile(['plan.json', 'plan.json'], cwd, [])).rejects.toThrow('is applied alone');
    await expect(findPlanFile(['plan.json'], cwd, ['target'])).rejects.toThrow('-target decides what is planned');
    expect(await findPlanFile(['org.yaml'], cwd, ['target'])).toBeUndefined();
  });
});
