import type { FileHandle } from 'node:fs/promises';
import {
  chmod,
  constants,
  copyFile,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalHandle, OpenJournalHandle } from '#core/datastore/journal-file.ts';
import type { RecoveryNote } from '#core/datastore/datastore.ts';
import { putOp } from '#core/datastore/ops.ts';
import { verifyLibrary } from '#core/datastore/verify-library.ts';
import { createImageService } from '#core/images/image-service.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore } from '#tests/support/open-core.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aTopic } from '#tests/support/records.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { withoutRights } from '#tests/support/without-rights.ts';

const label = { key: 'topics.create', values: {} } as const;

describe('a folder of any name', () => {
  it.each([
    ['spaces', ' My  library (2026) '],
    ['emoji', '📚 Bücher 🏳️‍🌈'],
    ['signs', "Ann's #1 100% [draft] & {more}; $HOME"],
    ['250 characters', 'l'.repeat(250)],
  ])('holds a library: %s', async (_what, name) => {
    const dir = join(await temporaryFolder(), name);
    await createLibrary(libraryPaths(dir), { title: 'Odd', language: 'en' });
    const core = await openTestCore({ dir });
    const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
    const bytes = await makeImage();
    const use = { kind: 'hero', topicId } as const;
    await createImageService(core.context).add({ bytes, fileName: 'a.jpg', foundAt: null, use });
    await core.call('backups.create', {});
    await core.close();
    expect(await verifyLibrary(libraryPaths(dir))).toEqual([]);
    const datastore = await reopen(libraryPaths(dir));
    expect(Object.values(datastore.tables.topics).map(({ title }) => title)).toEqual(['Water']);
  });
});

describe.skipIf(process.platform === 'win32')('a folder that may not be written', () => {
  it('is refused with words that fit when it is opened, and opens once it may', async () => {
    const paths = await newLibrary();
    await chmod(dirname(paths.root), 0o755);
    await chmod(paths.root, 0o555);
    const before = await readdir(paths.root);
    await withoutRights(async () => {
      await expect(reopen(paths)).rejects.toMatchObject({
        code: 'storage',
        message: expect.stringContaining('Nothing was changed') as string,
        details: { reason: 'not-opened-read-only' },
      });
      expect(await verifyLibrary(paths)).toEqual([]);
    });
    expect(await readdir(paths.root)).toEqual(before);
    await chmod(paths.root, 0o755);
    await reopen(paths);
  });
});

it.each([
  ['ENOSPC', 'not-opened-full'],
  ['EROFS', 'not-opened-read-only'],
  ['EACCES', 'not-opened-read-only'],
  ['EIO', 'not-opened'],
])('tells %s as a failure to open, and leaves no lock behind', async (code, reason) => {
  const paths = await newLibrary();
  const openJournal = () => Promise.reject(Object.assign(new Error(code), { code }));
  await expect(reopen(paths, { openJournal })).rejects.toMatchObject({
    code: 'storage',
    details: { reason },
  });
  expect(await readdir(paths.root)).not.toContain(basename(paths.lock));
  await reopen(paths);
});

describe('a folder that goes away while the library is open', () => {
  it('refuses the edit instead of writing it into the void, and goes on when it is back', async () => {
    const { datastore, paths } = await openTestDatastore();
    await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Before' }))]);
    const away = `${paths.root}-away`;
    await rename(paths.root, away);
    const lost = datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Meanwhile' }))]);
    await expect(lost).rejects.toMatchObject({ code: 'storage', details: { reason: 'library-gone' } });
    await rename(away, paths.root);
    await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'After' }))]);
    await datastore.close();
    const titles = Object.values((await reopen(paths)).tables.topics).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['After', 'Before']);
  });

  it('refuses the edit when the folder was deleted', async () => {
    const { datastore, paths } = await openTestDatastore();
    await rm(paths.root, { recursive: true });
    await expect(datastore.commit(label, () => [putOp('topics', aTopic())])).rejects.toMatchObject({
      details: { reason: 'library-gone' },
    });
    expect(datastore.tables.topics).toEqual({});
  });

  it('refuses the edit when another program has put another journal there', async () => {
    const { datastore, paths } = await openTestDatastore();
    await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Before' }))]);
    await writeFile(`${paths.journal}.new`, 'what a service brought\n');
    await rename(`${paths.journal}.new`, paths.journal);
    await expect(datastore.commit(label, () => [putOp('topics', aTopic())])).rejects.toMatchObject({
      details: { reason: 'library-gone' },
    });
    await datastore.close();
    const titles = Object.values((await reopen(paths)).tables.topics).map(({ title }) => title);
    expect(titles).toEqual(['Before']);
  });
});

/** A journal on a drive that knows files by their path alone: each call goes to whatever lies there by then. */
const findsItsFileAnew: OpenJournalHandle = async (path) => {
  const within = async <Value>(work: (file: FileHandle) => Promise<Value>): Promise<Value> => {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT);
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  };
  await within(() => Promise.resolve());
  return {
    write: ((bytes: Uint8Array, offset: number, length: number, position: number) =>
      within((file) => file.write(bytes, offset, length, position))) as JournalHandle['write'],
    truncate: (length) => within((file) => file.truncate(length)),
    datasync: () => within((file) => file.datasync()),
    close: () => Promise.resolve(),
  };
};

