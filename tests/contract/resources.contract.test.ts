import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('resources', ({ call }) => {
  it('are made with a title alone and keep what they are told', async () => {
    const { resourceId, placementId } = await call('resources.create', {
      fields: { title: 'Libraries Transforming Communities' },
      topicId: null,
      sectionId: null,
    });
    expect(placementId).toBeNull();
    await call('resources.update', {
      resourceId,
      patch: { url: 'https://example.org/ltc', creators: ['ALA'], publishedOn: '2018-11' },
    });
    const { resource, placements } = await call('resources.get', { resourceId });
    expect(resource).toMatchObject({
      title: 'Libraries Transforming Communities',
      url: 'https://example.org/ltc',
      creators: ['ALA'],
      publishedOn: '2018-11',
      modifiedOn: null,
    });
    expect(placements).toEqual([]);
  });

  it('refuse an address that is none, naming the field', async () => {
    await expect(
      call('resources.create', {
        fields: { title: 'Bad', url: 'javascript:alert(1)' },
        topicId: null,
        sectionId: null,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', details: { path: 'fields.url' } });
  });

  it('say in which topics they stand', async () => {
    const { topicId } = await call('topics.create', { title: 'A board', parentId: null });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'Placed' },
      topicId,
      sectionId: null,
    });
    const { placements } = await call('resources.get', { resourceId });
    expect(placements).toMatchObject([{ topicId, topicTitle: 'A board' }]);
  });

  it('are found by every word, wherever it stands', async () => {
    const { resourceId } = await call('resources.create', {
      fields: { title: 'Gardening for beginners', creators: ['Åsa Lind'], subjects: ['horticulture'] },
      topicId: null,
      sectionId: null,
    });
    const found = await call('resources.find', {
      text: 'lind GARDEN horti',
      limit: 10,
      notInTopicId: null,
    });
    expect(found.total).toBe(1);
    expect(found.items[0]).toMatchObject({ resourceId, title: 'Gardening for beginners' });
    const none = await call('resources.find', { text: 'gardening zebra', limit: 10, notInTopicId: null });
    expect(none).toEqual({ total: 0, items: [] });
  });

  it('go to the trash', async () => {
    const { resourceId } = await call('resources.create', {
      fields: { title: 'Out' },
      topicId: null,
      sectionId: null,
    });
    await call('resources.remove', { resourceId });
    await expect(call('resources.get', { resourceId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await call('trash.list', {})).toMatchObject([{ kind: 'resource', title: 'Out' }]);
  });

  it('have types of the library’s own, beside the built-in ones', async () => {
    const { typeId } = await call('resourceTypes.create', { name: 'Zine', icon: 'book' });
    await call('resourceTypes.update', { typeId, patch: { name: 'Zines' } });
    expect(await call('resourceTypes.list', {})).toContainEqual({ id: typeId, name: 'Zines', icon: 'book' });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'Of that type', typeId },
      topicId: null,
      sectionId: null,
    });
    await call('resourceTypes.remove', { typeId, replaceWith: 'book' });
    expect((await call('resources.get', { resourceId })).resource.typeId).toBe('book');
    expect((await call('resourceTypes.list', {})).map(({ id }) => id)).not.toContain(typeId);
  });
});
