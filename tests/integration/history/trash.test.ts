import { systemIds } from '#core/system.ts';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Datastore } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { createTurns } from '#core/turns.ts';
import { createHistoryHandlers } from '#core/history/handlers.ts';
import { removalOps } from '#core/images/image-records.ts';
import type { RecordRef, ToTrash } from '#core/history/trash-service.ts';
import { trashOps } from '#core/history/trash-service.ts';
import type { LibraryPaths } from '#core/library/paths.ts';
import type { TrashId } from '#shared/model/ids.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { openTestDatastore } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic, anImage } from '#tests/support/records.ts';

const label = { key: 'topic.remove', values: { title: 'Water' } };
const deletedAt = '2026-03-01T12:00:00.000Z';

let datastore: Datastore;
let paths: LibraryPaths;
let handlers: ReturnType<typeof createHistoryHandlers>;

const water = aTopic({ title: 'Water', slug: 'water' });
const rivers = aTopic({ title: 'Rivers', slug: 'rivers', parentId: water.id });
const guide = aResource();
const here = aPlacement(water, guide);
const there = aPlacement(rivers, guide);

beforeEach(async () => {
  ({ datastore, paths } = await openTestDatastore());
  handlers = createHistoryHandlers({ datastore, paths, logger: memoryLogger(), fileTurns: createTurns() });
  await datastore.commit(label, () => [
    ...[water, rivers].map((topic) => putOp('topics', topic)),
    putOp('resources', guide),
    ...[here, there].map((placement) => putOp('placements', placement)),
  ]);
});

const ref = (table: RecordRef['table'], { id }: { readonly id: string }): RecordRef => ({ table, id });

const trash = async (records: readonly RecordRef[], about: Partial<ToTrash> = {}): Promise<TrashId> => {
  const id = systemIds.next();
  await datastore.commit(label, (reader) =>
    trashOps(reader, { id, kind: 'topic', title: 'Water', place: [], deletedAt, ...about, records }),
  );
  return id as TrashId;
};

const everything = () => structuredClone({ ...datastore.tables, trash: {} });

it('restores all that was deleted together, where it was', async () => {
  const before = everything();
  const trashId = await trash([
    ref('topics', water),
    ref('topics', rivers),
    ref('placements', here),
    ref('placements', there),
  ]);
  expect(datastore.tables.topics).toEqual({});
  expect(datastore.tables.placements).toEqual({});
  await handlers['trash.restore']({ trashId });
  expect(everything()).toEqual(before);
  expect(datastore.tables.trash).toEqual({});
});

it('can undo a deletion and a restoration', async () => {
  const before = everything();
  const trashId = await trash([ref('topics', rivers), ref('placements', there)]);
  const trashed = structuredClone(datastore.tables);
  await handlers['trash.restore']({ trashId });
  await handlers['history.undo']({});
  expect(datastore.tables).toEqual(trashed);
  await handlers['history.undo']({});
  expect({ ...datastore.tables }).toEqual(before);
});

it('puts a topic whose parent is gone at the top of the tree, last', async () => {
  const other = aTopic({ position: 'a5' });
  await datastore.commit(label, () => [putOp('topics', other)]);
  const trashId = await trash([ref('topics', rivers), ref('placements', there)]);
  await trash([ref('topics', water), ref('placements', here)]);
  await handlers['trash.restore']({ trashId });
  const restored = datastore.require('topics', rivers.id);
  expect(restored.parentId).toBeNull();
  expect(restored.position > 'a5').toBe(true);
  expect(datastore.childTopics(null)).toEqual(new Set([other.id, rivers.id]));
  expect(datastore.placementsInTopic(rivers.id)).toEqual(new Set([there.id]));
});

it('gives a topic another address when its own was taken meanwhile', async () => {
  const trashId = await trash([ref('topics', rivers)]);
  await datastore.commit(label, () => [putOp('topics', aTopic({ slug: 'rivers' }))]);
  await handlers['trash.restore']({ trashId });
  expect(datastore.require('topics', rivers.id).slug).toBe('rivers-2');
});

it('drops a placement whose topic, section or resource is gone, or that was made anew', async () => {
  const gone = await trash([ref('resources', guide), ref('placements', here), ref('placements', there)], {
    kind: 'resource',
  });
  await trash([ref('topics', rivers)]);
  await handlers['trash.restore']({ trashId: gone });
  expect(Object.keys(datastore.tables.placements)).toEqual([here.id]);

  const again = await trash([ref('resources', guide), ref('placements', here)], { kind: 'resource' });
  await datastore.commit(label, (reader) =>
    editOps('topics', reader.require('topics', water.id), { sections: aTopic().sections }),
  );
  await handlers['trash.restore']({ trashId: again });
  expect(datastore.tables.placements).toEqual({});
  expect(datastore.require('resources', guide.id)).toEqual(guide);

  const alone = await trash([ref('topics', water), ref('resources', guide)]);
  await handlers['trash.restore']({ trashId: alone });
  expect(Object.keys(datastore.tables.resources)).toEqual([guide.id]);
});

