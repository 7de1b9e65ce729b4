import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { acquireLock } from '#core/datastore/lock.ts';
import { startChild } from '#tests/support/child-process.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';

const owner = (fields: object): string =>
  JSON.stringify({
    pid: 4_000_000,
    startedAt: '2026-01-01T00:00:00.000Z',
    startMark: null,
    host: hostname(),
    kind: 'electron',
    ...fields,
  });

it('refuses to open a library that is open, naming the program, and lets go of it on close', async () => {
  const { datastore, paths } = await openTestDatastore({ hostKind: 'electron' });
  await expect(reopen(paths)).rejects.toMatchObject({
    code: 'locked',
    details: { reason: 'in-use', kind: 'electron', pid: process.pid },
  });
  await datastore.close();
  await reopen(paths);
});

it('refuses while another process has it, and takes over when that was killed', async () => {
  const paths = await newLibrary();
  const child = startChild('lock-holder.ts', [paths.lock]);
  await child.printed('locked');
  await expect(reopen(paths)).rejects.toMatchObject({
    code: 'locked',
    details: { kind: 'cli', pid: child.process.pid },
  });
  await child.kill();
  expect(await readdir(paths.root)).toContain('.lock');
  await reopen(paths);
  expect(await readFile(paths.lock, 'utf8')).toContain(`"pid":${process.pid}`);
});

it('takes over the lock of a process that is gone', async () => {
  const paths = await newLibrary();
  await writeFile(paths.lock, owner({}));
  await reopen(paths);
});

it.runIf(process.platform === 'linux')(
  'is not fooled by a process that has the same id by chance',
  async () => {
    const paths = await newLibrary();
    await writeFile(paths.lock, owner({ pid: process.pid, startMark: 'another-boot/12345' }));
    await reopen(paths);
  },
);

it('says which computer has the library open', async () => {
  const paths = await newLibrary();
  const text = owner({ host: 'reference-desk-2' });
  await writeFile(paths.lock, text);
  const error: unknown = await reopen(paths).catch((error_: unknown) => error_);
  expect(error).toMatchObject({
    code: 'locked',
    details: { reason: 'in-use-elsewhere', host: 'reference-desk-2', file: paths.lock },
  });
  expect(String(error)).toContain('reference-desk-2');
  expect(await readFile(paths.lock, 'utf8')).toBe(text);
});

it('takes over a lock file that was never finished, once it is old', async () => {
  const paths = await newLibrary();
  await writeFile(paths.lock, '{"pid":');
  await utimes(paths.lock, 1_700_000_000, 1_700_000_000);
  await reopen(paths);
});

it('lets only one of several take over a stale lock, however they interleave', async () => {
  const paths = await newLibrary();
  for (let round = 0; round < 20; round += 1) {
    await writeFile(paths.lock, owner({}));
    const attempts = Array.from({ length: 6 }, () => acquireLock(paths.lock, 'cli'));
    const results = await Promise.allSettled(attempts);
    const held = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
  }
  expect((await readdir(paths.root)).filter((name) => name.startsWith('.lock'))).toEqual([]);
});

it('does not remove a lock that is no longer its own', async () => {
  const { datastore, paths } = await openTestDatastore();
  const text = owner({ host: 'reference-desk-2' });
  await writeFile(paths.lock, text);
  await datastore.close();
  expect(await readFile(paths.lock, 'utf8')).toBe(text);
});
