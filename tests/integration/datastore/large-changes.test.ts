import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { putOp } from '#core/datastore/ops.ts';
import { largeChange } from '#core/datastore/stage-in-slices.ts';
import type { Resource } from '#shared/model/resource.ts';
import { newLibrary, openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aResource, aTopic } from '#tests/support/records.ts';

const label = { key: 'import.csv', values: { count: 1, title: 'Rows' } };
const many = (count: number) =>
  Array.from({ length: count }, (_unused, at) => aResource({ title: `Row ${at}` }));

it('makes a large change as one step, between those before and after it', async () => {
  const { datastore, paths } = await openTestDatastore();
  const rows = many(largeChange + 50);
  const [before, after] = [aTopic({ title: 'Before' }), aTopic({ title: 'After' })];
  const made = await Promise.all([
    datastore.commit(label, () => [putOp('topics', before)]),
    datastore.commit(label, () => rows.map((row) => putOp('resources', row))),
    datastore.commit(label, () => [putOp('topics', after)]),
  ]);
  expect(made.map((change) => change?.seq)).toEqual([1, 2, 3]);
  expect(Object.keys(datastore.tables.resources)).toHaveLength(rows.length);

  // As after a kill: the journal alone has it, in the same form as any other line.
  const [snapshot, journal] = [await readFile(paths.snapshot), await readFile(paths.journal)];
  await datastore.undo();
  await datastore.undo();
  expect(Object.keys(datastore.tables.resources)).toEqual([]);
  await datastore.redo();
  expect(Object.keys(datastore.tables.resources)).toHaveLength(rows.length);
  await datastore.close();
  await writeFile(paths.snapshot, snapshot);
  await writeFile(paths.journal, journal);
  const again = await reopen(paths);
  expect(again.recovery).toEqual([{ key: 'replayed', values: { recovered: 3 } }]);
  expect(Object.keys(again.tables.resources)).toHaveLength(rows.length);
});

it('changes nothing when one of many ops does not fit', async () => {
  const { datastore } = await openTestDatastore();
  const rows = many(largeChange + 50);
  const ops = [...rows, rows[0]!].map((row) => putOp('resources', row));
  await expect(datastore.commit(label, () => ops)).rejects.toMatchObject({ code: 'conflict' });
  expect(Object.keys(datastore.tables.resources)).toEqual([]);
  expect(datastore.historyState()).toMatchObject({ seq: 0, undo: null });
});

it('lets others have their turn meanwhile', async () => {
  const { datastore } = await openTestDatastore();
  const rows = many(20_000);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await datastore.commit(label, () => rows.map((row) => putOp('resources', row)));
  clearInterval(timer);
  // Without slices it is one task, so that the timer never fires.
  expect(turns).toBeGreaterThan(10);
});

it('leaves one large change in the journal for an idle moment, and folds at once when more comes', async () => {
  const paths = await newLibrary();
  const size = async () => (await stat(paths.journal)).size;
  const put = (rows: readonly Resource[]) => () => rows.map((row) => putOp('resources', row));
  const [first, small, second] = [many(largeChange + 50), many(1), many(largeChange + 50)];
  const datastore = await reopen(paths, { foldLimits: { maxBytes: 50_000 } });
  await datastore.commit(label, put(first));
  await datastore.commit(label, put(small));
  expect(await size()).toBeGreaterThan(50_000);
  await datastore.commit(label, put(second));
  await expect.poll(size).toBe(0);
  await datastore.close();

  const careful = await reopen(paths, { foldLimits: { maxBytes: 50_000, largeBytes: 50_000 } });
  await careful.commit(label, put(many(largeChange + 50)));
  await expect.poll(size).toBe(0);
});
