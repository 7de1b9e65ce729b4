import { readFile, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putOp } from '#core/datastore/ops.ts';
import { repairLibrary } from '#core/datastore/repair-library.ts';
import { verifyLibrary } from '#core/datastore/verify-library.ts';
import { createImageService } from '#core/images/image-service.ts';
import { libraryPaths, type LibraryPaths } from '#core/library/paths.ts';
import { systemIds } from '#core/system.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { openTestCore } from '#tests/support/open-core.ts';
import { reopen } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { createLibrary } from '#core/library/create-library.ts';

const needs = () => ({ clock: fakeClock(), ids: systemIds, logger: memoryLogger() });

/** A closed library with a topic, a picture in it, and an entry. */
const closedLibrary = async (): Promise<LibraryPaths> => {
  const paths = libraryPaths(join(await temporaryFolder(), 'library'));
  await createLibrary(paths, { title: 'Rivers', language: 'en' });
  const core = await openTestCore({ dir: paths.root });
  const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
  await createImageService(core.context).add({
    bytes: await makeImage(),
    fileName: 'river.jpg',
    foundAt: null,
    use: { kind: 'hero', topicId },
  });
  await core.call('resources.create', { fields: { title: 'A guide' }, topicId, sectionId: null });
  await core.close();
  return paths;
};

const kinds = async (paths: LibraryPaths) => (await verifyLibrary(paths)).map(({ kind }) => kind);

it('finds nothing wrong with a sound library and changes nothing in it', async () => {
  const paths = await closedLibrary();
  const before = await readdir(paths.root, { recursive: true });
  expect(await verifyLibrary(paths)).toEqual([]);
  expect(await readdir(paths.root, { recursive: true })).toEqual(before);
});

it('names a picture that was altered, one that is gone and one that nothing refers to', async () => {
  const paths = await closedLibrary();
  const name = (await readdir(paths.images)).find((file) => file.endsWith('.jpg')) ?? '';
  await writeFile(join(paths.images, name), 'something else');
  await writeFile(join(paths.images, `${'b'.repeat(64)}.png`), 'a stray');
  expect(await kinds(paths)).toEqual(['file-altered', 'file-unused']);
  await unlink(join(paths.images, name));
  expect(await kinds(paths)).toEqual(['file-missing', 'file-unused']);
});

it('rebuilds a lost library.json from the backup, the journal and the pictures’ side files', async () => {
  const paths = await closedLibrary();
  const datastore = await reopen(paths);
  await datastore.backUp();
  await datastore.commit({ key: 'topic.create', values: {} }, () => [
    putOp('topics', aTopic({ title: 'Later' })),
  ]);
  const journal = await readFile(paths.journal, 'utf8');
  await datastore.close();
  await writeFile(paths.journal, journal);
  await unlink(paths.snapshot);
  expect(await kinds(paths)).toEqual(['snapshot-missing']);

  const { rebuilt } = await repairLibrary(paths, needs());
  expect(rebuilt).toMatchObject({ lostChanges: 0, changes: 1 });
  const { tables } = await reopen(paths);
  expect(Object.values(tables.topics).map(({ title }) => title)).toEqual(['Water', 'Later']);
});

it('saves pictures and their credits where neither snapshot nor backup nor journal is left', async () => {
  const paths = await closedLibrary();
  await unlink(paths.snapshot);
  await rm(paths.backups, { recursive: true });
  await rm(paths.journal, { force: true });
  const { rebuilt } = await repairLibrary(paths, needs());
  expect(rebuilt).toMatchObject({ backup: null, pictures: 1 });
  const { tables } = await reopen(paths);
  expect(Object.values(tables.images).map(({ fileName }) => fileName)).toEqual(['river.jpg']);
});

it('mends references that lead nowhere, in one change that can be undone', async () => {
  const paths = await closedLibrary();
  const [topic, resource] = [aTopic({ title: 'Lost parent', parentId: aTopic().id }), aResource()];
  const datastore = await reopen(paths);
  await datastore.commit({ key: 'topic.create', values: {} }, () => [
    putOp('topics', topic),
    putOp('resources', resource),
    putOp('placements', aPlacement(aTopic(), resource)),
    putOp('placements', aPlacement(topic, resource, { sectionId: aTopic().id })),
  ]);
  await datastore.close();
  expect((await kinds(paths)).toSorted()).toEqual([
    'reference-parent',
    'reference-placement',
    'reference-placement',
  ]);
  expect(await repairLibrary(paths, needs())).toMatchObject({ rebuilt: null, mended: 3 });
  expect(await kinds(paths)).toEqual([]);
  const mended = await reopen(paths);
  expect(mended.tables.topics[topic.id]?.parentId).toBeNull();
  await mended.undo();
  expect(mended.tables.topics[topic.id]?.parentId).toBe(topic.parentId);
});
