import { describe, expect, it } from 'vitest';
import type { CallCore } from '#core/open-core.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';
import { makeImage } from '#tests/support/make-image.ts';

const makeTopic = async (call: CallCore, title: string, parentId: TopicId | null = null) => {
  const { topicId } = await call('topics.create', { title, parentId });
  return topicId;
};

/** A topic with a curated section and as many resources in it as titles. */
const makeBoard = async (call: CallCore, title: string, titles: readonly string[]) => {
  const topicId = await makeTopic(call, title);
  const { sectionId } = await call('sections.add', { topicId, title: 'Picked', kind: 'curated', index: 0 });
  for (const one of titles) await call('resources.create', { fields: { title: one }, topicId, sectionId });
  const board = await call('topics.board', { topicId });
  return { topicId, sectionId, entries: board.sections[0]?.entries ?? [] };
};

const titlesOf = async (call: CallCore, topicId: TopicId, section = 0) => {
  const { sections } = await call('topics.board', { topicId });
  return sections[section]?.entries.map(({ title }) => title);
};

describeContract('topics', ({ call, upload }) => {
  it('makes topics, nested, in the order they were made, with a slug each', async () => {
    const first = await makeTopic(call, 'Partnerships & Collaboration');
    const second = await makeTopic(call, 'Partnerships & Collaboration');
    const child = await makeTopic(call, 'Below', first);
    const tree = await call('topics.tree', {});
    expect(tree.map(({ id, parentId }) => ({ id, parentId }))).toEqual([
      { id: first, parentId: null },
      { id: child, parentId: first },
      { id: second, parentId: null },
    ]);
    expect(new Set(tree.map(({ slug }) => slug)).size).toBe(3);
  });

  it('gives a new topic one live section and shows the way to it', async () => {
    const parent = await makeTopic(call, 'Parent');
    const topicId = await makeTopic(call, 'Child', parent);
    const board = await call('topics.board', { topicId });
    expect(board.sections.map(({ section }) => section.kind)).toEqual(['live']);
    expect(board.path).toEqual([{ id: parent, title: 'Parent' }]);
  });

  it('changes only the fields named', async () => {
    const topicId = await makeTopic(call, 'Old title');
    await call('topics.update', { topicId, patch: { description: 'About **this**.' } });
    await call('topics.update', { topicId, patch: { title: 'New title' } });
    const { topic } = await call('topics.board', { topicId });
    expect(topic).toMatchObject({ title: 'New title', description: 'About **this**.', status: 'draft' });
  });

  it('moves a topic before another, and refuses to move it below itself', async () => {
    const parent = await makeTopic(call, 'Home of both');
    const a = await makeTopic(call, 'A', parent);
    const b = await makeTopic(call, 'B', parent);
    await call('topics.move', { topicId: b, parentId: parent, beforeId: a });
    const tree = await call('topics.tree', {});
    expect(tree.filter(({ parentId }) => parentId === parent).map(({ title }) => title)).toEqual(['B', 'A']);
    await expect(call('topics.move', { topicId: parent, parentId: a, beforeId: null })).rejects.toMatchObject(
      { code: 'conflict' },
    );
  });

  it('removes a topic with those below it, and keeps the resources', async () => {
    const { topicId, entries } = await makeBoard(call, 'To remove', ['Kept']);
    const below = await makeTopic(call, 'Below that', topicId);
    await call('topics.remove', { topicId });
    const ids = (await call('topics.tree', {})).map(({ id }) => id);
    expect(ids).not.toContain(topicId);
    expect(ids).not.toContain(below);
    await expect(call('topics.board', { topicId })).rejects.toMatchObject({ code: 'not-found' });
    const { placements } = await call('resources.get', { resourceId: entries[0]!.resourceId });
    expect(placements).toEqual([]);
  });

  describe('sections', () => {
    it('are added, renamed, moved and removed', async () => {
      const { topicId, sectionId } = await makeBoard(call, 'With sections', ['One', 'Two']);
      const added = await call('sections.add', { topicId, title: 'Later', kind: 'curated', index: null });
      await call('sections.update', { topicId, sectionId, patch: { title: 'Chosen' } });
      await call('sections.move', { topicId, sectionId: added.sectionId, index: 0 });
      const { sections } = await call('topics.board', { topicId });
      expect(sections.map(({ section }) => section.title).slice(0, 2)).toEqual(['Later', 'Chosen']);
      await call('sections.remove', { topicId, sectionId, moveEntriesTo: added.sectionId });
      expect(await titlesOf(call, topicId)).toEqual(['One', 'Two']);
    });

    it('leave a topic with one at least', async () => {
      const topicId = await makeTopic(call, 'Single');
      const { sections } = await call('topics.board', { topicId });
      await expect(
        call('sections.remove', { topicId, sectionId: sections[0]!.section.id, moveEntriesTo: null }),
      ).rejects.toMatchObject({ code: 'conflict' });
    });
  });

  describe('placements', () => {
    it('are moved before another one', async () => {
      const { topicId, sectionId, entries } = await makeBoard(call, 'Order', ['A', 'B', 'C']);
      const [a, , c] = entries;
      await call('placements.move', {
        placementId: c!.placementId,
        topicId,
        sectionId,
        beforeId: a!.placementId,
      });
      expect(await titlesOf(call, topicId)).toEqual(['C', 'A', 'B']);
    });

    it('put a resource into a second topic, once', async () => {
      const { entries } = await makeBoard(call, 'Home', ['Shared']);
      const { resourceId } = entries[0]!;
      const topicId = await makeTopic(call, 'Second home');
      const input = { resourceId, topicId, sectionId: null, beforeId: null };
      const { placementId } = await call('placements.add', input);
      expect(await titlesOf(call, topicId)).toEqual(['Shared']);
      await expect(call('placements.add', input)).rejects.toMatchObject({ code: 'conflict' });
      await call('placements.remove', { placementId });
      expect(await titlesOf(call, topicId)).toEqual([]);
    });

    it('have a summary of their own, here and nowhere else', async () => {
      const { topicId, entries } = await makeBoard(call, 'Summaries', ['Told differently']);
      const { placementId, resourceId } = entries[0]!;
      await call('placements.update', { placementId, summary: 'Here it means this.' });
      const { sections } = await call('topics.board', { topicId });
      expect(sections[0]?.entries[0]?.summary).toBe('Here it means this.');
      expect((await call('resources.get', { resourceId })).resource.summary).toBe('');
    });
  });

  it('refuses to crop a picture whose license forbids it, and says why and what to do', async () => {
    const uploadId = await upload('image', await makeImage({ seed: 71 }));
    const add = { uploadId, fileName: 'whole.jpg', foundAt: null, use: null };
    const { id: imageId } = (await call('images.add', add)).image;
    const topicId = await makeTopic(call, 'Whole');
    const show = (x: number | null) =>
      call('topics.update', {
        topicId,
        patch: { hero: { imageId, focalPoint: x === null ? null : { x, y: 0.5 } } },
      });
    await show(0.2);
    await call('images.update', { imageId, patch: { credit: { licenseId: 'cc-by-nc-nd-2.0' } } });
    await expect(show(0.4)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/whole\.jpg.*CC BY-NC-ND 2\.0.*ask the owner/),
      details: { reason: 'crop-refused' },
    });
    // What stands there already is no new crop, and to show the picture whole is always allowed.
    await show(0.2);
    await show(null);
    expect((await call('topics.board', { topicId })).topic.hero).toEqual({ imageId, focalPoint: null });
    await expect(show(0.2)).rejects.toMatchObject({ details: { reason: 'crop-refused' } });
  });
});
