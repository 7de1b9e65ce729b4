import { beforeAll, describe, expect, it } from 'vitest';
import { putOp } from '#core/datastore/ops.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { RightsFilter } from '#shared/contract/rights.ts';
import { emptyCredit, type LicenseId } from '#shared/model/credit.ts';
import type { ImageId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { anImage } from '#tests/support/records.ts';

describeContract('rights', ({ call, upload, fetch, core }) => {
  let seed = 100;
  const picture = async (credit: Record<string, unknown> = {}): Promise<ImageId> => {
    seed += 1;
    const uploadId = await upload('image', await makeImage({ seed, width: 300, height: 200 }));
    const { image } = await call('images.add', {
      uploadId,
      fileName: `photo-${seed}.jpg`,
      foundAt: null,
      use: null,
    });
    await call('images.update', { imageId: image.id, patch: { credit } });
    return image.id;
  };
  const onTopic = async (imageId: ImageId) => {
    const { topicId } = await call('topics.create', { title: `Topic ${seed}`, parentId: null });
    await call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
    return topicId;
  };
  const whole = { filter: null, offset: 0, limit: 100 } as const;
  const ended = async (jobId: string) => {
    const job = await core().context.jobs.ended(jobId as never);
    if (job.state !== 'done') throw new Error(job.error?.message ?? job.state);
    return job.result as { place: string; download: string | null; files: number };
  };

  it('reports the pictures of a topic by state and by what the license forbids', async () => {
    const imageId = await picture({ creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' });
    const topicIds = [await onTopic(imageId)];
    const { counts, total, items } = await call('rights.report', { topicIds, ...whole });
    expect(counts).toEqual({
      all: 1,
      unknown: 0,
      incomplete: 1,
      'permission-needed': 0,
      complete: 0,
      'non-commercial': 1,
      'no-derivatives': 1,
      'share-alike': 0,
    });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ state: 'incomplete', decision: null });
    expect(items[0]?.missing.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'sourceUrl',
    ]);
    const complete = await call('rights.report', { topicIds, ...whole, filter: 'complete' });
    expect(complete).toMatchObject({ total: 0, items: [], counts: { all: 1 } });
  });

  it('names all pictures under a filter, however many pages the report has', async () => {
    const first = await picture({ creator: 'A', licenseId: 'cc-by-nc-4.0' });
    const second = await picture({ creator: 'B', licenseId: 'cc-by-nc-4.0' });
    const topicIds = [await onTopic(first)];
    expect(await call('rights.imageIds', { topicIds, filter: null })).toEqual([first]);
    const all = await call('rights.imageIds', { topicIds: null, filter: 'non-commercial' });
    expect(all).toEqual(expect.arrayContaining([first, second]));
    const page = { topicIds: null, filter: 'non-commercial', offset: 1, limit: 1 } as const;
    const { total, items } = await call('rights.report', page);
    expect([total, items.map(({ image }) => image.id)]).toEqual([all.length, [all[1]]]);
  });

  it('edits many credits at once, in one step that undo takes back', async () => {
    const ids = [await picture({ creator: 'Kept' }), await picture()];
    const edit = { imageIds: ids, patch: { creator: 'Jane', licenseId: 'cc-by-4.0' } };
    expect(await call('rights.editCredits', { ...edit, onlyEmpty: true })).toEqual({ changed: 2 });
    const credits = async () =>
      Promise.all(ids.map(async (imageId) => (await call('images.get', { imageId })).image.credit));
    expect((await credits()).map(({ creator, licenseId }) => [creator, licenseId])).toEqual([
      ['Kept', 'cc-by-4.0'],
      ['Jane', 'cc-by-4.0'],
    ]);
    expect(await call('rights.editCredits', { ...edit, onlyEmpty: true })).toEqual({ changed: 0 });
    expect(await call('rights.editCredits', { ...edit, onlyEmpty: false })).toEqual({ changed: 1 });
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await credits()).map(({ licenseId }) => licenseId)).toEqual([null, null]);
  });

  it('refuses an edit of pictures that are not there, and changes none', async () => {
    const imageId = await picture();
    const input = { imageIds: [imageId, 'f'.repeat(64)], patch: { creator: 'Jane' }, onlyEmpty: false };
    await expect(call('rights.editCredits', input)).rejects.toMatchObject({ code: 'not-found' });
    expect((await call('images.get', { imageId })).image.credit.creator).toBe('');
  });

  it('takes the names of as many pictures as a library may hold', async () => {
    const imageIds = Array.from(
      { length: 100_000 },
      (_, index) => index.toString(16).padStart(64, '0') as ImageId,
    );
    await expect(
      call('rights.editCredits', { imageIds, patch: { creator: 'Jo' }, onlyEmpty: true }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('rights.decide', { imageIds, reason: 'Ours' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps what is open from being published, until somebody decides with a reason', async () => {
    const imageId = await picture();
    const topicIds = [await onTopic(imageId)];
    expect((await call('rights.gate', { topicIds })).blocked.map(({ state }) => state)).toEqual(['unknown']);
    const { jobId } = await call('exports.run', { format: 'site', options: {}, topicIds, ticket: null });
    expect((await core().context.jobs.ended(jobId)).error?.details).toMatchObject({
      reason: 'license-undecided',
    });
    await expect(call('rights.decide', { imageIds: [imageId], reason: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const { decisionId } = await call('rights.decide', { imageIds: [imageId], reason: 'Agreed by phone.' });
    const gate = await call('rights.gate', { topicIds });
    expect(gate.blocked).toEqual([]);
    expect(gate.decided[0]?.decision).toMatchObject({ reason: 'Agreed by phone.', by: 'tester' });
    await ended((await call('exports.run', { format: 'site', options: {}, topicIds, ticket: null })).jobId);
    expect(await call('rights.takeBack', { decisionId, imageId: null })).toBeNull();
    expect((await call('rights.gate', { topicIds })).blocked).toHaveLength(1);
  });

  it('takes a decision back for one picture only', async () => {
    const ids = [await picture(), await picture()];
    const { decisionId } = await call('rights.decide', { imageIds: ids, reason: 'Ours.' });
    await call('rights.takeBack', { decisionId, imageId: ids[0] ?? null });
    expect(core().context.datastore.require('rightsDecisions', decisionId).imageIds).toEqual([ids[1]]);
  });

  it('asks about commercial use only where it matters, and remembers the answer', async () => {
    const source = { creator: 'J', sourceUrl: 'https://example.org/1' };
    const free = [await onTopic(await picture({ ...source, licenseId: 'cc-by-4.0' }))];
    expect(await call('rights.gate', { topicIds: free })).toMatchObject({
      mattersCommercial: false,
      blocked: [],
    });
    const topicId = await onTopic(await picture({ ...source, licenseId: 'cc-by-nc-4.0' }));
    expect(await call('rights.gate', { topicIds: [topicId] })).toMatchObject({
      mattersCommercial: true,
      commercialUse: null,
    });
    await call('topics.update', { topicId, patch: { commercialUse: true } });
    expect(await call('rights.gate', { topicIds: [topicId] })).toMatchObject({
      commercialUse: true,
      blocked: [{ state: 'permission-needed' }],
    });
    await call('topics.update', { topicId, patch: { commercialUse: false } });
    expect(await call('rights.gate', { topicIds: [topicId] })).toMatchObject({
      commercialUse: false,
      blocked: [],
    });
  });

  describe('evidence', () => {
    it('is kept with its file, described, shown, thrown away and brought back', async () => {
      const imageId = await picture({ licenseId: 'permission' });
      const letter = Buffer.from('From: owner@example.org\nSubject: Yes\n\nYou may.\n');
      const uploadId = await upload('evidence', letter);
      const add = { imageId, uploadId, fileName: '../letter “1”.eml', fields: { seenOn: '2026-03' } };
      const { evidenceId } = await call('evidence.add', add);
      await call('evidence.update', {
        evidenceId,
        patch: { note: 'By mail', pageUrl: 'https://example.org' },
      });
      const [kept] = await call('evidence.list', { imageId });
      expect(kept).toMatchObject({
        kind: 'permission',
        seenOn: '2026-03',
        note: 'By mail',
        file: { extension: 'eml', mediaType: 'message/rfc822', bytes: letter.length },
      });
      const answer = await fetch(`/evidence/${evidenceId}`);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(letter);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
      expect(await call('evidence.remove', { evidenceId })).toBeNull();
      expect(await call('evidence.list', { imageId })).toEqual([]);
      expect((await fetch(`/evidence/${evidenceId}`)).status).toBe(404);
      const [thrown] = await call('trash.list', {});
      if (!thrown) throw new Error('The trash is empty.');
      expect(thrown.kind).toBe('evidence');
      await call('trash.restore', { trashId: thrown.id });
      expect(await call('evidence.list', { imageId })).toEqual([kept]);
    });

    it('is one step to undo with what came along with it', async () => {
      const imageId = await picture();
      const seen = { imageId, uploadId: null, fileName: '', fields: { note: 'Seen' } };
      const { changeId } = await call('evidence.add', seen);
      const asked = { ...seen, fields: { note: 'Asked' }, joins: changeId };
      expect((await call('evidence.add', asked)).changeId).toBe(changeId);
      await call('history.undo', {});
      expect(await call('evidence.list', { imageId })).toEqual([]);
    });

    it('goes to the trash with its picture and comes back with it', async () => {
      const imageId = await picture();
      await call('evidence.add', { imageId, uploadId: null, fileName: '', fields: { note: 'Seen' } });
      await call('images.remove', { imageId });
      const [thrown] = await call('trash.list', {});
      if (!thrown) throw new Error('The trash is empty.');
      await call('trash.restore', { trashId: thrown.id });
      expect((await call('evidence.list', { imageId })).map(({ note }) => note)).toEqual(['Seen']);
    });

    it('meets the duty to show a permission', async () => {
      const imageId = await picture({ creator: 'J', licenseId: 'permission' });
      const topicIds = [await onTopic(imageId)];
      const state = async () => (await call('rights.report', { topicIds, ...whole })).items[0]?.state;
      expect(await state()).toBe('incomplete');
      await call('evidence.add', {
        imageId,
        uploadId: null,
        fileName: '',
        fields: { note: 'Letter of May' },
      });
      expect(await state()).toBe('complete');
      const { withEvidence } = await call('images.list', { offset: 0, limit: 500 });
      expect(withEvidence).toContain(imageId);
    });

    it('is refused when it is a program or empty', async () => {
      const imageId = await picture();
      const add = async (bytes: Buffer) =>
        call('evidence.add', {
          imageId,
          uploadId: await upload('evidence', bytes),
          fileName: 'x.pdf',
          fields: {},
        });
      await expect(add(Buffer.from('MZ\u0000\u0001\u0002'))).rejects.toMatchObject({
        details: { reason: 'evidence-kind' },
      });
      await expect(add(Buffer.alloc(0))).rejects.toMatchObject({ details: { reason: 'evidence-empty' } });
      expect(await call('evidence.list', { imageId })).toEqual([]);
    });

    it('is in the dossier, with the table and the page', async () => {
      const imageId = await picture({ title: '=1+1', licenseId: 'cc0-1.0' });
      const uploadId = await upload('evidence', Buffer.from('%PDF-1.4 and so on'));
      await call('evidence.add', { imageId, uploadId, fileName: 'page.pdf', fields: {} });
      const { jobId } = await call('rights.dossier', { topicIds: [await onTopic(imageId)], ticket: null });
      expect(await ended(jobId)).toMatchObject({ place: 'rights-dossier.zip', files: 3, problems: [] });
    });
  });
});

/** More than one page of the report holds. */
const many = 1_200;

describeContract('rights of many pictures', ({ call, core }) => {
  beforeAll(async () => {
    const pictures = Array.from({ length: many }, (_, index) =>
      anImage({
        id: index.toString(16).padStart(64, '0'),
        fileName: `photo-${index}.jpg`,
        credit: { ...emptyCredit, creator: 'jenlen', licenseId: index % 2 === 0 ? 'cc-by-nc-4.0' : null },
      }),
    );
    await core().context.datastore.commit({ key: 'import.csv', values: {} }, () =>
      pictures.map((picture) => putOp('images', picture)),
    );
  });
  const page = (filter: RightsFilter | null, offset: number) =>
    call('rights.report', { topicIds: null, filter, offset, limit: 1_000 });
  const idsOf = ({ items }: OutputOf<'rights.report'>) => items.map(({ image }) => image.id);

  it('reports them page by page, each once, in one order', async () => {
    const [first, second, beyond] = [await page(null, 0), await page(null, 1_000), await page(null, many)];
    expect([first, second, beyond].map(({ total, items }) => [total, items.length])).toEqual([
      [many, 1_000],
      [many, 200],
      [many, 0],
    ]);
    expect(second.counts).toMatchObject({ all: many, unknown: 600, 'non-commercial': 600 });
    const all = [...idsOf(first), ...idsOf(second)];
    expect(new Set(all).size).toBe(many);
    expect(await call('rights.imageIds', { topicIds: null, filter: null })).toEqual(all);
  });

  it('counts pages under a filter by what the filter leaves', async () => {
    const { total, items } = await page('non-commercial', 500);
    expect([total, items.length]).toEqual([600, 100]);
    expect(new Set(items.map(({ image }) => image.credit.licenseId))).toEqual(new Set(['cc-by-nc-4.0']));
  });

  it('refuses a page of more than 1,000', async () => {
    const asked = call('rights.report', { topicIds: null, filter: null, offset: 0, limit: 1_001 });
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('completes the credits of all of them in one step', async () => {
    const imageIds = await call('rights.imageIds', { topicIds: null, filter: 'unknown' });
    const all = [
      ...imageIds,
      ...(await call('rights.imageIds', { topicIds: null, filter: 'non-commercial' })),
    ];
    expect(all).toHaveLength(many);
    const patch = { licenseId: 'cc0-1.0' as LicenseId };
    expect(await call('rights.editCredits', { imageIds: all, patch, onlyEmpty: true })).toEqual({
      changed: 600,
    });
    await call('history.undo', {});
    expect(await page(null, 1_000)).toMatchObject({ counts: { unknown: 600 } });
  });
});
