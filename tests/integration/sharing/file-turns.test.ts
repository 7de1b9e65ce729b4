import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CoreContext } from '#core/context.ts';
import { createExportService } from '#core/exports/export-service.ts';
import { createSharingService } from '#core/sharing/sharing-service.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture } from '#tests/support/publishable-library.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** A picture of a topic that was shared, and that was thrown away afterwards; the file of the share. */
const shareAndThrowAway = async () => {
  const imageId = await addPicture(core, { seed: 1, alt: 'A river', credit: { title: 'River' } });
  const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
  await core.call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
  const path = join(core.dir, '..', 'water.carrel');
  await createExportService(core.context).run({
    format: 'share',
    topicIds: [topicId],
    destination: { kind: 'file', path },
  });
  await core.call('topics.remove', { topicId });
  await core.call('images.remove', { imageId });
  return { imageId, path };
};

const purge = () => core.call('trash.purge', { trashId: null });

const openShare = async (path: string, context: CoreContext) => {
  const { id } = await core.context.uploads.adopt(path);
  const work = { signal: new AbortController().signal, progress: () => undefined };
  return createSharingService(context).open(id, {}, work);
};

const original = (imageId: string) => join(core.dir, 'images', `${imageId}.jpg`);

it('brings back a picture that is deleted for good just before its record is written', async () => {
  const { imageId, path } = await shareAndThrowAway();
  expect(existsSync(original(imageId))).toBe(true);
  let purged = 0;
  const report = await openShare(path, {
    ...core.context,
    fileTurns: async (work) => {
      await purge();
      purged += 1;
      expect(existsSync(original(imageId))).toBe(false);
      return core.context.fileTurns(work);
    },
  });
  expect(purged).toBe(1);
  expect(report.images).toBe(1);
  expect(core.context.datastore.tables.images[imageId]).toBeDefined();
  expect(existsSync(original(imageId))).toBe(true);
});

it('keeps the picture when its trash is emptied while its record is being written', async () => {
  const { imageId, path } = await shareAndThrowAway();
  let purging: Promise<unknown> = Promise.resolve();
  await openShare(path, {
    ...core.context,
    fileTurns: (work) =>
      core.context.fileTurns(async () => {
        purging = purge();
        return work();
      }),
  });
  await purging;
  expect(core.context.datastore.tables.trash).toEqual({});
  expect(core.context.datastore.tables.images[imageId]).toBeDefined();
  expect(existsSync(original(imageId))).toBe(true);
});
