import { expect, onTestFinished, test } from 'vitest';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Api } from '#renderer/api/api.ts';
import { ConnectionError } from '#renderer/api/connection-error.ts';
import { saveState } from '#renderer/app/store/connection-slice.ts';
import { createAppStore } from '#renderer/app/store/create-store.ts';
import { coreApi } from '#tests/support/core-api.ts';
import { openTestCore } from '#tests/support/open-core.ts';

const startStore = async (wrap: (api: Api) => Api = (api) => api) => {
  const core = await openTestCore();
  const store = createAppStore(wrap(coreApi(core)));
  const stop = await store.start();
  onTestFinished(async () => {
    stop();
    await core.close();
  });
  return { core, store };
};

test('says "saving" until the core has answered, and "saved" after', async () => {
  const { store } = await startStore();
  const seen = new Set<string>();
  store.subscribe((state) => seen.add(saveState(state)));
  const saving = store.getState().mutate('topics.create', { title: 'One', parentId: null });
  expect(saveState(store.getState())).toBe('saving');
  await saving;
  expect(saveState(store.getState())).toBe('saved');
  expect([...seen]).toEqual(['saving', 'saved']);
});

test('shows what a mutation made by the time it is answered', async () => {
  const { store } = await startStore();
  const outcome = await store.getState().mutate('topics.create', { title: 'One', parentId: null });
  expect(outcome.ok).toBe(true);
  expect(store.getState().tree?.map((topic) => topic.title)).toEqual(['One']);
});

test('follows changes that were made elsewhere', async () => {
  const { core, store } = await startStore();
  await core.call('topics.create', { title: 'From another window', parentId: null });
  await expect.poll(() => store.getState().tree?.length).toBe(1);
});

test('reports a problem, not "saved", when the core is gone', async () => {
  const { store } = await startStore((api) => ({
    ...api,
    call: (method, input) =>
      method === 'topics.create' ? Promise.reject(new ConnectionError('gone')) : api.call(method, input),
  }));
  const outcome = await store.getState().mutate('topics.create', { title: 'One', parentId: null });
  expect(outcome.ok).toBe(false);
  expect(saveState(store.getState())).toBe('problem');
  await store.getState().reload();
  expect(saveState(store.getState())).toBe('saved');
});

test('says that the last change was not saved when the disk refused it, until one is saved again', async () => {
  let isFull = true;
  const { store } = await startStore((api) => ({
    ...api,
    call: (method, input) =>
      method === 'topics.create' && isFull
        ? Promise.reject(new CarrelError('storage', 'The disk is full.', { reason: 'disk-full' }))
        : api.call(method, input),
  }));
  const create = () => store.getState().mutate('topics.create', { title: 'One', parentId: null });
  await create();
  expect(saveState(store.getState())).toBe('unsaved');
  expect(store.getState().notices).toHaveLength(1);
  isFull = false;
  await create();
  expect(saveState(store.getState())).toBe('saved');
});

test('tells the user about a refusal and leaves everything as it was', async () => {
  const { store } = await startStore();
  await store.getState().mutate('topics.create', { title: 'One', parentId: null });
  const [topic] = store.getState().tree ?? [];
  if (!topic) throw new Error('There is no topic.');
  const before = store.getState().tree;
  const move = { topicId: topic.id, parentId: topic.id, beforeId: null };
  expect((await store.getState().mutate('topics.move', move)).ok).toBe(false);
  expect(store.getState().notices).toHaveLength(1);
  expect(store.getState().tree).toEqual(before);
});

test('says the same thing twice as two announcements', async () => {
  const { store } = await startStore();
  store.getState().announce('move.cannot');
  const first = store.getState().announcement?.id;
  store.getState().announce('move.cannot');
  expect(store.getState().announcement?.id).not.toBe(first);
});

test('closes a board that is no longer there', async () => {
  const { core, store } = await startStore();
  const outcome = await store.getState().mutate('topics.create', { title: 'One', parentId: null });
  if (!outcome.ok) throw outcome.error;
  await store.getState().openTopic(outcome.value.topicId);
  await core.call('topics.remove', { topicId: outcome.value.topicId });
  await expect.poll(() => store.getState().topicId).toBeNull();
});
