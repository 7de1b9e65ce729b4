import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const openFile = async (path: string) => {
  const { id: uploadId } = await core.context.uploads.adopt(path);
  const { jobId } = await core.call('sharing.open', { uploadId, choices: {} });
  expect(await core.context.jobs.ended(jobId)).toMatchObject({ state: 'done', error: null });
};

it('what a share file brought back can be thrown away again, and what waits in the trash does no harm', async () => {
  const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
  await core.call('resources.create', { fields: { title: 'Rivers' }, topicId, sectionId: null });
  const path = join(core.dir, '..', 'water.carrel');
  const destination = { kind: 'file', path } as const;
  await createExportService(core.context).run({ format: 'share', topicIds: [topicId], destination });
  await core.call('topics.remove', { topicId });
  await openFile(path);
  expect((await core.call('topics.board', { topicId })).topic.title).toBe('Water');
  const before = JSON.stringify(core.context.datastore.tables.topics);
  const [entry] = Object.values(core.context.datastore.tables.trash);
  const restored = await core.call('trash.restore', { trashId: entry?.id ?? '' }).then(
    () => 'restored',
    (error: { code?: string }) => error.code,
  );
  expect(restored).not.toBe('internal');
  expect(JSON.stringify(core.context.datastore.tables.topics)).toBe(before);
  await core.call('topics.remove', { topicId });
  expect(await core.call('topics.tree', {})).toEqual([]);
});
