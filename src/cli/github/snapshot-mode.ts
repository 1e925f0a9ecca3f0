import { ConfigError } from '../../errors.js';
import type { ActionContext } from './context.js';
import { appendOutputs } from './job-files.js';

/** Saves what is live, for plans where no credential may be. */
export async function snapshotMode({ inputs, terminal, orgwright }: ActionContext): Promise<number> {
  if (inputs.snapshot === undefined) {
    throw new ConfigError('Mode snapshot needs the input snapshot: the file to write.', {
      hint: 'Give `snapshot: live.json` below `with` in the workflow.',
    });
  }
  const { code } = await orgwright([
    ...['snapshot', '-no-color', `-out=${inputs.snapshot}`],
    ...inputs.organizations.map((name) => `--org=${name}`),
    ...inputs.flags,
    '--',
    ...inputs.paths,
  ]);
  await appendOutputs(terminal, { changes: 'false', exit_code: String(code) });
  return code;
}
