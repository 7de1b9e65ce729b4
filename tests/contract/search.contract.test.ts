import { expect, test } from 'vitest';
import { describeContract, type ContractHelp } from '../support/contract-suite.ts';

const everything = {
  query: '',
  sort: 'relevance',
  descending: false,
  offset: 0,
  limit: 50,
  facets: false,
} as const;

const find = async ({ call }: ContractHelp, query: string) =>
  (await call('search.query', { ...everything, query })).items.map(({ title }) => title);

const add = ({ call }: ContractHelp, title: string, fields: Record<string, unknown> = {}) =>
  call('resources.create', { fields: { title, ...fields }, topicId: null, sectionId: null });

describeContract('search', (help) => {
  const { call } = help;

  test('search.query: finds what has just been saved, and no longer what has just been changed', async () => {
    const { resourceId } = await add(help, 'Opioid crisis toolkit', {
      summary: 'For **public libraries** in need.',
    });
    expect(await find(help, 'opiod')).toEqual(['Opioid crisis toolkit']);
    await call('resources.update', { resourceId, patch: { title: 'Naloxone toolkit' } });
    expect(await find(help, 'opioid')).toEqual([]);
    expect(await find(help, 'nalox')).toEqual(['Naloxone toolkit']);
    await call('history.undo', {});
    expect(await find(help, 'opioid')).toEqual(['Opioid crisis toolkit']);
    await call('resources.remove', { resourceId });
    expect(await find(help, 'opioid')).toEqual([]);
    await call('history.undo', {});
    expect(await find(help, 'opioid')).toEqual(['Opioid crisis toolkit']);
  });

  test('search.query: says what matched, where, and how else it looked', async () => {
    const answer = await call('search.query', {
      ...everything,
      query: 'opiod "public libraries" added:<x',
      facets: true,
    });
    expect(answer).toMatchObject({
      total: 1,
      closest: [{ word: 'opiod', instead: ['opioid'], nothingAsTyped: true }],
      problems: [{ kind: 'date-wrong', text: 'added:<x' }],
      facets: { types: [{ value: 'website', count: 1 }], topics: [], languages: [] },
    });
    const [item] = answer.items;
    expect(item?.titleRanges).toEqual([[0, 6]]);
    expect(item?.snippet).toEqual({ text: 'For public libraries in need.', ranges: [[4, 20]] });
  });

  test('search.query: pages, sorts, and leaves out what a topic has', async () => {
    for (const title of ['Pears', 'apples', 'Öl']) await add(help, title, { publisher: 'Orchard Press' });
    const asked = { ...everything, query: 'publisher:orchard', sort: 'title' } as const;
    const titles = async (more: object) =>
      (await call('search.query', { ...asked, ...more })).items.map(({ title }) => title);
    expect(await titles({})).toEqual(['apples', 'Öl', 'Pears']);
    expect(await titles({ descending: true })).toEqual(['Pears', 'Öl', 'apples']);
    expect(await titles({ offset: 1, limit: 1 })).toEqual(['Öl']);
    const { topicId } = await call('topics.create', { title: 'Fruit', parentId: null });
    const { resourceIds } = await call('search.ids', {
      query: 'title:pears',
      sort: 'title',
      descending: false,
      offset: 0,
      limit: 10,
    });
    await call('placements.add', { resourceId: resourceIds[0]!, topicId, sectionId: null, beforeId: null });
    expect(await titles({ notInTopicId: topicId })).toEqual(['apples', 'Öl']);
    expect(await titles({ query: 'topic:fruit' })).toEqual(['Pears']);
    await call('topics.update', { topicId, patch: { title: 'Obst' } });
    expect(await titles({ query: 'topic:fruit' })).toEqual([]);
    expect(await titles({ query: 'topic:obst is:placed' })).toEqual(['Pears']);
  });

  test('search.ids: names what matches in order, as many as are wanted, and says how many there are', async () => {
    const asked = { query: 'publisher:orchard', sort: 'title', descending: false } as const;
    const all = await call('search.ids', { ...asked, offset: 0, limit: 20_000 });
    expect(all).toEqual({
      total: 3,
      resourceIds: [expect.any(String), expect.any(String), expect.any(String)],
    });
    expect(await call('search.ids', { ...asked, offset: 1, limit: 1 })).toEqual({
      total: 3,
      resourceIds: all.resourceIds.slice(1, 2),
    });
    await expect(call('search.ids', { ...asked, offset: 0, limit: 20_001 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('lists: keeps searches, in an order, under names; undo brings one back', async () => {
    const list = { query: 'publisher:orchard', sort: 'title', descending: false } as const;
    const { listId: first } = await call('lists.create', { ...list, title: 'Orchard' });
    const { listId: second } = await call('lists.create', { ...list, title: 'Pears', query: 'pears' });
    const titles = async () => (await call('lists.all', {})).map(({ title }) => title);
    expect(await titles()).toEqual(['Orchard', 'Pears']);
    expect(await call('lists.counts', {})).toMatchObject({
      [first]: 3,
      [second]: 1,
      'in-no-topic': 3,
      'credits-to-complete': 0,
      'no-summary': 3,
    });
    await call('lists.move', { listId: second, beforeId: first });
    expect(await titles()).toEqual(['Pears', 'Orchard']);
    await call('lists.move', { listId: second, beforeId: null });
    await call('lists.update', { listId: first, patch: { title: 'From the orchard' } });
    expect(await titles()).toEqual(['From the orchard', 'Pears']);
    await call('lists.remove', { listId: first });
    expect(await titles()).toEqual(['Pears']);
    await call('history.undo', {});
    expect(await titles()).toEqual(['From the orchard', 'Pears']);
    await expect(call('lists.move', { listId: first, beforeId: first })).resolves.toBeNull();
  });
});