it('lets go of a picture and of a type that are gone', async () => {
  const image = anImage();
  const type = { id: systemIds.next() as never, name: 'Zine', icon: 'book' as const };
  const zine = aResource({ imageId: image.id, typeId: type.id });
  const lakes = aTopic({ hero: { imageId: image.id, focalPoint: null } });
  await datastore.commit(label, () => [
    putOp('images', image),
    putOp('resourceTypes', type),
    putOp('resources', zine),
    putOp('topics', lakes),
  ]);
  const trashId = await trash([ref('resources', zine), ref('topics', lakes)]);
  await datastore.commit(label, () => [deleteOp('images', image), deleteOp('resourceTypes', type)]);
  await handlers['trash.restore']({ trashId });
  expect(datastore.require('resources', zine.id)).toEqual({ ...zine, imageId: null, typeId: 'website' });
  expect(datastore.require('topics', lakes.id).hero).toBeNull();
});

it('puts a section back at the end of its topic, with its entries', async () => {
  const section = { ...aTopic().sections[0]!, title: 'More' };
  const full = { ...water, sections: [...water.sections, section] };
  const entry = aPlacement(water, aResource(), { sectionId: section.id });
  await datastore.commit(label, () => [
    ...editOps('topics', water, { sections: full.sections }),
    putOp('resources', aResource({ id: entry.resourceId })),
    putOp('placements', entry),
  ]);
  const trashId = systemIds.next() as TrashId;
  await datastore.commit(label, (reader) => [
    ...trashOps(reader, {
      id: trashId,
      kind: 'section',
      title: 'More',
      place: ['Water'],
      deletedAt,
      records: [ref('topics', water), ref('placements', entry)],
    }),
    ...editOps('topics', reader.require('topics', water.id), { sections: water.sections }),
  ]);
  expect(datastore.tables.placements[entry.id]).toBeUndefined();
  await handlers['trash.restore']({ trashId });
  expect(datastore.require('topics', water.id).sections).toEqual(full.sections);
  expect(datastore.require('placements', entry.id)).toEqual(entry);
});

it('lists what is in the trash, newest first, without the records', async () => {
  await trash([ref('placements', here)], {
    title: 'old',
    deletedAt: '2026-01-01T00:00:00.000Z',
    place: ['Water'],
  });
  const id = await trash([ref('placements', there)], { title: 'new' });
  const list = await handlers['trash.list']({});
  expect(list.map(({ title }) => title)).toEqual(['new', 'old']);
  expect(list[0]).toEqual({ id, kind: 'topic', title: 'new', place: [], deletedAt });
});

it('deletes for good: not undoable, and neither in history nor in the journal', async () => {
  const other = aTopic({ title: 'Kept' });
  const secret = aTopic({ title: 'Secret' });
  await datastore.commit({ key: 'topic.create', values: {} }, () => [putOp('topics', secret)]);
  const trashId = await trash([ref('topics', secret)], { title: 'Secret' });
  await datastore.commit({ key: 'topic.create', values: { title: 'Kept' } }, () => [putOp('topics', other)]);
  await handlers['trash.purge']({ trashId });
  // Folding comes behind it by itself; this only waits for its turn.
  await datastore.commit(label, () => []);
  expect(datastore.tables.trash).toEqual({});
  expect(await readFile(paths.snapshot, 'utf8')).not.toContain(secret.id);
  expect(await readFile(paths.journal, 'utf8')).toBe('');

  await datastore.undo();
  expect(datastore.tables.topics[other.id]).toBeUndefined();
  await datastore.undo();
  expect(datastore.tables.topics).toEqual({});
  await expect(datastore.undo()).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });
});

it('forgets steps that no longer fit once a purged one between them is gone', async () => {
  const secret = aTopic({ title: 'Secret' });
  const rename = (title: string) => (reader: Datastore | Parameters<Parameters<Datastore['commit']>[1]>[0]) =>
    editOps('topics', reader.require('topics', water.id), { title });
  await datastore.commit({ key: 'topic.rename', values: { title: 'A' } }, rename('A'));
  await datastore.commit({ key: 'topic.create', values: {} }, (reader) => [
    putOp('topics', secret),
    ...rename('B')(reader),
  ]);
  const trashId = await trash([ref('topics', secret)]);
  await datastore.commit({ key: 'topic.rename', values: { title: 'C' } }, rename('C'));
  await handlers['trash.purge']({ trashId });
  await datastore.undo();
  expect(datastore.require('topics', water.id).title).toBe('B');
  await expect(datastore.undo()).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });
});

