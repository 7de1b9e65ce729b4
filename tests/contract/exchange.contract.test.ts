import { expect, it } from 'vitest';
import type { ExportReport } from '#shared/contract/exchange.ts';
import type { JobId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('exchange', ({ call, fetch, core }) => {
  const result = async <Result>(jobId: JobId) => {
    const job = await core().context.jobs.ended(jobId);
    expect(job).toMatchObject({ state: 'done', error: null });
    expect(await call('jobs.get', { jobId })).toEqual(job);
    return job.result as Result;
  };

  const makeTopic = async () => {
    const { topicId } = await call('topics.create', { title: 'To publish', parentId: null });
    await call('resources.create', { fields: { title: 'An entry of its own' }, topicId, sectionId: null });
    return topicId;
  };

  it('says what stands between a topic and a page one can be proud of', async () => {
    expect(Array.isArray(await call('exports.check', { topicIds: null }))).toBe(true);
  });

  it('hands over the code of one topic, and refuses a topic that is not there', async () => {
    const topicId = await makeTopic();
    const { html } = await call('exports.fragment', { topicId });
    expect(html).toContain('<h2>To publish</h2>');
    expect(html).toContain('An entry of its own');
    await call('topics.remove', { topicId });
    await expect(call('exports.fragment', { topicId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes the site as a download where there is nowhere to save', async () => {
    const topicId = await makeTopic();
    const { jobId } = await call('exports.run', {
      format: 'site',
      options: {},
      topicIds: [topicId],
      ticket: null,
    });
    const report = await result<ExportReport>(jobId);
    expect(report.files).toBeGreaterThan(2);
    const download = await fetch(String(report.download));
    expect(download.headers.get('content-type')).toBe('application/zip');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.zip"$/);
    const bytes = Buffer.from(await download.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBe(report.bytes);
  });

  it('writes one file as a download under its own ending and type', async () => {
    const topicId = await makeTopic();
    const { jobId } = await call('exports.run', {
      format: 'csv',
      options: {},
      topicIds: [topicId],
      ticket: null,
    });
    const report = await result<ExportReport>(jobId);
    expect(report).toMatchObject({ format: 'csv', files: 1 });
    const download = await fetch(String(report.download));
    expect(download.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.csv"$/);
    expect(await download.text()).toContain('An entry of its own');
  });

  /** The core in process answers a redirect as it is; over HTTP it has been followed. */
  const followOnce = async (path: string) => {
    const answer = await fetch(path);
    const next = answer.headers.get('location');
    return next === null ? answer : fetch(next);
  };

  it('shows a topic as the exporter would write it', async () => {
    const preview = await followOnce(`/preview/${await makeTopic()}/`);
    expect(preview.headers.get('content-type')).toContain('text/html');
    expect(preview.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await preview.text()).toContain('An entry of its own');
  });
});
