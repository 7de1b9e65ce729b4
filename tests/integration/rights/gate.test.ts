import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

let seed = 0;

const adopted = async (bytes: Uint8Array | string): Promise<string> => {
  const path = join(core.dir, '..', `file-${(seed += 1)}`);
  await writeFile(path, bytes);
  return (await core.context.uploads.adopt(path)).id;
};

type CreditFields = NonNullable<InputOf<'images.update'>['patch']['credit']>;

const onTopic = async (credit: CreditFields): Promise<{ imageId: ImageId; topicId: TopicId }> => {
  const uploadId = await adopted(await makeImage({ seed: 40 + seed }));
  const { image } = await core.call('images.add', {
    uploadId,
    fileName: 'photo.jpg',
    foundAt: null,
    use: null,
  });
  await core.call('images.update', { imageId: image.id, patch: { alt: 'A chair', credit } });
  const { topicId } = await core.call('topics.create', { title: `Topic ${seed}`, parentId: null });
  await core.call('topics.update', { topicId, patch: { hero: { imageId: image.id, focalPoint: null } } });
  await core.call('resources.create', { fields: { title: 'x' }, topicId, sectionId: null });
  return { imageId: image.id, topicId };
};

const problems = async (topicId: TopicId) =>
  (await core.call('exports.check', { topicIds: [topicId] })).map(({ kind, details }) => [kind, details]);

const whole = { creator: 'Ana', sourceUrl: 'https://example.org/1' };

