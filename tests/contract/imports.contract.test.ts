import { expect, it } from 'vitest';
import type { ImportPreview, ImportReport, ImportTarget } from '#shared/contract/imports.ts';
import type { JobId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';

const table = `name of it,url,type,description,seen
Conservation programs,https://example.org/a,Webinar,What was said,03/04/2018
,,News,Neither title nor address,
Sharing spaces,https://example.org/c,News,Three libraries,13/04/2018
`;

const target: ImportTarget = {
  into: { kind: 'new', title: 'Imported' },
  folders: 'topics',
  duplicates: 'show',
};

describeContract('imports', ({ call, upload, core }) => {
  const result = async <Result>(jobId: JobId) => {
    const job = await core().context.jobs.ended(jobId);
    expect(job).toMatchObject({ state: 'done', error: null });
    return job.result as Result;
  };

  const read = async () => {
    const uploadId = await upload('import', new TextEncoder().encode(table));
    const { jobId } = await call('imports.read', { files: [{ uploadId, fileName: 'links.csv' }] });
    return result<ImportPreview>(jobId);
  };
  const page = { offset: 0, limit: 50 };

  it('reads, adjusts, says what will be made, makes it as one undo step, and reports', async () => {
    const preview = await read();
    const { importId } = preview;
    expect(preview).toMatchObject({ records: 2, refused: 1, sources: [{ format: 'csv', headerRow: 1 }] });
    const adjusted = await call('imports.adjust', {
      importId,
      choices: [{ source: 0, columns: { 'name of it': 'title', seen: 'checkedOn' } }],
    });
    expect(await result<ImportPreview>(adjusted.jobId)).toMatchObject({
      importId,
      sources: [{ questions: [{ id: 'dates seen', ask: 'date-order', answer: 'day-first' }] }],
    });
    expect(await call('imports.rows', { importId, ...page })).toMatchObject({
      total: 2,
      items: [{ row: 2, title: 'Conservation programs' }, { row: 4 }],
    });
    expect(await call('imports.problems', { importId, ...page })).toMatchObject({
      items: [{ row: 3, isRefused: true, reason: 'row-without-title' }],
    });
    expect(await call('imports.duplicates', { importId, ...page })).toEqual({ total: 0, items: [] });
    expect(await call('imports.plan', { importId, target })).toMatchObject({
      topics: [{ title: 'Imported', isNew: true, sections: [{ records: 2 }] }],
      added: 2,
    });
    expect(await call('topics.tree', {})).toEqual([]);
    const { jobId } = await call('imports.commit', { importId, target });
    const report = await result<ImportReport>(jobId);
    expect(report).toMatchObject({ taken: 2, refusedCount: 1, topicsMade: 1 });
    expect(await call('topics.tree', {})).toMatchObject([{ title: 'Imported', resourceCount: 2 }]);
    for (const format of ['html', 'csv', 'text'] as const) {
      const file = await call('imports.report', { importId, format, language: 'en' });
      expect(file.text).toContain('neither a title nor a link');
      const translated = await call('imports.report', { importId, format, language: 'es' });
      expect(translated.text).toContain('Esta fila no tiene ni título ni enlace.');
      expect(translated.text).not.toContain('neither a title nor a link');
    }
    await call('history.undo', {});
    expect(await call('topics.tree', {})).toEqual([]);
    await call('history.redo', {});
  });

  it('remembers what the curator said of the columns, and finds what the library has', async () => {
    const { importId, sources, duplicates } = await read();
    expect(sources[0]?.columns).toMatchObject([
      { field: 'title', filled: 2 },
      { field: 'url' },
      { field: 'type' },
      { field: 'summary' },
      { field: 'checkedOn' },
    ]);
    expect(duplicates).toBe(2);
    expect(await call('imports.duplicates', { importId, ...page })).toMatchObject({
      items: [{ by: 'address', present: 'Conservation programs', topicTitles: ['Imported'] }, {}],
    });
    expect(await call('imports.plan', { importId, target })).toMatchObject({ added: 0, shown: 2 });
    expect(await call('imports.plan', { importId, target: { ...target, duplicates: 'skip' } })).toMatchObject(
      { added: 0, skipped: 2 },
    );
    expect(await call('imports.discard', { importId })).toBe(null);
    await expect(call('imports.rows', { importId, ...page })).rejects.toMatchObject({ code: 'not-found' });
  });
});
