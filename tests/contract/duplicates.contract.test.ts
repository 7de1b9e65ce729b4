import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('duplicates', ({ call }) => {
  it('finds them, makes one of them in every topic, and takes that back', async () => {
    const topic = async (title: string) => (await call('topics.create', { title, parentId: null })).topicId;
    const [rivers, lakes] = [await topic('Rivers'), await topic('Lakes')];
    const add = async (title: string, url: string, topicId: typeof rivers) =>
      call('resources.create', { fields: { title, url, note: title }, topicId, sectionId: null });
    const keep = await add('A map', 'https://example.org/map', rivers);
    const drop = await add('The map', 'http://www.example.org/map/', lakes);
    await call('placements.add', {
      resourceId: drop.resourceId,
      topicId: rivers,
      sectionId: null,
      beforeId: null,
    });

    const found = await call('duplicates.find', { offset: 0, limit: 10 });
    expect(found.total).toBe(1);
    expect(found.items[0]?.resources.map(({ resource }) => resource.title).toSorted()).toEqual([
      'A map',
      'The map',
    ]);

    await call('duplicates.merge', {
      keepId: keep.resourceId,
      dropIds: [drop.resourceId],
      patch: { title: 'Map' },
    });
    const { resource, placements } = await call('resources.get', { resourceId: keep.resourceId });
    expect(resource).toMatchObject({ title: 'Map', note: 'A map\n\nThe map' });
    expect(placements.map(({ topicTitle }) => topicTitle).toSorted()).toEqual(['Lakes', 'Rivers']);
    expect((await call('duplicates.find', { offset: 0, limit: 10 })).total).toBe(0);
    expect((await call('trash.list', {})).map(({ title }) => title)).toContain('The map');

    await call('history.undo', {});
    expect((await call('duplicates.find', { offset: 0, limit: 10 })).total).toBe(1);
  });

  it('remembers what is not the same, tells it, and forgets it again', async () => {
    const find = () => call('duplicates.find', { offset: 0, limit: 10 });
    const before = (await find()).total;
    const add = async (title: string, url: string) =>
      (await call('resources.create', { fields: { title, url }, topicId: null, sectionId: null })).resourceId;
    const resourceIds = [
      await add('Minutes of May', 'https://apart.example/minutes'),
      await add('Minutes of June', 'https://apart.example/minutes'),
    ];
    expect((await find()).total).toBe(before + 1);
    await call('duplicates.keepApart', { resourceIds });
    expect((await find()).total).toBe(before);
    const [told] = await call('duplicates.apart', {});
    expect(told).toMatchObject({ titles: ['Minutes of May', 'Minutes of June'], by: 'tester' });

    // A third one is compared with each of them.
    const third = await add('Minutes of July', 'https://apart.example/minutes/');
    const { items } = await find();
    expect(items.flatMap((group) => group.resourceIds)).toContain(third);
    await call('history.undo', {});
    await call('duplicates.compareAgain', { distinctionId: told!.distinctionId });
    expect((await find()).total).toBe(before + 1);
    await call('history.undo', {});
    expect((await find()).total).toBe(before);
    await call('history.undo', {});
    expect(await call('duplicates.apart', {})).toEqual([]);
  });
});
