import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('history', ({ call }) => {
  it('has nothing to undo or redo in a new library', async () => {
    expect(await call('history.state', {})).toEqual({ seq: 0, undo: null, redo: null });
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' });
    await expect(call('history.redo', {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes changes back and makes them again, saying what is next', async () => {
    const { topicId } = await call('topics.create', { title: 'First', parentId: null });
    await call('topics.update', { topicId, patch: { title: 'Second' } });
    const undone = await call('history.undo', {});
    expect((await call('topics.board', { topicId })).topic.title).toBe('First');
    expect(undone.redo).not.toBeNull();
    const empty = await call('history.undo', {});
    expect(await call('topics.tree', {})).toEqual([]);
    expect(empty.undo).toBeNull();
    await call('history.redo', {});
    await call('history.redo', {});
    expect((await call('topics.board', { topicId })).topic.title).toBe('Second');
  });

  it('lists its steps and jumps back and forth between them', async () => {
    const one = await call('topics.create', { title: 'One', parentId: null });
    const two = await call('topics.create', { title: 'Two', parentId: null });
    const { done } = await call('history.list', {});
    expect(done.slice(0, 2).map(({ label }) => label.values['title'])).toEqual(['Two', 'One']);
    const [last, first] = done;
    await call('history.goTo', { changeId: first!.changeId });
    const ids = async () => (await call('topics.tree', {})).map(({ id }) => id);
    expect(await ids()).toContain(one.topicId);
    expect(await ids()).not.toContain(two.topicId);
    expect((await call('history.list', {})).undone.map(({ changeId }) => changeId)).toEqual([last!.changeId]);
    await call('history.goTo', { changeId: last!.changeId });
    expect(await ids()).toContain(two.topicId);
    await call('history.goTo', { changeId: null });
    expect(await ids()).toEqual([]);
    const { undone } = await call('history.list', {});
    expect(undone.slice(-2).map(({ changeId }) => changeId)).toEqual([first!.changeId, last!.changeId]);
    await call('history.goTo', { changeId: last!.changeId });
    const unknown = '01900000-0000-7000-8000-000000000001' as NonNullable<typeof last>['changeId'];
    await expect(call('history.goTo', { changeId: unknown })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('tells which records are there', async () => {
    const { topicId } = await call('topics.create', { title: 'Here', parentId: null });
    const records = [`topics/${topicId}`, 'topics/x', 'topics/toString', 'toString/x', 'library/library'];
    expect(await call('history.present', { records })).toEqual([`topics/${topicId}`, 'library/library']);
    await call('history.undo', {});
    expect(await call('history.present', { records })).toEqual(['library/library']);
  });

  it('keeps what was deleted and puts it back', async () => {
    const { topicId } = await call('topics.create', { title: 'Missed', parentId: null });
    await call('topics.remove', { topicId });
    const [entry] = await call('trash.list', {});
    expect(entry).toMatchObject({ kind: 'topic', title: 'Missed' });
    await call('trash.restore', { trashId: entry!.id });
    expect((await call('topics.tree', {})).map(({ id }) => id)).toContain(topicId);
    expect(await call('trash.list', {})).toEqual([]);
  });

  it('forgets for good what is purged', async () => {
    const { topicId } = await call('topics.create', { title: 'Unwanted', parentId: null });
    await call('topics.remove', { topicId });
    await call('trash.purge', { trashId: null });
    expect(await call('trash.list', {})).toEqual([]);
  });
});
