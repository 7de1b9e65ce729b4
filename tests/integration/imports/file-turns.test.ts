import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createImportHandlers } from '#core/imports/handlers.ts';
import type { Turns } from '#core/turns.ts';
import { importPreviewSchema, importReportSchema } from '#shared/contract/imports.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const adopt = async (name: string, bytes: string | Uint8Array) => {
  const path = join(core.dir, '..', name);
  await writeFile(path, bytes);
  return core.context.uploads.adopt(path);
};

/** A picture that was thrown away, and its bytes. */
const thrownAway = async () => {
  const bytes = await makeImage({ seed: 3 });
  const { id: uploadId } = await adopt('river.jpg', bytes);
  const { image } = await core.call('images.add', {
    uploadId,
    fileName: 'river.jpg',
    foundAt: null,
    use: null,
  });
  await core.call('images.remove', { imageId: image.id });
  return { imageId: image.id, bytes };
};

/** Brings in a table and the picture that it names. */
const bringIn = async (bytes: Uint8Array, fileTurns: Turns) => {
  const { jobs } = core.context;
  const handlers = createImportHandlers({ ...core.context, fileTurns });
  const files = [
    { uploadId: (await adopt('list.csv', 'title,filename\nRiver,river.jpg\n')).id, fileName: 'list.csv' },
    { uploadId: (await adopt('river.jpg', bytes)).id, fileName: 'river.jpg' },
  ];
  const read = await jobs.ended((await handlers['imports.read']({ files })).jobId);
  const { importId } = importPreviewSchema.parse(read.result);
  const target = {
    into: { kind: 'new', title: 'Imported' },
    folders: 'topics',
    duplicates: 'add',
  } as const;
  const commit = await jobs.ended((await handlers['imports.commit']({ importId, target })).jobId);
  return importReportSchema.parse(commit.result);
};

const purge = () => core.call('trash.purge', { trashId: null });
const original = (imageId: string) => join(core.dir, 'images', `${imageId}.jpg`);

it('stores a picture again that was deleted for good just before its record is written', async () => {
  const { imageId, bytes } = await thrownAway();
  let purged = 0;
  const report = await bringIn(bytes, async (work) => {
    await purge();
    purged += 1;
    expect(existsSync(original(imageId))).toBe(false);
    return core.context.fileTurns(work);
  });
  expect(purged).toBe(1);
  expect(report.pictures).toBe(1);
  expect(core.context.datastore.tables.images[imageId]).toBeDefined();
  expect(existsSync(original(imageId))).toBe(true);
});

it('keeps a picture when the trash is emptied while its record is being written', async () => {
  const { imageId, bytes } = await thrownAway();
  const purging: Promise<unknown>[] = [];
  await bringIn(bytes, (work) =>
    core.context.fileTurns(async () => {
      purging.push(purge());
      return work();
    }),
  );
  await Promise.all(purging);
  expect(purging).toHaveLength(1);
  expect(core.context.datastore.tables.trash).toEqual({});
  expect(core.context.datastore.tables.images[imageId]).toBeDefined();
  expect(existsSync(original(imageId))).toBe(true);
});