describe('a journal that was replaced by a copy of itself', () => {
  const replaced = async (options: Parameters<typeof openTestDatastore>[0] = {}) => {
    const opened = await openTestDatastore(options);
    await opened.datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Before' }))]);
    const { journal } = opened.paths;
    await copyFile(journal, `${journal}.copy`);
    await rename(`${journal}.copy`, journal);
    return opened;
  };

  it('refuses the edit, which would go where nobody finds it', async () => {
    const { datastore, paths } = await replaced();
    const lost = datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Meanwhile' }))]);
    await expect(lost).rejects.toMatchObject({ code: 'storage', details: { reason: 'library-gone' } });
    await datastore.close();
    const titles = Object.values((await reopen(paths)).tables.topics).map(({ title }) => title);
    expect(titles).toEqual(['Before']);
  });

  it('takes it where the file is the same under another number, as some drives have it', async () => {
    const { datastore, paths } = await replaced({ openJournal: findsItsFileAnew });
    await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'After' }))]);
    await datastore.close();
    const titles = Object.values((await reopen(paths)).tables.topics).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['After', 'Before']);
  });
});

describe('versions that synchronizing services put beside the library', () => {
  const noteOf = (notes: readonly RecoveryNote[]) => notes.find(({ key }) => key === 'conflict-copy');

  it.each([
    "library (Ann's conflicted copy 2026-11-26).json",
    'library (conflicted copy).json',
    'library.sync-conflict-20261126-161700-ABCDEF2.json',
    'library_conflict-20261126-161700.json',
    'library.Conflict.json',
    'library (1).json',
    'library 2.json',
    'library-DESK-7.json',
    'journal (conflicted copy).ndjson',
  ])('are told of and left alone: %s', async (name) => {
    const paths = await newLibrary();
    await writeFile(join(paths.root, name), 'theirs');
    const datastore = await reopen(paths);
    expect(noteOf(datastore.recovery)).toEqual({ key: 'conflict-copy', values: { count: 1, file: name } });
    await datastore.close();
    expect(await readFile(join(paths.root, name), 'utf8')).toBe('theirs');
    expect(await verifyLibrary(paths)).toMatchObject([{ kind: 'conflict-copy', subject: name }]);
  });

  it('are not what Carrel or the curator keeps there', async () => {
    const paths = await newLibrary();
    for (const name of [
      'library.unreadable-2026-11-26T10-00-00.000Z.json',
      'library.changed-elsewhere-2026-11-26T10-00-00.000Z.json',
      'journal.before-restore-2026-11-26T10-00-00.000Z.ndjson',
      'library-notes.txt',
      'conflicts.json',
      'library old.json',
    ])
      await writeFile(join(paths.root, name), 'kept');
    expect((await reopen(paths)).recovery).toEqual([]);
  });
});

it('keeps its steps in order when the clock was set back', async () => {
  const paths = await newLibrary();
  const first = await reopen(paths, { clock: fakeClock('2026-11-26T12:00:00.000Z') });
  await first.commit(label, () => [putOp('topics', aTopic({ title: 'First' }))]);
  await first.close();
  const second = await reopen(paths, { clock: fakeClock('2019-01-01T00:00:00.000Z') });
  await second.commit(label, () => [putOp('topics', aTopic({ title: 'Second' }))]);
  await second.backUp();
  await second.close();
  const third = await reopen(paths);
  expect(third.steps().done.map(({ ops }) => ops.length)).toEqual([1, 1]);
  await third.undo();
  expect(Object.values(third.tables.topics).map(({ title }) => title)).toEqual(['First']);
});

it('removes what a killed process was writing, and nothing else', async () => {
  const paths = await newLibrary();
  const hash = 'a'.repeat(64);
  const derivatives = join(paths.cache, 'derivatives');
  const ours = [
    join(paths.root, 'library.json.0123456789ab.tmp'),
    join(paths.root, 'journal.corrupt-2026-11-26T10-00-00.000Z.ndjson.0123456789ab.tmp'),
    join(paths.images, `${hash}.jpg.0123456789ab.tmp`),
    join(paths.images, `${hash}.json.0123456789ab.tmp`),
    join(paths.evidence, `${hash}.pdf.0123456789ab.tmp`),
    join(paths.backups, 'library-2026-11-26T10-00-00.000Z.json.0123456789ab.tmp'),
    join(derivatives, `${hash}-640.webp.0123456789abcdef.tmp`),
  ];
  const others = [
    join(paths.root, 'notes.tmp'),
    join(paths.root, 'letter.json.0123456789ab.tmp'),
    join(paths.images, 'holiday.jpg.0123456789ab.tmp'),
    join(paths.images, `${hash}.jpg`),
    join(paths.evidence, 'scan.tmp'),
    join(paths.backups, 'mine.json.0123456789ab.tmp'),
  ];
  for (const folder of [paths.images, paths.evidence, paths.backups, derivatives])
    await mkdir(folder, { recursive: true });
  for (const path of [...ours, ...others]) await writeFile(path, 'half');
  await reopen(paths);
  const isThere = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );
  expect(await Promise.all(ours.map(isThere))).toEqual(ours.map(() => false));
  expect(await Promise.all(others.map(isThere))).toEqual(others.map(() => true));
  expect((await readdir(paths.root)).filter((name) => name.includes('letter'))).toHaveLength(1);
});
