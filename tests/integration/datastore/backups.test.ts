import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asOffered, listBackups, outdatedBackups, takeBackup } from '#core/datastore/backups.ts';
import { putOp } from '#core/datastore/ops.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';
import { aTopic } from '#tests/support/records.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const label = { key: 'topic.create', values: { title: 'Water' } };
const day = 24 * 60 * 60 * 1000;

const names = async (folder: string): Promise<string[]> =>
  (await listBackups(folder)).map(({ name }) => name);

it('takes one backup a day when the library is opened, holding what the library held then', async () => {
  const paths = await newLibrary();
  const clock = fakeClock('2026-03-01T08:00:00.000Z');
  const first = await reopen(paths, { clock });
  const topic = aTopic();
  await first.commit(label, () => [putOp('topics', topic)]);
  await first.close();
  await (await reopen(paths, { clock })).close();
  expect(await names(paths.backups)).toEqual(['library-2026-03-01T08-00-00.000Z.json']);

  clock.advance(day);
  await (await reopen(paths, { clock })).close();
  expect(await names(paths.backups)).toEqual([
    'library-2026-03-02T08-00-00.000Z.json',
    'library-2026-03-01T08-00-00.000Z.json',
  ]);
  const [newest, oldest] = await names(paths.backups);
  expect(await readFile(join(paths.backups, newest!), 'utf8')).toContain(topic.id);
  expect(await readFile(join(paths.backups, oldest!), 'utf8')).not.toContain(topic.id);
});

it('keeps a week of daily backups', async () => {
  const paths = await newLibrary();
  const clock = fakeClock('2026-03-01T08:00:00.000Z');
  for (let opened = 0; opened < 12; opened += 1) {
    await (await reopen(paths, { clock })).close();
    clock.advance(day);
  }
  const days = (await names(paths.backups)).map((name) => name.slice(8, 18));
  expect(days).toEqual([12, 11, 10, '09', '08', '07', '06', '05'].map((number) => `2026-03-${number}`));
});

it('keeps 3 of today, the newest of each other day, 10 in all', () => {
  const at = (date: string, hour: number) => `2026-03-${date}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const all = ['10', '09', '08', '07', '06', '05', '04', '03', '02', '01']
    .flatMap((date) => [20, 16, 12, 8].map((hour) => at(date, hour)))
    .map((instant) => ({ name: instant, at: instant }));
  const outdated = new Set(outdatedBackups(all, at('10', 21)));
  const kept = all.filter((backup) => !outdated.has(backup)).map((backup) => backup.at);
  expect(kept).toEqual([
    ...[20, 16, 12].map((hour) => at('10', hour)),
    ...['09', '08', '07', '06', '05', '04', '03'].map((date) => at(date, 20)),
  ]);
});

it('counts only days with a backup, so that a library opened now and then keeps its past', () => {
  const all = ['2026-03-01', '2026-01-01', '2025-11-01', '2024-01-01'].map((date) => ({
    name: date,
    at: `${date}T00:00:00.000Z`,
  }));
  expect(outdatedBackups(all, '2026-03-01T00:00:00.000Z')).toEqual([]);
});

it('takes its daily backups while others are dated in the future, whichever clock was wrong', async () => {
  const paths = await newLibrary();
  const open = async (now: string) => (await reopen(paths, { clock: fakeClock(now) })).close();
  const days = async () => (await names(paths.backups)).map((name) => name.slice(8, 18));
  for (const date of ['11', '12', '13', '14']) await open(`2031-01-${date}T08:00:00.000Z`);
  for (const date of ['01', '01', '02', '03', '04', '05']) await open(`2026-03-${date}T08:00:00.000Z`);
  expect(await days()).toEqual([
    ...['14', '13', '12', '11'].map((date) => `2031-01-${date}`),
    ...['05', '04', '03', '02', '01'].map((date) => `2026-03-${date}`),
  ]);
  for (const date of ['06', '07', '08']) await open(`2026-03-${date}T08:00:00.000Z`);
  expect((await days()).filter((date) => date > '2027')).toEqual(['2031-01-14', '2031-01-13']);
});

it('leaves files with other names alone', async () => {
  const folder = join(await temporaryFolder(), 'backups');
  await mkdir(folder);
  await writeFile(join(folder, 'before the move.json'), '{}');
  await takeBackup(folder, '{}', '2024-03-01T00:00:00.000Z');
  await takeBackup(folder, '{}', '2026-03-01T00:00:00.000Z');
  expect((await readdir(folder)).toSorted()).toEqual([
    'before the move.json',
    'library-2024-03-01T00-00-00.000Z.json',
    'library-2026-03-01T00-00-00.000Z.json',
  ]);
});

it('offers what is dated in the future last: it was taken while a clock was wrong', async () => {
  const paths = await newLibrary();
  const wrong = fakeClock('2031-01-01T08:00:00.000Z');
  await (await reopen(paths, { clock: wrong })).close();
  const clock = fakeClock('2026-03-01T08:00:00.000Z');
  await (await reopen(paths, { clock })).close();
  clock.advance(day);
  await (await reopen(paths, { clock })).close();
  const offered = async () => asOffered(await listBackups(paths.backups), clock.now());
  expect((await offered()).map(({ at }) => at.slice(0, 10))).toEqual([
    '2026-03-02',
    '2026-03-01',
    '2031-01-01',
  ]);

  await writeFile(paths.snapshot, 'not a library');
  await expect(reopen(paths, { clock })).rejects.toMatchObject({
    details: { backup: 'library-2026-03-02T08-00-00.000Z.json' },
  });
});
