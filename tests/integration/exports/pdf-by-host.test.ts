import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Host } from '#core/context.ts';
import { createExportService } from '#core/exports/export-service.ts';
import { openTestCore } from '#tests/support/open-core.ts';

const exportPdf = async (printPage: NonNullable<Host['printPage']>, signal?: AbortSignal) => {
  const core = await openTestCore({ host: { printPage } });
  onTestFinished(core.close);
  const { topicId } = await core.call('topics.create', { title: 'Water', parentId: null });
  const path = join(core.dir, '..', 'water.pdf');
  await createExportService(core.context).run({
    format: 'pdf',
    topicIds: [topicId],
    destination: { kind: 'file', path },
    ...(signal && { signal }),
  });
  return readFile(path, 'latin1');
};

it('lets the host print where it can, with its dates and numbers of elements settled', async () => {
  const pages: string[] = [];
  const pdf = await exportPdf((page) => {
    pages.push(page);
    return Promise.resolve(
      Buffer.from('%PDF-1.7 /CreationDate (D:20010101000000Z) node00000077 node00000009'),
    );
  });
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('<h1 class="topic-title"');
  expect(pdf).toMatch(/^%PDF-1\.7 \/CreationDate \(D:2026\d{10}Z\) node00000002 node00000001$/);
});

it('says in a sentence that printing failed, whatever the host said', async () => {
  await expect(exportPdf(() => Promise.reject(new Error('the renderer crashed')))).rejects.toMatchObject({
    code: 'storage',
    message: expect.stringMatching(/^The PDF could not be made\. Nothing was written\./),
    details: { reason: 'pdf-failed' },
  });
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const printing = exportPdf(
    (_page, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('gone')));
        stop.abort(reason);
      }),
    stop.signal,
  );
  await expect(printing).rejects.toBe(reason);
});
