import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('templates', ({ call }) => {
  it('keeps a topic as a template and begins new topics with it', async () => {
    const { topicId } = await call('topics.create', { title: 'Gardens', parentId: null });
    await call('sections.add', { topicId, title: 'Start here', kind: 'curated', index: 0 });
    await call('topics.update', { topicId, patch: { description: 'What is it about?' } });
    const { templateId } = await call('templates.fromTopic', { topicId, title: 'Guide' });
    expect((await call('templates.list', {})).map(({ title }) => title)).toEqual(['Guide']);

    const used = await call('templates.use', {
      from: { kind: 'template', templateId },
      title: 'Kitchens',
      parentId: topicId,
    });
    const { topic } = await call('topics.board', { topicId: used.topicId });
    expect(topic).toMatchObject({ title: 'Kitchens', parentId: topicId, status: 'draft' });
    expect(topic.description).toBe('What is it about?');
    expect(topic.sections.map(({ title }) => title)).toEqual(['Start here', 'Most recently added']);

    await call('templates.update', { templateId, patch: { title: 'Long guide' } });
    expect((await call('templates.list', {}))[0]?.title).toBe('Long guide');
    await call('templates.remove', { templateId });
    expect(await call('templates.list', {})).toEqual([]);
    await call('history.undo', {});
    expect(await call('templates.list', {})).toHaveLength(1);
  });

  it('begins a topic with what is given, as one step', async () => {
    const section = { kind: 'curated' as const, title: 'Start here', description: 'For everyone.' };
    const from = { kind: 'given' as const, description: 'Say why.', sections: [section] };
    const used = await call('templates.use', {
      from: { ...from, theme: null, language: null },
      title: 'Bees',
      parentId: null,
    });
    const { topic } = await call('topics.board', { topicId: used.topicId });
    expect(topic).toMatchObject({ title: 'Bees', description: 'Say why.', sections: [section] });
    await call('history.undo', {});
    expect((await call('topics.tree', {})).map(({ id }) => id)).not.toContain(used.topicId);
  });

  it('duplicates a topic with its entries, as a draft with an address of its own', async () => {
    const { topicId } = await call('topics.create', { title: 'Rivers', parentId: null });
    await call('topics.update', { topicId, patch: { status: 'published' } });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'A map' },
      topicId,
      sectionId: null,
    });
    const copy = await call('topics.duplicate', { topicId, title: 'Rivers, again' });
    const board = await call('topics.board', { topicId: copy.topicId });
    expect(board.topic).toMatchObject({ slug: 'rivers-again', status: 'draft' });
    expect(board.sections[0]?.entries.map((entry) => entry.resourceId)).toEqual([resourceId]);
    await call('history.undo', {});
    expect((await call('topics.tree', {})).map(({ id }) => id)).not.toContain(copy.topicId);
  });
});
