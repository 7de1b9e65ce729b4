import { describe, expect, it } from 'vitest';
import { dayOf } from '#core/resources/resource-service.ts';
import { openServices } from '#tests/support/open-services.ts';

const alone = (fields: { title: string } & Record<string, unknown>) => ({
  fields,
  topicId: null,
  sectionId: null,
});

describe('resources', () => {
  it('count as added today unless somebody says otherwise', async () => {
    const { call, clock } = await openServices();
    const get = async (fields: { title: string } & Record<string, unknown>) => {
      const { resourceId } = await call('resources.create', alone(fields));
      return (await call('resources.get', { resourceId })).resource;
    };
    expect(await get({ title: 'A' })).toMatchObject({
      addedOn: dayOf(clock.now()),
      typeId: 'website',
      url: null,
    });
    expect(await get({ title: 'B', addedOn: null })).toMatchObject({ addedOn: null });
  });

  it('are edited wherever they stand', async () => {
    const { call, clock } = await openServices();
    const { topicId } = await call('topics.create', { title: 'Topic', parentId: null });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'A' },
      topicId,
      sectionId: null,
    });
    clock.advance(1000);
    await call('resources.update', { resourceId, patch: { title: 'B', publishedOn: '2018-11' } });
    const [entry] = (await call('topics.board', { topicId })).sections[0]!.entries;
    expect(entry).toMatchObject({ title: 'B', publishedOn: '2018-11' });
    expect((await call('resources.get', { resourceId })).resource.updatedAt).toBe(clock.now());
  });

  it('refuse a type and a picture that are not there', async () => {
    const { call } = await openServices();
    const { resourceId } = await call('resources.create', alone({ title: 'A' }));
    await expect(call('resources.update', { resourceId, patch: { typeId: 'zine' } })).rejects.toMatchObject({
      details: { reason: 'no-such-type' },
    });
    await expect(
      call('resources.update', { resourceId, patch: { imageId: 'a'.repeat(64) } }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('go out of every topic and into the trash, and come back by undo', async () => {
    const { call, datastore } = await openServices();
    const one = await call('topics.create', { title: 'One', parentId: null });
    const two = await call('topics.create', { title: 'Two', parentId: one.topicId });
    const { resourceId } = await call('resources.create', {
      fields: { title: 'A' },
      topicId: two.topicId,
      sectionId: null,
    });
    await call('placements.add', { resourceId, topicId: one.topicId, sectionId: null, beforeId: null });
    await call('resources.remove', { resourceId });
    expect(datastore.tables.resources).toEqual({});
    expect(datastore.tables.placements).toEqual({});
    expect(Object.values(datastore.tables.trash)).toMatchObject([{ kind: 'resource', title: 'A' }]);
    await datastore.undo();
    expect(
      (await call('resources.get', { resourceId })).placements.map(({ topicTitle }) => topicTitle),
    ).toEqual(['One', 'Two']);
  });
});

describe('finding resources', () => {
  const filled = async () => {
    const services = await openServices();
    const { call, clock } = services;
    const { topicId } = await call('topics.create', { title: 'Topic', parentId: null });
    const add = async (
      fields: { title: string } & Record<string, unknown>,
      into: typeof topicId | null = null,
    ) => {
      await call('resources.create', { fields, topicId: into, sectionId: null });
      clock.advance(1000);
    };
    await add({ title: 'Café society', url: 'https://example.org/cafe' }, topicId);
    await add({ title: 'Gardens', creators: ['Ángela Ñ'], subjects: ['Food deserts'] });
    await add({ title: 'Kitchens', publisher: 'Public Library' });
    const find = async (text: string, more: { limit?: number; notInTopicId?: typeof topicId } = {}) => {
      const found = await call('resources.find', { text, limit: 50, notInTopicId: null, ...more });
      return found.items.map(({ title }) => title);
    };
    return { call, find, topicId };
  };

  it('asks for every word, in any field, whatever the case and the accents', async () => {
    const { find } = await filled();
    expect(await find('CAFE soc')).toEqual(['Café society']);
    expect(await find('angela deserts')).toEqual(['Gardens']);
    expect(await find('library')).toEqual(['Kitchens']);
    expect(await find('example.org')).toEqual(['Café society']);
    expect(await find('cafe gardens')).toEqual([]);
  });

  it('gives all of them, newest first, for no word; without those in a topic; up to a limit', async () => {
    const { find, topicId, call } = await filled();
    expect(await find('')).toEqual(['Kitchens', 'Gardens', 'Café society']);
    expect(await find('', { notInTopicId: topicId })).toEqual(['Kitchens', 'Gardens']);
    expect(await find('', { limit: 1 })).toEqual(['Kitchens']);
    const { total, items } = await call('resources.find', { text: 'cafe', limit: 1, notInTopicId: null });
    expect([total, items[0]?.topicTitles]).toEqual([1, ['Topic']]);
  });
});

describe('resource types of the library', () => {
  it('are made, renamed and listed by name', async () => {
    const { call } = await openServices();
    const { typeId } = await call('resourceTypes.create', { name: 'Zine', icon: 'book' });
    await call('resourceTypes.create', { name: 'Exhibit', icon: 'image' });
    await call('resourceTypes.update', { typeId, patch: { name: 'Blog' } });
    expect((await call('resourceTypes.list', {})).map(({ name }) => name)).toEqual(['Blog', 'Exhibit']);
    await expect(call('resourceTypes.create', { name: 'BLOG', icon: 'book' })).rejects.toMatchObject({
      details: { reason: 'type-name-taken' },
    });
  });

  it('hand their resources to another type when they are removed', async () => {
    const { call, datastore } = await openServices();
    const { typeId } = await call('resourceTypes.create', { name: 'Zine', icon: 'book' });
    const { resourceId } = await call('resources.create', alone({ title: 'A', typeId }));
    await expect(call('resourceTypes.remove', { typeId, replaceWith: typeId })).rejects.toThrow();
    await call('resourceTypes.remove', { typeId, replaceWith: 'book' });
    expect((await call('resources.get', { resourceId })).resource.typeId).toBe('book');
    await datastore.undo();
    expect((await call('resources.get', { resourceId })).resource.typeId).toBe(typeId);
  });
});
