import { readFile, readdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';

const label = { key: 'topic.create', values: { title: 'Water' } };

it('has every record again after closing and opening', async () => {
  const { datastore, paths } = await openTestDatastore();
  const topic = aTopic();
  const resource = aResource();
  const placement = aPlacement(topic, resource);
  await datastore.commit(label, () => [putOp('topics', topic), putOp('resources', resource)]);
  await datastore.commit(label, () => [putOp('placements', placement)]);
  await datastore.commit(label, (reader) =>
    editOps('topics', reader.require('topics', topic.id), { title: 'Sea' }),
  );
  await datastore.close();

  const again = await reopen(paths);
  expect(again.tables.topics[topic.id]).toEqual({ ...topic, title: 'Sea' });
  expect(again.tables.resources).toEqual({ [resource.id]: resource });
  expect([...again.placementsInTopic(topic.id)]).toEqual([placement.id]);
  expect([...again.placementsOfResource(resource.id)]).toEqual([placement.id]);
  expect([...again.childTopics(null)]).toEqual([topic.id]);
  expect(again.historyState().seq).toBe(3);
  expect(again.recovery).toEqual([]);
});

it('empties the journal and gives up the lock when it closes', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  expect(await readFile(paths.journal, 'utf8')).toMatch(/^\{"sum":"[0-9a-f]{16}","change":\{.*\}\}\n$/);
  await datastore.close();
  await datastore.close();
  expect(await readFile(paths.journal, 'utf8')).toBe('');
  expect(await readdir(paths.root)).not.toContain('.lock');
});

it('opens a library.json that begins with a byte order mark', async () => {
  const paths = await newLibrary('Rivers');
  await writeFile(paths.snapshot, `\uFEFF${await readFile(paths.snapshot, 'utf8')}`);
  const datastore = await reopen(paths);
  expect(datastore.require('library', 'library').title).toBe('Rivers');
});

it('does not write a snapshot whose bytes would be the same', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.fold();
  const text = await readFile(paths.snapshot, 'utf8');
  const marked = text.replace('Test library', 'Best library');
  await writeFile(paths.snapshot, marked);
  await datastore.fold();
  expect(await readFile(paths.snapshot, 'utf8')).toBe(marked);
});

it('makes a new record for each edit and leaves the one handed out alone', async () => {
  const { datastore } = await openTestDatastore();
  const topic = aTopic({ title: 'Water' });
  await datastore.commit(label, () => [putOp('topics', topic)]);
  const before = datastore.require('topics', topic.id);
  await datastore.commit(label, () => editOps('topics', before, { title: 'Sea' }));
  expect(before.title).toBe('Water');
  expect(datastore.require('topics', topic.id).title).toBe('Sea');
});

it('answers null to a change without ops and writes nothing', async () => {
  const { datastore, paths } = await openTestDatastore();
  expect(await datastore.commit(label, () => [])).toBeNull();
  expect(await readFile(paths.journal, 'utf8')).toBe('');
  expect(datastore.historyState().seq).toBe(0);
});

it('keeps the indexes in step with deletions and moves', async () => {
  const { datastore } = await openTestDatastore();
  const [parent, child] = [aTopic(), aTopic()];
  const resource = aResource({ imageId: 'b'.repeat(64) });
  const placement = aPlacement(parent, resource);
  await datastore.commit(label, () => [
    putOp('topics', parent),
    putOp('topics', child),
    putOp('resources', resource),
    putOp('placements', placement),
  ]);
  await datastore.commit(label, () => [
    ...editOps('topics', child, { parentId: parent.id }),
    deleteOp('placements', placement),
    ...editOps('resources', resource, { imageId: null }),
  ]);
  expect([...datastore.childTopics(parent.id)]).toEqual([child.id]);
  expect([...datastore.childTopics(null)]).toEqual([parent.id]);
  expect(datastore.placementsInTopic(parent.id).size).toBe(0);
  expect(datastore.placementsOfResource(resource.id).size).toBe(0);
  expect(datastore.resourcesWithImage(resource.imageId ?? ('' as never)).size).toBe(0);
});
