import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Holder } from '../../../src/cli/lock/holder.js';
import { takeLocks, type LockOptions } from '../../../src/cli/lock/lock.js';

const target = { organization: 'acme', type: 'astro', id: 'o1', endpoint: undefined };

async function setting(): Promise<{
  readonly folder: string;
  readonly options: (more?: Partial<LockOptions>) => LockOptions;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'orgwright-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  let clock = 0;
  return {
    folder: join(folder, 'orgwright'),
    options: (more = {}) => ({
      env: { XDG_RUNTIME_DIR: folder },
      timeout: 0,
      command: 'orgwright apply',
      onWait: () => undefined,
      now: () => clock,
      sleep: (milliseconds) => {
        clock += milliseconds;
        return Promise.resolve();
      },
      ...more,
    }),
  };
}

it('is held by one, who is named to the other with exit code 12, and is gone after', async () => {
  const { folder, options } = await setting();
  const release = await takeLocks([target], options());
  await expect(takeLocks([target], options())).rejects.toMatchObject({
    exitCode: 12,
    message: expect.stringMatching(
      /^acme is locked: `orgwright apply` of .+ on .+ \(process \d+\) holds it since /,
    ) as string,
  });
  await (
    await takeLocks([{ ...target, id: 'o2' }], options())
  )();
  await release();
  expect(await readdir(folder)).toEqual([]);
});

it('is waited for as long as asked', async () => {
  const { options } = await setting();
  const release = await takeLocks([target], options());
  let waits = 0;
  const told: string[] = [];
  const waiting = options({
    timeout: 60_000,
    onWait: ({ organization }: Holder) => told.push(organization),
    sleep: async () => {
      waits += 1;
      if (waits === 3) await release();
    },
  });
  await (
    await takeLocks([target], waiting)
  )();
  expect({ waits, told }).toEqual({ waits: 3, told: ['acme'] });
});

it('is taken over from a dead process by one only', async () => {
  const { folder, options } = await setting();
  const dead = await takeLocks([target], options());
  const [file = ''] = await readdir(folder);
  const holder = JSON.parse(await readFile(join(folder, file), 'utf8')) as Holder;
  // The process id lives, but is another process's now.
  await writeFile(join(folder, file), JSON.stringify({ ...holder, started: '1' }));
  const heirs = await Promise.allSettled(Array.from({ length: 8 }, () => takeLocks([target], options())));
  expect(heirs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const heir of heirs) if (heir.status === 'fulfilled') await heir.value();
  await dead();
  expect(await readdir(folder)).toEqual([]);
});

it('is not taken where it cannot be read', async () => {
  const { folder, options } = await setting();
  const release = await takeLocks([target], options());
  const [file = ''] = await readdir(folder);
  await release();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), 'something else');
  await expect(takeLocks([target], options())).rejects.toMatchObject({ exitCode: 12 });
});
