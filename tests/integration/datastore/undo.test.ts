import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import { aResource, aTopic } from '#tests/support/records.ts';

const labelled = (title: string) => ({ key: 'topic.rename', values: { title } });

it('takes changes back and makes them again, naming what is next', async () => {
  const { datastore } = await openTestDatastore();
  const topic = aTopic({ title: 'Water' });
  await datastore.commit(labelled('put'), () => [putOp('topics', topic)]);
  await datastore.commit(labelled('edit'), () => editOps('topics', topic, { title: 'Sea' }));
  await datastore.commit(labelled('delete'), (reader) => [
    deleteOp('topics', reader.require('topics', topic.id)),
  ]);

  expect(await datastore.undo()).toMatchObject({
    seq: 4,
    undo: { label: labelled('edit') },
    redo: { label: labelled('delete') },
  });
  expect(datastore.tables.topics).toEqual({ [topic.id]: { ...topic, title: 'Sea' } });
  await datastore.undo();
  expect(datastore.tables.topics).toEqual({ [topic.id]: topic });
  expect(await datastore.undo()).toMatchObject({ undo: null, redo: { label: labelled('put') } });
  expect(datastore.tables.topics).toEqual({});
  await expect(datastore.undo()).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'nothing-to-undo' },
  });

  for (let step = 0; step < 3; step += 1) await datastore.redo();
  expect(datastore.tables.topics).toEqual({});
  expect(datastore.historyState()).toMatchObject({ seq: 9, undo: { label: labelled('delete') }, redo: null });
  await expect(datastore.redo()).rejects.toMatchObject({ details: { reason: 'nothing-to-redo' } });
});

it('forgets what could be made again once something new was done', async () => {
  const { datastore } = await openTestDatastore();
  await datastore.commit(labelled('first'), () => [putOp('topics', aTopic())]);
  await datastore.undo();
  await datastore.commit(labelled('second'), () => [putOp('topics', aTopic())]);
  expect(datastore.historyState()).toMatchObject({ undo: { label: labelled('second') }, redo: null });
});

it.each(['closed', 'killed'])('undoes and redoes across opening again after it was %s', async (how) => {
  const { datastore, paths } = await openTestDatastore();
  const topic = aTopic({ title: 'Water' });
  const empty = await readFile(paths.snapshot);
  await datastore.commit(labelled('put'), () => [putOp('topics', topic)]);
  await datastore.commit(labelled('edit'), () => editOps('topics', topic, { title: 'Sea' }));
  await datastore.undo();
  const before = datastore.historyState();
  const journal = await readFile(paths.journal);
  await datastore.close();
  if (how === 'killed') {
    await writeFile(paths.snapshot, empty);
    await writeFile(paths.journal, journal);
  }

  const again = await reopen(paths);
  expect(again.historyState()).toEqual(before);
  await again.redo();
  expect(again.require('topics', topic.id).title).toBe('Sea');
  await again.undo();
  await again.undo();
  expect(again.tables.topics).toEqual({});
});

it('answers several undos at once in turn', async () => {
  const { datastore } = await openTestDatastore();
  for (let count = 0; count < 3; count += 1) {
    await datastore.commit(labelled(String(count)), () => [putOp('topics', aTopic())]);
  }
  await Promise.all([datastore.undo(), datastore.undo()]);
  expect(Object.keys(datastore.tables.topics)).toHaveLength(1);
  expect(datastore.historyState()).toMatchObject({ seq: 5, undo: { label: labelled('0') } });
});

it('reaches 200 changes back', async () => {
  const { datastore, paths } = await openTestDatastore();
  const topic = aTopic({ title: '0' });
  await datastore.commit(labelled('put'), () => [putOp('topics', topic)]);
  for (let count = 1; count <= 205; count += 1) {
    await datastore.commit(labelled(String(count)), (reader) =>
      editOps('topics', reader.require('topics', topic.id), { title: String(count) }),
    );
  }
  await datastore.close();
  const again = await reopen(paths);
  for (let count = 0; count < 200; count += 1) await again.undo();
  expect(again.require('topics', topic.id).title).toBe('5');
  await expect(again.undo()).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });
});