describe('what exports.check says is what the gate does', () => {
  it('with a decision, and its reason', async () => {
    const { imageId, topicId } = await onTopic({ licenseId: 'cc-by-2.0' });
    expect((await problems(topicId)).map(([kind]) => kind)).toEqual(['credit-incomplete']);
    await core.call('rights.decide', { imageIds: [imageId], reason: 'Agreed by phone.' });
    expect(await problems(topicId)).toEqual([['rights-decided', 'Agreed by phone.']]);
  });

  it('with a decision about a license that the picture has no longer', async () => {
    const { imageId, topicId } = await onTopic({ licenseId: 'cc-by-2.0' });
    const license = (licenseId: string) =>
      core.call('images.update', { imageId, patch: { credit: { licenseId } } });
    await core.call('rights.decide', { imageIds: [imageId], reason: 'Agreed by phone.' });
    await license('cc-by-nc-nd-4.0');
    expect((await problems(topicId)).map(([kind]) => kind)).toContain('credit-incomplete');
    const line = async () =>
      (await core.call('rights.report', { topicIds: [topicId], filter: null, offset: 0, limit: 1 })).items[0];
    expect(await line()).toMatchObject({ decision: null, lapsed: { reason: 'Agreed by phone.' } });
    await license('cc-by-2.0');
    expect(await line()).toMatchObject({ decision: { reason: 'Agreed by phone.' }, lapsed: null });
  });

  it('and what the search finds by is:credit-due', async () => {
    const { imageId, topicId } = await onTopic({ ...whole, licenseId: 'permission' });
    const { resourceId } = await core.call('resources.create', {
      fields: { title: 'With a letter', imageId },
      topicId,
      sectionId: null,
    });
    const due = async () =>
      (
        await core.call('search.query', {
          query: 'is:credit-due letter',
          sort: 'relevance',
          descending: false,
          offset: 0,
          limit: 9,
          facets: false,
        })
      ).items.map((item) => item.resourceId);
    expect(await due()).toEqual([resourceId]);
    const letter = await adopted('From: owner@example.org\nSubject: Yes\n\nYou may.\n');
    const { evidenceId } = await core.call('evidence.add', {
      imageId,
      uploadId: letter,
      fileName: 'yes.eml',
      fields: {},
    });
    expect(await due()).toEqual([]);
    await core.call('evidence.remove', { evidenceId });
    expect(await due()).toEqual([resourceId]);
  });

  it('with evidence that is kept, not only noted', async () => {
    const { imageId, topicId } = await onTopic({ ...whole, licenseId: 'permission' });
    expect((await problems(topicId)).map(([kind]) => kind)).toEqual(['credit-incomplete']);
    const letter = await adopted('From: owner@example.org\nSubject: Yes\n\nYou may.\n');
    await core.call('evidence.add', { imageId, uploadId: letter, fileName: 'yes.eml', fields: {} });
    expect(await problems(topicId)).toEqual([]);
  });

  it('about commercial use: a question while nobody was asked, a refusal when it is, nothing when it is not', async () => {
    const { topicId } = await onTopic({ ...whole, licenseId: 'cc-by-nc-4.0' });
    const said = async (commercialUse: boolean | null) => {
      await core.call('topics.update', { topicId, patch: { commercialUse } });
      return (await problems(topicId)).map(([kind]) => kind);
    };
    expect(await said(null)).toEqual(['commercial-question']);
    expect(await said(true)).toEqual(['permission-needed']);
    expect(await said(false)).toEqual([]);
    const free = await onTopic({ ...whole, licenseId: 'cc-by-4.0' });
    expect(await problems(free.topicId)).toEqual([]);
  });

  it('and publishes nothing before the question is answered', async () => {
    const { topicId } = await onTopic({ ...whole, title: 'Maybe for sale', licenseId: 'cc-by-nc-4.0' });
    const run = async () => {
      const order = { topicIds: [topicId], ticket: null, options: {} };
      const { jobId } = await core.call('exports.run', { format: 'site', ...order });
      return core.context.jobs.ended(jobId);
    };
    expect((await run()).error?.details).toMatchObject({
      reason: 'commercial-question',
      pictures: 'Maybe for sale',
    });
    await core.call('topics.update', { topicId, patch: { commercialUse: false } });
    expect((await run()).state).toBe('done');
  });

  it('says that a head is shown whole, once its license forbids the crop that was set', async () => {
    const { imageId, topicId } = await onTopic({ ...whole, title: 'Cropped', licenseId: 'cc-by-4.0' });
    const hero = { imageId, focalPoint: { x: 0.2, y: 0.3 } };
    await core.call('topics.update', { topicId, patch: { hero } });
    expect(await problems(topicId)).toEqual([]);
    await core.call('images.update', { imageId, patch: { credit: { licenseId: 'cc-by-nd-4.0' } } });
    expect((await problems(topicId)).map(([kind]) => kind)).toEqual(['shown-whole']);
    await core.call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
    expect(await problems(topicId)).toEqual([]);
  });

  it('and refuses what is sold and forbids it', async () => {
    const { topicId } = await onTopic({ ...whole, title: 'Not for sale', licenseId: 'cc-by-nc-4.0' });
    await core.call('topics.update', { topicId, patch: { commercialUse: true } });
    const { jobId } = await core.call('exports.run', {
      format: 'site',
      topicIds: [topicId],
      ticket: null,
      options: {},
    });
    expect((await core.context.jobs.ended(jobId)).error?.details).toMatchObject({
      reason: 'rights-open',
      pictures: 'Not for sale',
    });
  });
});

describe('what the report says about commercial use', () => {
  const stateOf = async (imageId: ImageId, topicIds: TopicId[] | null) => {
    const { items } = await core.call('rights.report', { topicIds, filter: null, offset: 0, limit: 1_000 });
    return items.find(({ image }) => image.id === imageId)?.state;
  };
  const say = (topicId: TopicId, commercialUse: boolean | null) =>
    core.call('topics.update', { topicId, patch: { commercialUse } });

  it('is what the topics that show a picture say, before what the library says', async () => {
    const { imageId, topicId } = await onTopic({ ...whole, licenseId: 'cc-by-nc-4.0' });
    expect(await stateOf(imageId, null)).toBe('complete');
    await say(topicId, true);
    expect([await stateOf(imageId, null), await stateOf(imageId, [topicId])]).toEqual([
      'permission-needed',
      'permission-needed',
    ]);
    await core.call('library.update', { patch: { commercialUse: true } });
    await say(topicId, false);
    expect(await stateOf(imageId, null)).toBe('complete');
    await say(topicId, null);
    expect(await stateOf(imageId, null)).toBe('permission-needed');
    await core.call('library.update', { patch: { commercialUse: null } });
  });

  it('is yes for a picture of two topics as soon as one of them is sold', async () => {
    const { imageId, topicId } = await onTopic({ ...whole, licenseId: 'cc-by-nc-4.0' });
    const { topicId: sold } = await core.call('topics.create', { title: 'Sold', parentId: null });
    await core.call('topics.update', { topicId: sold, patch: { hero: { imageId, focalPoint: null } } });
    await say(sold, true);
    await say(topicId, false);
    expect([
      await stateOf(imageId, null),
      await stateOf(imageId, [topicId]),
      await stateOf(imageId, [sold]),
    ]).toEqual(['permission-needed', 'complete', 'permission-needed']);
  });
});

