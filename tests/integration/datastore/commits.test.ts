import type { FileHandle } from 'node:fs/promises';
import { open, readFile, stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { JournalHandle, OpenJournalHandle } from '#core/datastore/journal-file.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import type { Op } from '#shared/model/change.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aResource, aTopic } from '#tests/support/records.ts';

const label = { key: 'topic.create', values: { title: 'Water' } };
const noSpace = (): Error => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

/** The lines of a journal, without the room for more behind them. */
const linesOf = async (path: string): Promise<string> => (await readFile(path, 'utf8')).replace(/\0+$/, '');

/** A journal whose flush can be made to fail, and which counts its flushes. */
const failingJournal = () => {
  const control = { fail: false, flushes: 0 };
  const openJournal: OpenJournalHandle = async (path) => {
    const file: FileHandle = await open(path, 'a+').then(async (made) => {
      await made.close();
      return open(path, 'r+');
    });
    const handle: JournalHandle = {
      write: file.write.bind(file),
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
      datasync: async () => {
        control.flushes += 1;
        if (control.fail) throw noSpace();
        await file.datasync();
      },
    };
    return handle;
  };
  return { control, openJournal };
};

it('keeps memory and file unchanged when the append fails, and goes on when it works again', async () => {
  const { control, openJournal } = failingJournal();
  const { datastore, paths } = await openTestDatastore({ openJournal });
  const topic = aTopic();
  await datastore.commit(label, () => [putOp('topics', topic)]);
  const before = { tables: structuredClone(datastore.tables), state: datastore.historyState() };
  const lines = await linesOf(paths.journal);
  const told: number[] = [];
  datastore.subscribe((change) => told.push(change.seq));

  control.fail = true;
  const edit = datastore.commit(label, (reader) =>
    editOps('topics', reader.require('topics', topic.id), { title: 'Sea' }),
  );
  const put = datastore.commit(label, () => [putOp('topics', aTopic())]);
  await expect(edit).rejects.toMatchObject({ code: 'storage', details: { reason: 'disk-full' } });
  await expect(put).rejects.toMatchObject({ code: 'storage' });
  expect(datastore.tables).toEqual(before.tables);
  expect(datastore.historyState()).toEqual(before.state);
  expect(datastore.childTopics(null)).toEqual(new Set([topic.id]));
  expect(await linesOf(paths.journal)).toBe(lines);
  expect(told).toEqual([]);

  control.fail = false;
  await datastore.commit(label, (reader) =>
    editOps('topics', reader.require('topics', topic.id), { title: 'Lake' }),
  );
  const journal = await readFile(paths.journal, 'utf8');
  expect(journal).not.toContain('Sea');
  expect(told).toEqual([2]);
});

it('shows nobody a change that is not on the disk yet', async () => {
  const seen: number[] = [];
  const { openJournal } = failingJournal();
  const { datastore } = await openTestDatastore({
    openJournal: async (path) => {
      const handle = await openJournal(path);
      const datasync = async () => {
        seen.push(Object.keys(datastore.tables.topics).length, datastore.historyState().seq);
        await handle.datasync();
      };
      return { ...handle, datasync };
    },
  });
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  expect(seen).toEqual([0, 0, 1, 1]);
});

it('lets commits made at once share a flush, in order, each building on the one before', async () => {
  const { control, openJournal } = failingJournal();
  const { datastore, paths } = await openTestDatastore({ openJournal });
  const resource = aResource({ subjects: [] });
  await datastore.commit(label, () => [putOp('resources', resource)]);
  const flushes = control.flushes;
  const numbers = Array.from({ length: 50 }, (_, index) => String(index));
  const changes = await Promise.all(
    numbers.map((number) =>
      datastore.commit(label, (reader) => {
        const present = reader.require('resources', resource.id);
        return editOps('resources', present, { subjects: [...present.subjects, number] });
      }),
    ),
  );
  expect(control.flushes).toBe(flushes + 1);
  expect(changes.map((change) => change?.seq)).toEqual(numbers.map((_, index) => index + 2));
  expect(datastore.require('resources', resource.id).subjects).toEqual(numbers);
  await datastore.close();
  expect((await reopen(paths)).require('resources', resource.id).subjects).toEqual(numbers);
});

it('refuses one of several commits without touching the others', async () => {
  const { datastore } = await openTestDatastore();
  const [first, last] = [aTopic(), aTopic()];
  const results = await Promise.allSettled([
    datastore.commit(label, () => [putOp('topics', first)]),
    datastore.commit(label, () => [
      putOp('topics', last),
      putOp('topics', { ...aTopic(), slug: 'Not A Slug' }),
    ]),
    datastore.commit(label, () => {
      throw new Error('no');
    }),
    datastore.commit(label, () => [putOp('topics', last)]),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(Object.keys(datastore.tables.topics)).toEqual([first.id, last.id]);
  expect(datastore.historyState().seq).toBe(2);
});

const topic = aTopic({ title: 'Water' });
const edit = (fields: Record<string, unknown>): Op => ({
  op: 'edit',
  table: 'topics',
  id: topic.id,
  fields: fields as never,
});
const refused: Record<string, [Op, string]> = {
  'a record that is there already': [putOp('topics', topic), 'conflict'],
  'an edit whose value before is not the present one': [
    edit({ title: { from: 'Fire', to: 'Sea' } }),
    'conflict',
  ],
  'an edit of a field that is not there': [edit({ 'hero.imageId': { from: 'a', to: 'b' } }), 'conflict'],
  'a deletion of a record that has changed': [deleteOp('topics', { ...topic, title: 'Fire' }), 'conflict'],
  'a deletion of a record that is not there': [deleteOp('topics', aTopic()), 'not-found'],
  'a field that no record has': [edit({ color: { from: null, to: 'red' } }), 'conflict'],
  'a value that is not valid': [edit({ title: { from: 'Water', to: '' } }), 'invalid-input'],
  'a new id': [edit({ id: { from: topic.id, to: aTopic().id } }), 'invalid-input'],
  'a record under another id': [{ ...putOp('topics', aTopic()), id: aTopic().id }, 'invalid-input'],
  'a key that reaches the prototype': [
    edit({ 'hero.__proto__': { from: null, to: { x: 1 } } }),
    'invalid-input',
  ],
  'a record with a __proto__ field': [
    { op: 'put', table: 'topics', id: topic.id, record: JSON.parse('{"__proto__":{"x":1}}') as never },
    'invalid-input',
  ],
  'a second library record': [{ op: 'put', table: 'library', id: 'library', record: {} }, 'invalid-input'],
};

it.each(Object.entries(refused))('refuses %s and changes nothing', async (_what, [op, code]) => {
  const { datastore } = await openTestDatastore();
  await datastore.commit(label, () => [putOp('topics', topic)]);
  await expect(datastore.commit(label, () => [putOp('topics', aTopic()), op])).rejects.toMatchObject({
    code,
  });
  expect(datastore.tables.topics).toEqual({ [topic.id]: topic });
  expect(datastore.historyState().seq).toBe(1);
});

it('keeps records in their normal form, so that memory and journal say the same', async () => {
  const { datastore, paths } = await openTestDatastore();
  const resource = { ...aResource(), title: '  Rivers ' };
  await datastore.commit(label, () => [putOp('resources', resource)]);
  await datastore.commit(label, (reader) =>
    editOps('resources', reader.require('resources', resource.id), { publisher: ' Water Board ' }),
  );
  expect(datastore.require('resources', resource.id)).toMatchObject({
    title: 'Rivers',
    publisher: 'Water Board',
  });
  expect(await readFile(paths.journal, 'utf8')).toContain('"to":"Water Board"');
});

it('does not let a caller change a record after committing it', async () => {
  const { datastore } = await openTestDatastore();
  const resource = aResource({ subjects: ['water'] });
  await datastore.commit(label, () => [putOp('resources', resource)]);
  resource.subjects.push('fire');
  expect(datastore.require('resources', resource.id).subjects).toEqual(['water']);
});

it('edits one level down by a path', async () => {
  const { datastore } = await openTestDatastore();
  const resource = aResource({ otherFields: { 'dc.format': 'pdf' } });
  await datastore.commit(label, () => [putOp('resources', resource)]);
  await datastore.commit(label, () => [
    {
      op: 'edit',
      table: 'resources',
      id: resource.id,
      fields: { 'otherFields.dc.format': { from: 'pdf', to: 'html' } },
    },
  ]);
  expect(datastore.require('resources', resource.id).otherFields).toEqual({ 'dc.format': 'html' });
  await datastore.undo();
  expect(datastore.require('resources', resource.id)).toEqual(resource);
});

it('tells listeners of changes on the disk, and survives one that throws', async () => {
  const { datastore } = await openTestDatastore();
  const told: unknown[] = [];
  datastore.subscribe(() => {
    throw new Error('no');
  });
  const stop = datastore.subscribe(({ seq, ops }) => told.push([seq, ops.map(({ id }) => id)]));
  const water = aTopic();
  await datastore.commit(label, () => [
    putOp('topics', water),
    ...editOps('topics', water, { title: 'Sea' }),
  ]);
  stop();
  await datastore.commit(label, () => [putOp('topics', aTopic())]);
  expect(told).toEqual([[1, [water.id, water.id]]]);
});

it('names what is missing', async () => {
  const { datastore } = await openTestDatastore();
  expect(() => datastore.require('topics', 'constructor')).toThrow(
    expect.objectContaining({
      code: 'not-found',
      details: expect.objectContaining({ reason: 'no-such-topic' }),
    }),
  );
});

it('refuses changes after closing', async () => {
  const { datastore } = await openTestDatastore();
  const waiting = datastore.commit(label, () => [putOp('topics', aTopic())]);
  await datastore.close();
  expect((await waiting)?.seq).toBe(1);
  await expect(datastore.commit(label, () => [putOp('topics', aTopic())])).rejects.toMatchObject({
    code: 'storage',
    details: { reason: 'library-closed' },
  });
});

it('folds when the journal has grown past its limit, and when nothing has happened for a while', async () => {
  const paths = await newLibrary();
  const size = async () => (await stat(paths.journal)).size;
  const eager = await reopen(paths, { foldLimits: { maxBytes: 10 } });
  await eager.commit(label, () => [putOp('topics', aTopic())]);
  await eager.fold();
  await expect.poll(size).toBe(0);
  expect(await readFile(paths.snapshot, 'utf8')).toContain('"seq": 1');
  await eager.close();

  const idle = await reopen(paths, { foldLimits: { idleMs: 20, idleBytes: 10 } });
  await idle.commit(label, () => [putOp('topics', aTopic())]);
  expect(await size()).toBeGreaterThan(0);
  await expect.poll(size).toBe(0);
  expect(await readFile(paths.snapshot, 'utf8')).toContain('"seq": 2');
});
