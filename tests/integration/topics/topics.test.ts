import { describe, expect, it } from 'vitest';
import type { TopicId } from '#shared/model/ids.ts';
import { openServices } from '#tests/support/open-services.ts';

type Services = Awaited<ReturnType<typeof openServices>>;
const make = async ({ call }: Services, title: string, parentId: TopicId | null = null) =>
  (await call('topics.create', { title, parentId })).topicId;
const tree = async ({ call }: Services) => {
  const nodes = await call('topics.tree', {});
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return nodes.map(({ title, parentId }) =>
    parentId === null ? title : `${titles.get(parentId)} > ${title}`,
  );
};

describe('topics', () => {
  it('begin with one live section, last among their siblings, with a slug of their own', async () => {
    const services = await openServices();
    const first = await make(services, 'Gardens');
    await make(services, 'Gardens');
    const { topic, sections } = await services.call('topics.board', { topicId: first });
    expect(topic).toMatchObject({ title: 'Gardens', slug: 'gardens', status: 'draft', parentId: null });
    expect(sections).toMatchObject([
      { section: { kind: 'live', title: 'Most recently added', sortBy: 'added' } },
    ]);
    expect((await services.call('topics.tree', {})).map(({ slug }) => slug)).toEqual([
      'gardens',
      'gardens-2',
    ]);
  });

  it('take their address from a new title while they are drafts that nobody named', async () => {
    const services = await openServices();
    const topicId = await make(services, 'Untitled');
    const slug = async () => (await services.call('topics.board', { topicId })).topic.slug;
    await services.call('topics.update', { topicId, patch: { title: 'Library gardens' } });
    expect(await slug()).toBe('library-gardens');
    await services.call('topics.update', { topicId, patch: { status: 'published' } });
    await services.call('topics.update', { topicId, patch: { title: 'Gardens of libraries' } });
    expect(await slug()).toBe('library-gardens');
    await services.call('topics.update', { topicId, patch: { status: 'draft', slug: 'my-own' } });
    await services.call('topics.update', { topicId, patch: { title: 'Anything' } });
    expect(await slug()).toBe('my-own');
  });

  it('refuse an address that another topic has', async () => {
    const services = await openServices();
    await make(services, 'One');
    const topicId = await make(services, 'Two');
    await expect(services.call('topics.update', { topicId, patch: { slug: 'one' } })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'slug-taken', slug: 'one' },
    });
  });

  it('make no undo step when nothing changes', async () => {
    const services = await openServices();
    const topicId = await make(services, 'One');
    const { seq } = services.datastore.historyState();
    await services.call('topics.update', { topicId, patch: { title: 'One' } });
    await services.call('topics.move', { topicId, parentId: null, beforeId: null });
    expect(services.datastore.historyState().seq).toBe(seq);
  });

  it('name an edit by what it does, long titles cut', async () => {
    const services = await openServices();
    const topicId = await make(services, 'word '.repeat(30));
    await services.call('topics.update', { topicId, patch: { description: 'About it' } });
    const label = services.datastore.historyState().undo?.label;
    expect(label?.key).toBe('topic.describe');
    expect(String(label?.values['title'])).toMatch(/^(?:word )+word…$/);
    expect(String(label?.values['title']).length).toBeLessThanOrEqual(60);
  });
});

describe('the topic tree', () => {
  it('moves a topic before another, below another and back', async () => {
    const services = await openServices();
    const [a, b, c] = [await make(services, 'A'), await make(services, 'B'), await make(services, 'C')];
    await services.call('topics.move', { topicId: c, parentId: null, beforeId: a });
    expect(await tree(services)).toEqual(['C', 'A', 'B']);
    await services.call('topics.move', { topicId: c, parentId: b, beforeId: null });
    expect(await tree(services)).toEqual(['A', 'B', 'B > C']);
    await services.call('topics.move', { topicId: a, parentId: b, beforeId: c });
    expect(await tree(services)).toEqual(['B', 'B > A', 'B > C']);
    expect((await services.call('topics.board', { topicId: a })).path).toEqual([{ id: b, title: 'B' }]);
    await services.datastore.undo();
    expect(await tree(services)).toEqual(['A', 'B', 'B > C']);
  });

  it('refuses to put a topic into itself or below', async () => {
    const services = await openServices();
    const a = await make(services, 'A');
    const b = await make(services, 'B', a);
    const c = await make(services, 'C', b);
    for (const parentId of [a, b, c]) {
      await expect(
        services.call('topics.move', { topicId: a, parentId, beforeId: null }),
      ).rejects.toMatchObject({
        code: 'conflict',
        details: { reason: 'topic-below-itself' },
      });
    }
    expect(await tree(services)).toEqual(['A', 'A > B', 'B > C']);
  });

  it('refuses a place that is gone', async () => {
    const services = await openServices();
    const a = await make(services, 'A');
    const b = await make(services, 'B', a);
    const c = await make(services, 'C');
    await expect(
      services.call('topics.move', { topicId: c, parentId: null, beforeId: b }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'place-gone' },
    });
  });

  it('puts a topic into the trash with all below it and their places, and keeps the resources', async () => {
    const services = await openServices();
    const a = await make(services, 'A');
    const b = await make(services, 'B', a);
    const placed = { fields: { title: 'Guide' }, topicId: b, sectionId: null };
    const { resourceId } = await services.call('resources.create', placed);
    await services.call('topics.remove', { topicId: a });
    expect(await tree(services)).toEqual([]);
    expect(Object.keys(services.datastore.tables.placements)).toEqual([]);
    expect(services.datastore.tables.resources[resourceId]?.title).toBe('Guide');
    expect(Object.values(services.datastore.tables.trash)).toMatchObject([
      { kind: 'topic', title: 'A', place: [] },
    ]);
    await services.datastore.undo();
    expect(await tree(services)).toEqual(['A', 'A > B']);
    expect((await services.call('topics.board', { topicId: b })).sections[0]?.entries).toHaveLength(1);
  });
});
