import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
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
  expect(await readFile(paths.journal, 'utf8')).toMatch(/^\{"sum":"[0-9a-f]{16}","change":\{.*\}\}\n\0*$/);
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

it('does not write a snapshot when nothing has changed', async () => {
  const { datastore, paths } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.fold();
  const { ino, mtimeMs } = await stat(paths.snapshot);
  await datastore.fold();
  await datastore.close();
  await (await reopen(paths)).close();
  expect(await stat(paths.snapshot)).toMatchObject({ ino, mtimeMs });
});

it('keeps aside what another program wrote into library.json while it was open', async () => {
  const { datastore, paths } = await openTestDatastore();
  const topic = aTopic();
  await writeFile(paths.snapshot, 'from a synchronizing service');
  await datastore.commit(label, () => [putOp('topics', topic)]);
  await datastore.fold();
  const aside = (await readdir(paths.root)).filter((name) => name.startsWith('library.changed-elsewhere-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(`${paths.root}/${aside[0]}`, 'utf8')).toBe('from a synchronizing service');
  await datastore.close();
  expect((await reopen(paths)).tables.topics).toEqual({ [topic.id]: topic });
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
