import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { putOp } from '#core/datastore/ops.ts';
import { restoreBackup } from '#core/datastore/restore-backup.ts';
import { libraryPaths, type LibraryPaths } from '#core/library/paths.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aTopic } from '#tests/support/records.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const label = { key: 'topic.create', values: { title: 'Water' } };

/** What opening is refused with; the folder must be as it was, without a lock. */
const refusalOf = async (
  paths: LibraryPaths,
): Promise<{ code: string; details: Record<string, unknown> }> => {
  const before = await readdir(paths.root);
  const error: unknown = await reopen(paths).catch((error_: unknown) => error_);
  expect(await readdir(paths.root)).toEqual(before);
  const { code, details } = error as { code: string; details: Record<string, unknown> };
  return { code, details };
};

const bad = {
  empty: '',
  'not JSON': '{"formatVersion": 1, "seq"',
  'of another program': '{"name":"carrel","version":"1.0.0"}',
  'a list': '[1,2]',
  'without tables': '{"formatVersion":1,"seq":0}',
  'of a version that never was': '{"formatVersion":0,"seq":0,"tables":{}}',
};

it.each(Object.entries(bad))(
  'refuses a library.json that is %s, and leaves it alone',
  async (_what, text) => {
    const paths = await newLibrary();
    await writeFile(paths.snapshot, text);
    expect(await refusalOf(paths)).toMatchObject({
      code: 'file-format',
      details: { reason: 'unreadable-library-no-backup' },
    });
    expect(await readFile(paths.snapshot, 'utf8')).toBe(text);
  },
);

it('refuses bytes that are not UTF-8', async () => {
  const paths = await newLibrary();
  await writeFile(paths.snapshot, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
  expect(await refusalOf(paths)).toMatchObject({ code: 'file-format' });
});

it('refuses a record that is not valid, naming it', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.close();
  await writeFile(paths.snapshot, (await readFile(paths.snapshot, 'utf8')).replace('"draft"', '"drafty"'));
  const { code, details } = await refusalOf(paths);
  expect(code).toBe('file-format');
  expect(details['problem']).toMatch(/^tables\.topics\.0\.status: /);
});

it('refuses two records with one id', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.close();
  const text = await readFile(paths.snapshot, 'utf8');
  const line = text.split('\n').find((one) => one.includes('"slug"'));
  await writeFile(paths.snapshot, text.replace(String(line), `${line},\n${line}`));
  expect((await refusalOf(paths)).details['problem']).toContain('occurs twice');
});

it('refuses a newer format and says which version it is', async () => {
  const paths = await newLibrary();
  const text = (await readFile(paths.snapshot, 'utf8')).replace(/"formatVersion": \d+/, '"formatVersion": 7');
  await writeFile(paths.snapshot, text);
  expect(await refusalOf(paths)).toEqual({
    code: 'unsupported',
    details: { reason: 'newer-format', formatVersion: 7, supported: currentFormatVersion },
  });
  expect(await readFile(paths.snapshot, 'utf8')).toBe(text);
});

it('drops __proto__ keys instead of taking them over', async () => {
  const paths = await newLibrary();
  const text = (await readFile(paths.snapshot, 'utf8')).replace(
    '"seq": 0',
    '"__proto__": {"x": 1}, "seq": 0',
  );
  await writeFile(paths.snapshot, text);
  const datastore = await reopen(paths);
  expect(datastore.historyState().seq).toBe(0);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

it('says that there is no library in a folder without one', async () => {
  const paths = libraryPaths(await temporaryFolder());
  expect(await refusalOf(paths)).toMatchObject({ code: 'not-found', details: { reason: 'no-library' } });
  expect(await readdir(paths.root)).toEqual([]);
});

it('says that there is no library where there is no folder', async () => {
  const paths = libraryPaths(`${await temporaryFolder()}/nowhere`);
  await expect(reopen(paths)).rejects.toMatchObject({ code: 'not-found', details: { reason: 'no-library' } });
});

it('does not start empty when library.json is gone but its journal is there', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.close();
  await rm(paths.snapshot);
  await rm(paths.backups, { recursive: true });
  expect(await refusalOf(paths)).toMatchObject({
    code: 'file-format',
    details: { reason: 'unreadable-library-no-backup', problem: 'the file is missing' },
  });
});

it('names the newest backup that is good, and opens after it was restored', async () => {
  const clock = fakeClock('2026-05-01T09:00:00.000Z');
  const { datastore, paths } = await openTestDatastore({ clock });
  const topic = aTopic();
  await datastore.commit(label, () => [putOp('topics', topic)]);
  await datastore.close();
  clock.set('2026-05-02T09:00:00.000Z');
  await (await reopen(paths, { clock })).close();
  await writeFile(`${paths.backups}/library-2026-05-03T09-00-00.000Z.json`, 'broken too');
  await writeFile(paths.snapshot, 'broken');

  const { details } = await refusalOf(paths);
  expect(details).toMatchObject({
    reason: 'unreadable-library',
    backup: 'library-2026-05-02T09-00-00.000Z.json',
    backupAt: '2026-05-02T09:00:00.000Z',
  });
  const { kept } = await restoreBackup(paths, String(details['backup']), { clock });
  expect(kept).toEqual(['library.unreadable-2026-05-02T09-00-00.000Z.json']);
  expect(await readFile(`${paths.root}/${kept[0]}`, 'utf8')).toBe('broken');
  expect((await reopen(paths, { clock })).tables.topics).toEqual({ [topic.id]: topic });
});

it('brings back changes of the journal that follow on from the restored backup', async () => {
  const clock = fakeClock();
  const { datastore, paths } = await openTestDatastore({ clock });
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  const journal = await readFile(paths.journal);
  await datastore.close();
  await writeFile(paths.journal, journal);
  await writeFile(paths.snapshot, '');
  const [backup] = await readdir(paths.backups);
  await restoreBackup(paths, String(backup), { clock });
  const again = await reopen(paths, { clock });
  expect(Object.keys(again.tables.topics)).toHaveLength(1);
});

it('goes back to a backup of a good library and keeps what was there', async () => {
  const clock = fakeClock();
  const { datastore, paths } = await openTestDatastore({ clock });
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.close();
  const [backup] = await readdir(paths.backups);
  const { kept } = await restoreBackup(paths, String(backup), { clock });
  expect(kept).toEqual(['library.before-restore-2026-11-23T12-00-00.000Z.json']);
  expect(Object.keys((await reopen(paths, { clock })).tables.topics)).toEqual([]);
});

it('refuses a backup that is not there or cannot be read, and names that lead out of the folder', async () => {
  const { datastore, paths } = await openTestDatastore();
  const clock = fakeClock();
  await datastore.close();
  await writeFile(`${paths.backups}/library-2026-05-03T09-00-00.000Z.json`, 'broken');
  await expect(restoreBackup(paths, '../library.json', { clock })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    restoreBackup(paths, 'library-2026-05-03T09-00-00.000Z.json', { clock }),
  ).rejects.toMatchObject({ code: 'file-format', details: { reason: 'backup-not-readable' } });
});

it('does not restore into a library that is open', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.fold();
  const [backup] = await readdir(paths.backups);
  await expect(restoreBackup(paths, String(backup), { clock: fakeClock() })).rejects.toMatchObject({
    code: 'locked',
  });
});
