import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { NewLibraryReport, ShareReport } from '#shared/contract/sharing.ts';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('sharing', ({ call, upload, fetch, core }) => {
  const shareFile = async () => {
    const { topicId } = await call('topics.create', { title: 'To hand over', parentId: null });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'An entry of its own' },
      topicId,
      sectionId: null,
    });
    const { jobId } = await call('exports.run', {
      format: 'share',
      options: {},
      topicIds: [topicId],
      ticket: null,
    });
    const { result } = await core().context.jobs.ended(jobId);
    const answer = await fetch((result as { download: string }).download);
    expect(answer.headers.get('content-disposition')).toMatch(/\.carrel"$/);
    return { topicId, resourceId, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };

  it('says what is in a share file and what opening it would change', async () => {
    const { topicId, bytes } = await shareFile();
    const uploadId = await upload('share', bytes);
    expect(await call('sharing.preview', { uploadId })).toMatchObject({
      topics: [{ id: topicId, title: 'To hand over', state: 'same' }],
      counts: { resources: 1, images: 0, evidence: 0 },
      changes: { added: 0, changed: 0, removed: 0 },
      conflicts: [],
    });
  });

  it('takes a share file in, as one undo step', async () => {
    const { topicId, bytes } = await shareFile();
    await call('topics.remove', { topicId });
    const uploadId = await upload('share', bytes);
    const { jobId } = await call('sharing.open', { uploadId, choices: {} });
    const job = await core().context.jobs.ended(jobId);
    expect(job).toMatchObject({ state: 'done', error: null });
    expect((job.result as ShareReport).topics).toEqual([{ id: topicId, title: 'To hand over' }]);
    expect((await call('topics.tree', {})).map(({ id }) => id)).toContain(topicId);
    await call('history.undo', {});
    expect((await call('topics.tree', {})).map(({ id }) => id)).not.toContain(topicId);
  });

  it('makes a library of its own, which only a host that can show it opens', async () => {
    const { bytes } = await shareFile();
    const uploadId = await upload('share', bytes);
    const { jobId } = await call('sharing.create', { uploadId, title: 'A new one', ticket: null });
    const { result } = await core().context.jobs.ended(jobId);
    expect(result).toMatchObject({ title: 'A new one', topics: 1 });
    expect(existsSync(join((result as NewLibraryReport).place, 'library.json'))).toBe(true);
    await expect(call('sharing.openCreated', { jobId })).rejects.toMatchObject({
      code: 'unsupported',
      details: { reason: 'cannot-switch-library' },
    });
  });

  it('opens nothing that it has not made', async () => {
    const { bytes } = await shareFile();
    const { jobId } = await call('sharing.open', { uploadId: await upload('share', bytes), choices: {} });
    await core().context.jobs.ended(jobId);
    await expect(call('sharing.openCreated', { jobId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses what is no share file, and says so', async () => {
    const uploadId = await upload('share', new TextEncoder().encode('no ZIP'));
    await expect(call('sharing.preview', { uploadId })).rejects.toMatchObject({
      code: 'file-format',
      details: { reason: 'zip-damaged' },
    });
  });
});
