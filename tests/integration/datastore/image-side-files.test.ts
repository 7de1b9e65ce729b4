import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { openTestDatastore, reopen } from '#tests/support/open-datastore.ts';
import { anImage } from '#tests/support/records.ts';

const label = { key: 'image.add', values: { title: 'river.png' } };

it('keeps beside each picture what the library says of it', async () => {
  const { datastore, paths } = await openTestDatastore();
  const image = anImage();
  await datastore.commit(label, () => [putOp('images', image)]);
  await datastore.commit(label, () => editOps('images', image, { alt: 'A river' }));
  await datastore.close();
  expect(await readdir(paths.images)).toEqual([`${image.id}.json`]);
  const text = await readFile(join(paths.images, `${image.id}.json`), 'utf8');
  expect(JSON.parse(text)).toEqual({ ...image, alt: 'A river' });
});

it('writes the file when the change was found in the journal after a crash', async () => {
  const { datastore, paths } = await openTestDatastore();
  const before = await readFile(paths.snapshot);
  await datastore.commit(label, () => [putOp('images', anImage())]);
  const journal = await readFile(paths.journal);
  await datastore.close();
  await writeFile(paths.snapshot, before);
  await writeFile(paths.journal, journal);
  await rm(paths.images, { recursive: true });
  await (await reopen(paths)).close();
  expect(await readdir(paths.images)).toHaveLength(1);
});

it('does not fail an edit because a file cannot be written, but logs it', async () => {
  const logger = memoryLogger();
  const { datastore, paths } = await openTestDatastore({ logger });
  const image = anImage();
  await rm(paths.images, { recursive: true });
  await mkdir(paths.cache, { recursive: true });
  await writeFile(paths.images, 'in the way');
  await datastore.commit(label, () => [putOp('images', image)]);
  await datastore.close();
  expect(logger.errors.map(({ message }) => message)).toEqual(['an image side file was not written']);
});
