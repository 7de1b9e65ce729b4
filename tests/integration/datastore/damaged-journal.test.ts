import { copyFile, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { LibraryPaths } from '#core/library/paths.ts';
import { putOp } from '#core/datastore/ops.ts';
import type { Topic } from '#shared/model/topic.ts';
import { openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { aTopic } from '#tests/support/records.ts';

const label = { key: 'topic.create', values: { title: 'Water' } };

let paths: LibraryPaths;
let topics: readonly Topic[];
let journal: string;

/** A library of which three changes are in the journal only, as after a kill. */
beforeEach(async () => {
  const opened = await openTestDatastore();
  ({ paths } = opened);
  topics = [aTopic({ title: 'One' }), aTopic({ title: 'Two' }), aTopic({ title: 'Three' })];
  const before = await readFile(paths.snapshot);
  for (const topic of topics) await opened.datastore.commit(label, () => [putOp('topics', topic)]);
  journal = (await readFile(paths.journal, 'utf8')).replace(/\0+$/, '');
  await opened.datastore.close();
  await writeFile(paths.snapshot, before);
});

const titles = async (): Promise<string[]> => {
  const datastore = await reopen(paths);
  const found = Object.values(datastore.tables.topics).map(({ title }) => title);
  await datastore.close();
  return found;
};

it('takes changes from the journal that the snapshot does not hold, and says so', async () => {
  await writeFile(paths.journal, journal);
  const datastore = await reopen(paths);
  expect(Object.keys(datastore.tables.topics)).toEqual(topics.map(({ id }) => id));
  expect(datastore.recovery).toEqual([{ key: 'replayed', values: { recovered: 3 } }]);
  expect(datastore.historyState()).toMatchObject({ seq: 3, undo: { label }, redo: null });
});

it('drops an unfinished last line and reports it', async () => {
  await writeFile(paths.journal, journal.slice(0, -40));
  const datastore = await reopen(paths);
  expect(datastore.recovery).toEqual([{ key: 'torn-change', values: { recovered: 2 } }]);
  expect(Object.values(datastore.tables.topics).map(({ title }) => title)).toEqual(['One', 'Two']);
  await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Four' }))]);
  await datastore.close();
  expect(await titles()).toEqual(['One', 'Two', 'Four']);
  expect((await readdir(paths.root)).filter((name) => name.includes('corrupt'))).toEqual([]);
});

it('takes zeros at the end for room, behind whole lines and behind a torn one', async () => {
  const room = '\0'.repeat(70_000);
  await writeFile(paths.journal, `${journal}${room}`);
  const whole = await reopen(paths);
  expect(whole.recovery).toEqual([{ key: 'replayed', values: { recovered: 3 } }]);
  await whole.commit(label, () => [putOp('topics', aTopic({ title: 'Four' }))]);
  expect((await stat(paths.journal)).size).toBe(journal.length + room.length);
  const [snapshot, lines] = [await readFile(paths.snapshot), await readFile(paths.journal)];
  await whole.close();
  expect(await readFile(paths.journal, 'utf8')).toBe('');
  await writeFile(paths.snapshot, snapshot);
  await writeFile(paths.journal, lines);
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four']);

  await writeFile(paths.snapshot, snapshot);
  await writeFile(paths.journal, `${journal.slice(0, -40)}${room}`);
  const torn = await reopen(paths);
  expect(torn.recovery).toContainEqual({ key: 'torn-change', values: { recovered: 2 } });
  expect(Object.values(torn.tables.topics).map(({ title }) => title)).toEqual(['One', 'Two']);
});

it('keeps a last change that lacks nothing but its line end', async () => {
  await writeFile(paths.journal, journal.trimEnd());
  const datastore = await reopen(paths);
  await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Four' }))]);
  const [snapshot, lines] = [await readFile(paths.snapshot), await readFile(paths.journal)];
  await datastore.close();
  await writeFile(paths.snapshot, snapshot);
  await writeFile(paths.journal, lines);
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four']);
});

it('keeps a journal with a broken line aside and says how much was recovered and lost', async () => {
  const damaged = journal.replace('"Two"', '"Tvo"');
  await writeFile(paths.journal, damaged);
  const datastore = await reopen(paths);
  const [note] = datastore.recovery;
  expect(note).toEqual({
    key: 'broken-journal',
    values: { recovered: 1, lost: 2, file: 'journal.corrupt-2026-11-23T12-00-00.000Z.ndjson' },
  });
  expect(Object.values(datastore.tables.topics).map(({ title }) => title)).toEqual(['One']);
  expect(await readFile(join(paths.root, String(note?.values['file'])), 'utf8')).toBe(damaged);
  expect(await readFile(paths.journal, 'utf8')).toBe('');
  await datastore.close();
  expect((await reopen(paths)).recovery).toEqual([]);
});

it('counts a damaged last line with its line end as lost, since it had been acknowledged', async () => {
  await writeFile(paths.journal, journal.replace('"Three"', '"Thre3"'));
  const datastore = await reopen(paths);
  expect(datastore.recovery[0]).toMatchObject({ key: 'broken-journal', values: { recovered: 2, lost: 1 } });
});

it('keeps a journal aside that does not follow on from the snapshot', async () => {
  const lines = journal.split('\n');
  await writeFile(paths.journal, lines.slice(1).join('\n'));
  const datastore = await reopen(paths);
  expect(datastore.recovery[0]).toMatchObject({ key: 'broken-journal', values: { recovered: 0, lost: 2 } });
});

it('never overwrites an earlier journal that was kept aside', async () => {
  const files: string[] = [];
  for (const wrong of ['"Tvo"', '"Tow"']) {
    await writeFile(paths.journal, journal.replace('"Two"', wrong));
    await copyFile(join(paths.backups, (await readdir(paths.backups))[0]!), paths.snapshot);
    const datastore = await reopen(paths);
    files.push(String(datastore.recovery[0]?.values['file']));
    await datastore.close();
  }
  expect(new Set(files).size).toBe(2);
  expect(await readFile(join(paths.root, files[0]!), 'utf8')).toContain('"Tvo"');
});

it('replays nothing twice when the process ended between folding and emptying the journal', async () => {
  await writeFile(paths.journal, journal);
  const datastore = await reopen(paths);
  await datastore.close();
  await writeFile(paths.journal, journal);
  const again = await reopen(paths);
  expect(again.recovery).toEqual([]);
  expect(again.historyState().seq).toBe(3);
  await again.commit(label, () => [putOp('topics', aTopic({ title: 'Four' }))]);
  expect(await readFile(paths.journal, 'utf8')).toMatch(/"seq":4,.*\n\0+$/);
  await again.close();
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four']);
});

it('goes on where a fold was cut short: old journal, new change, killed again', async () => {
  await writeFile(paths.journal, journal);
  await (await reopen(paths)).close();
  await writeFile(paths.journal, journal);
  const datastore = await reopen(paths);
  await datastore.commit(label, () => [putOp('topics', aTopic({ title: 'Four' }))]);
  const [snapshot, lines] = [await readFile(paths.snapshot), await readFile(paths.journal)];
  await datastore.close();
  await writeFile(paths.snapshot, snapshot);
  await writeFile(paths.journal, lines);
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four']);
});