it('empties the whole trash in one go, and does nothing to an empty one', async () => {
  await trash([ref('placements', here)]);
  await trash([ref('placements', there)]);
  await handlers['trash.purge']({ trashId: null });
  expect(datastore.tables.trash).toEqual({});
  const { seq } = datastore.historyState();
  await handlers['trash.purge']({ trashId: null });
  expect(datastore.historyState().seq).toBe(seq);
});

it('removes the files of a purged picture, unless it is in the library again', async () => {
  const [gone, kept] = [anImage({ id: 'a'.repeat(64) }), anImage({ id: 'b'.repeat(64) })];
  await datastore.commit(label, () => [putOp('images', gone), putOp('images', kept)]);
  for (const { id } of [gone, kept]) await writeFile(join(paths.images, `${id}.png`), 'picture');
  await trash([ref('images', gone)], { kind: 'image' });
  await trash([ref('images', kept)], { kind: 'image' });
  await datastore.commit(label, () => [putOp('images', kept)]);
  await handlers['trash.purge']({ trashId: null });
  expect((await readdir(paths.images)).filter((name) => name.endsWith('.png'))).toEqual([`${kept.id}.png`]);
});

it('shows a picture again wherever it was, unless another one is there by now', async () => {
  const [image, other] = [anImage({ id: 'a'.repeat(64) }), anImage({ id: 'b'.repeat(64) })];
  const hero = { imageId: image.id, focalPoint: { x: 0.25, y: 0.5 } };
  const [lakes, seas, ponds] = [aTopic({ hero }), aTopic({ hero }), aTopic({ hero })];
  const zine = aResource({ imageId: image.id });
  await datastore.commit(label, (reader) => [
    ...[image, other].map((one) => putOp('images', one)),
    ...[lakes, seas, ponds].map((one) => putOp('topics', one)),
    putOp('resources', zine),
    ...editOps('library', reader.require('library', 'library'), { logoImageId: image.id }),
  ]);
  const trashId = systemIds.next() as TrashId;
  await datastore.commit(label, (reader) => removalOps(reader, image, trashId, deletedAt));
  expect(datastore.require('resources', zine.id).imageId).toBeNull();
  const mine = { imageId: other.id, focalPoint: null };
  await datastore.commit(label, (reader) => [
    ...editOps('topics', reader.require('topics', seas.id), { hero: mine }),
    deleteOp('topics', reader.require('topics', ponds.id)),
  ]);
  await handlers['trash.restore']({ trashId });
  expect(datastore.require('topics', lakes.id).hero).toEqual(hero);
  expect(datastore.require('topics', seas.id).hero).toEqual(mine);
  expect(datastore.tables.topics[ponds.id]).toBeUndefined();
  expect(datastore.require('resources', zine.id).imageId).toBe(image.id);
  expect(datastore.require('library', 'library').logoImageId).toBe(image.id);
  await handlers['history.undo']({});
  expect(datastore.require('topics', lakes.id).hero).toBeNull();
});

it('keeps the steps of a board when the picture it once showed is deleted for good', async () => {
  const image = anImage({ id: 'a'.repeat(64) });
  const lakes = aTopic({ hero: { imageId: image.id, focalPoint: null }, title: 'Lakes' });
  await datastore.commit(label, () => [putOp('images', image), putOp('topics', lakes)]);
  const trashId = systemIds.next() as TrashId;
  await datastore.commit(label, (reader) => removalOps(reader, image, trashId, deletedAt));
  await datastore.commit({ key: 'topic.rename', values: { title: 'Lakes' } }, (reader) =>
    editOps('topics', reader.require('topics', lakes.id), { title: 'Ponds' }),
  );
  await handlers['trash.purge']({ trashId });
  await datastore.undo();
  expect(datastore.require('topics', lakes.id).title).toBe('Lakes');
});

it('says so when something is no longer in the trash', async () => {
  const trashId = systemIds.next() as TrashId;
  await expect(handlers['trash.restore']({ trashId })).rejects.toMatchObject({
    code: 'not-found',
    details: { reason: 'no-such-trash' },
  });
  await expect(handlers['trash.purge']({ trashId })).rejects.toMatchObject({ code: 'not-found' });
});