describe('evidence that is deleted for good', () => {
  const letter = 'From: owner@example.org\nSubject: Yes\n\nYou may use both.\n';

  const keep = async (imageId: ImageId) => {
    const uploadId = await adopted(letter);
    const { evidenceId } = await core.call('evidence.add', {
      imageId,
      uploadId,
      fileName: 'yes.eml',
      fields: {},
    });
    const { file } = core.context.datastore.require('evidence', evidenceId);
    return { evidenceId, path: join(core.context.paths.evidence, `${file?.sha256}.${file?.extension}`) };
  };

  const purge = async (evidenceId: string) => {
    await core.call('evidence.remove', { evidenceId });
    const entry = Object.values(core.context.datastore.tables.trash).find(({ records }) =>
      records.some(({ id }) => id === evidenceId),
    );
    return core.call('trash.purge', { trashId: entry?.id ?? null });
  };

  it('loses its file only when nothing else names it', async () => {
    const [one, other] = [await onTopic(whole), await onTopic(whole)];
    const [first, second] = [await keep(one.imageId), await keep(other.imageId)];
    expect(first.path).toBe(second.path);
    await purge(first.evidenceId);
    expect(existsSync(second.path)).toBe(true);
    await purge(second.evidenceId);
    expect(existsSync(second.path)).toBe(false);
  });

  it('is not brought back by redo without its file', async () => {
    const [one, other] = [await onTopic(whole), await onTopic(whole)];
    const undone = await keep(one.imageId);
    await core.call('history.undo', {});
    expect(core.context.datastore.tables.evidence[undone.evidenceId as never]).toBeUndefined();
    const { evidenceId, path } = await keep(other.imageId);
    await purge(evidenceId);
    expect(existsSync(path)).toBe(false);
    expect((await core.call('history.state', {})).redo).toBeNull();
    await expect(core.call('history.redo', {})).rejects.toMatchObject({ code: 'conflict' });
    expect(core.context.datastore.tables.evidence[undone.evidenceId as never]).toBeUndefined();
  });

  it('stays while undo can bring it back from the trash', async () => {
    const { imageId } = await onTopic(whole);
    const { evidenceId, path } = await keep(imageId);
    await core.call('evidence.remove', { evidenceId });
    await core.call('history.undo', {});
    expect([existsSync(path), (await core.call('evidence.list', { imageId })).length]).toEqual([true, 1]);
    await core.call('history.redo', {});
    expect(await core.call('evidence.list', { imageId })).toEqual([]);
    await core.call('history.undo', {});
    expect((await core.call('evidence.list', { imageId })).map(({ id }) => id)).toEqual([evidenceId]);
    await purge(evidenceId);
    expect(existsSync(path)).toBe(false);
  });

  it('takes turns with the same file coming in again', async () => {
    const { imageId } = await onTopic(whole);
    for (let round = 0; round < 10; round += 1) {
      const before = await keep(imageId);
      const [, again] = await Promise.all([purge(before.evidenceId), keep(imageId)]);
      expect(await readFile(again.path, 'utf8')).toBe(letter);
      await purge(again.evidenceId);
    }
  });
});
