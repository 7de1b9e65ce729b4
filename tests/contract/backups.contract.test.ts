import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('backups', ({ call }) => {
  it('says what going back would bring back, change and take away, and undoes it', async () => {
    const kept = await call('topics.create', { title: 'Rivers', parentId: null });
    const lost = await call('topics.create', { title: 'Lakes', parentId: null });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'A guide to lakes' },
      topicId: lost.topicId,
      sectionId: null,
    });
    const { name } = await call('backups.create', {});
    expect((await call('backups.list', {})).find((backup) => backup.name === name)?.bytes).toBeGreaterThan(0);

    await call('topics.update', { topicId: kept.topicId, patch: { title: 'Streams' } });
    await call('topics.remove', { topicId: lost.topicId });
    await call('resources.remove', { resourceId });
    const added = await call('topics.create', { title: 'Seas', parentId: null });

    const { topics, resources } = await call('backups.compare', { name });
    expect(topics.map(({ title, state }) => [title, state])).toEqual([
      ['Lakes', 'gone'],
      ['Rivers', 'changed'],
      ['Seas', 'new'],
    ]);
    expect(resources).toEqual({ back: 1, changed: 0, away: 0 });

    await call('backups.restore', { name, topicId: lost.topicId });
    const board = await call('topics.board', { topicId: lost.topicId });
    expect(board.sections[0]?.entries.map(({ title }) => title)).toEqual(['A guide to lakes']);
    expect((await call('topics.tree', {})).map(({ title }) => title).toSorted()).toEqual([
      'Lakes',
      'Seas',
      'Streams',
    ]);

    await call('backups.restore', { name, topicId: null });
    expect((await call('topics.tree', {})).map(({ title }) => title).toSorted()).toEqual(['Lakes', 'Rivers']);
    await call('history.undo', {});
    expect((await call('topics.tree', {})).map(({ id }) => id)).toContain(added.topicId);
  });

  it('keeps the present state before it goes back', async () => {
    const { name } = await call('backups.create', {});
    const before = await call('backups.list', {});
    await call('backups.restore', { name, topicId: null });
    const names = (await call('backups.list', {})).map((backup) => backup.name);
    expect(names[0]).not.toBe(before[0]?.name);
  });

  it('refuses a name that is no backup and a topic that is not in it', async () => {
    const none = 'library-2001-01-01T00-00-00.000Z.json';
    await expect(call('backups.compare', { name: none })).rejects.toMatchObject({ code: 'not-found' });
    const { name } = await call('backups.create', {});
    const { topicId } = await call('topics.create', { title: 'Later', parentId: null });
    await expect(call('backups.restore', { name, topicId })).rejects.toMatchObject({
      details: { reason: 'not-in-backup' },
    });
    await expect(call('backups.compare', { name: '../library.json' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
