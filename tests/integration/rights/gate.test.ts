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
