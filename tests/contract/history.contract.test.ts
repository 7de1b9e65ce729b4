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