it('lets go of old changes that weigh too much together, but never of the newest', async () => {
  const { datastore } = await openTestDatastore();
  const heavy = (count: number) =>
    Array.from({ length: count }, () => putOp('topics', aTopic({ description: 'x'.repeat(100_000) })));
  for (let step = 0; step < 30; step += 1) await datastore.commit(labelled('step'), () => heavy(2));
  const within = Math.floor((4 * 1024 * 1024) / 200_000);
  for (let step = 0; step < within - 1; step += 1) await datastore.undo();
  expect(Object.keys(datastore.tables.topics).length).toBeGreaterThanOrEqual(2 * (30 - within));
  await datastore.undo().catch(() => undefined);
  await expect(datastore.undo()).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });

  await datastore.commit(labelled('import'), () => heavy(700));
  expect(datastore.historyState().undo?.label).toEqual(labelled('import'));
  await datastore.commit(labelled('second import'), () => heavy(5));
  await datastore.undo();
  await expect(datastore.undo()).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } });
});

it('keeps a large change within reach of undo, and the small ones after it', async () => {
  const { datastore, paths } = await openTestDatastore();
  const topics = Array.from({ length: 70 }, (_, index) =>
    aTopic({ title: `Topic ${index}`, description: 'x'.repeat(90_000) }),
  );
  await datastore.commit(labelled('large'), () => topics.map((topic) => putOp('topics', topic)));
  const small = aTopic();
  await datastore.commit(labelled('small'), () => [putOp('topics', small)]);
  await datastore.close();
  const again = await reopen(paths);
  await again.undo();
  expect(again.historyState().undo?.label).toEqual(labelled('large'));
  await again.undo();
  expect(Object.keys(again.tables.topics)).toEqual([]);
  await again.redo();
  expect(Object.keys(again.tables.topics)).toHaveLength(70);
});

it('lets a change in the background come between steps without being one', async () => {
  const { datastore, paths } = await openTestDatastore();
  const water = aResource({ title: 'https://water.example', note: '' });
  const edit = (patch: Partial<Resource>, marks = {}) =>
    datastore.commit(
      labelled('edit'),
      (reader) => editOps('resources', reader.require('resources', water.id), patch),
      marks,
    );
  await datastore.commit(labelled('put'), () => [putOp('resources', water)]);
  await edit({ note: 'Read it' });
  await edit({ title: 'Typed meanwhile' });
  await datastore.undo();
  const before = datastore.historyState();
  await edit({ title: 'Water', publisher: 'The county' }, { aside: true });
  expect(datastore.historyState()).toEqual({ ...before, seq: before.seq + 1 });

  await datastore.close();
  const again = await reopen(paths);
  const titleNow = () => again.tables.resources[water.id]?.title;
  await again.redo();
  expect(again.tables.resources[water.id]).toMatchObject({
    title: 'Typed meanwhile',
    publisher: 'The county',
  });
  await again.undo();
  expect(titleNow()).toBe('Water');
  await again.undo();
  await again.undo();
  expect(again.tables.resources).toEqual({});
  await again.redo();
  expect(again.tables.resources[water.id]).toEqual({ ...water, title: 'Water', publisher: 'The county' });
  await again.close();
});

it('makes a change one step with the last one, and only with that', async () => {
  const { datastore } = await openTestDatastore();
  const [one, two, three] = [aTopic({ title: 'One' }), aTopic({ title: 'Two' }), aTopic({ title: 'Three' })];
  const first = await datastore.commit(labelled('one'), () => [putOp('topics', one)]);
  const joins = first?.id as ChangeId;
  await datastore.commit(labelled('one and two'), () => [putOp('topics', two)], { joins });
  expect(datastore.historyState().undo).toMatchObject({ changeId: joins, label: labelled('one and two') });
  await datastore.undo();
  expect(datastore.tables.topics).toEqual({});
  await datastore.redo();
  expect(datastore.tables.topics).toEqual({ [one.id]: one, [two.id]: two });

  await datastore.commit(labelled('between'), () => editOps('topics', one, { title: 'Uno' }));
  await datastore.commit(labelled('three'), () => [putOp('topics', three)], { joins });
  await datastore.undo();
  expect(Object.keys(datastore.tables.topics)).toHaveLength(2);
  expect(datastore.historyState().undo?.label).toEqual(labelled('between'));
});
