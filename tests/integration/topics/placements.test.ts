import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacementId, SectionId, TopicId } from '#shared/model/ids.ts';
import { openServices } from '#tests/support/open-services.ts';

type Services = Awaited<ReturnType<typeof openServices>>;

/** A topic with one curated section, and a resource in it for each title. */
const curated = async (services: Services, titles: readonly string[]) => {
  const { call } = services;
  const { topicId } = await call('topics.create', { title: 'Topic', parentId: null });
  const sectionId = (await call('topics.board', { topicId })).sections[0]!.section.id;
  await call('sections.update', { topicId, sectionId, patch: { kind: 'curated', title: 'Chosen' } });
  const placed: PlacementId[] = [];
  for (const title of titles) {
    const { placementId } = await call('resources.create', { fields: { title }, topicId, sectionId });
    placed.push(placementId!);
  }
  return { topicId, sectionId, placed };
};
const titlesIn = async ({ call }: Services, topicId: TopicId, section = 0): Promise<string[]> =>
  (await call('topics.board', { topicId })).sections[section]!.entries.map(({ title }) => title);

describe('a curated section', () => {
  it('keeps the order that a curator gives it', async () => {
    const services = await openServices();
    const { topicId, sectionId, placed } = await curated(services, ['A', 'B', 'C', 'D']);
    const [a, b, , d] = placed;
    const move = (placementId: PlacementId, beforeId: PlacementId | null) =>
      services.call('placements.move', { placementId, topicId, sectionId, beforeId });
    await move(d!, a!);
    expect(await titlesIn(services, topicId)).toEqual(['D', 'A', 'B', 'C']);
    await move(a!, null);
    expect(await titlesIn(services, topicId)).toEqual(['D', 'B', 'C', 'A']);
    const { seq } = services.datastore.historyState();
    await move(b!, b!);
    await move(a!, null);
    expect(services.datastore.historyState().seq).toBe(seq);
  });

  it('is as a list would be after any moves, undone to where it began', { timeout: 60_000 }, async () => {
    const titles = ['A', 'B', 'C', 'D', 'E'];
    const moves = fc.array(fc.tuple(fc.nat(4), fc.nat(5)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const services = await openServices();
        const { topicId, sectionId, placed } = await curated(services, titles);
        const { seq } = services.datastore.historyState();
        let model = placed.map((id, index) => ({ id, title: titles[index] }));
        for (const [from, to] of steps) {
          const moved = model[from]!;
          const before = model[to] ?? null;
          if (before?.id !== moved.id) {
            const others = model.filter(({ id }) => id !== moved.id);
            model = others.toSpliced(before ? others.indexOf(before) : others.length, 0, moved);
          }
          const beforeId = before?.id ?? null;
          await services.call('placements.move', { placementId: moved.id, topicId, sectionId, beforeId });
          expect(await titlesIn(services, topicId)).toEqual(model.map(({ title }) => title));
        }
        const changes = services.datastore.historyState().seq - seq;
        for (let count = 0; count < changes; count += 1) await services.datastore.undo();
        expect(await titlesIn(services, topicId)).toEqual(titles);
        await services.datastore.close();
      }),
      { numRuns: 12 },
    );
  });

  it('stays in order through hundreds of moves to the same place', async () => {
    const services = await openServices();
    const { topicId, sectionId, placed } = await curated(services, ['A', 'B', 'C']);
    const [, b, c] = placed;
    for (let count = 0; count < 150; count += 1) {
      const [placementId, beforeId] = count % 2 === 0 ? [c!, b!] : [b!, c!];
      await services.call('placements.move', { placementId, topicId, sectionId, beforeId });
    }
    expect(await titlesIn(services, topicId)).toEqual(['A', 'B', 'C']);
  });
});

describe('placements', () => {
  it('take a resource into a second topic, but not twice into one', async () => {
    const services = await openServices();
    const { topicId, sectionId, placed } = await curated(services, ['A']);
    const { resourceId } = services.datastore.require('placements', placed[0]!);
    const other = await curated(services, ['X']);
    const add = (place: { topicId: TopicId; sectionId: SectionId | null; beforeId: PlacementId | null }) =>
      services.call('placements.add', { resourceId, ...place });
    await add({ topicId: other.topicId, sectionId: null, beforeId: other.placed[0]! });
    expect(await titlesIn(services, other.topicId)).toEqual(['A', 'X']);
    const board = await services.call('topics.board', { topicId });
    expect(board.sections[0]?.entries[0]?.topicCount).toBe(2);
    await expect(add({ topicId, sectionId, beforeId: null })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'already-in-topic', title: 'A', topic: 'Topic' },
    });
    await expect(
      services.call('placements.move', { placementId: placed[0]!, ...other, beforeId: null }),
    ).rejects.toThrow();
  });

  it('move to another topic, and have a summary of their own there', async () => {
    const services = await openServices();
    const { placed } = await curated(services, ['A']);
    const { topicId, sectionId } = await curated(services, ['X']);
    const placementId = placed[0]!;
    await services.call('placements.move', { placementId, topicId, sectionId, beforeId: null });
    await services.call('placements.update', { placementId, summary: 'Here' });
    const entries = (await services.call('topics.board', { topicId })).sections[0]!.entries;
    expect(entries.map(({ title, summary }) => [title, summary])).toEqual([
      ['X', ''],
      ['A', 'Here'],
    ]);
  });

  it('leave the resource in the library when they are removed', async () => {
    const services = await openServices();
    const { topicId, placed } = await curated(services, ['A']);
    const { resourceId } = services.datastore.require('placements', placed[0]!);
    await services.call('placements.remove', { placementId: placed[0]! });
    expect(await titlesIn(services, topicId)).toEqual([]);
    expect((await services.call('resources.get', { resourceId })).placements).toEqual([]);
  });
});

describe('a live section', () => {
  const liveTopic = async (services: Services) => {
    const { topicId } = await services.call('topics.create', { title: 'Live', parentId: null });
    const sectionId = (await services.call('topics.board', { topicId })).sections[0]!.section.id;
    const dates = { Old: '2016', New: '2020-05-01', Undated: null, Middle: '2018-11' };
    for (const [title, addedOn] of Object.entries(dates)) {
      await services.call('resources.create', { fields: { title, addedOn }, topicId, sectionId });
      services.clock.advance(1000);
    }
    return { topicId, sectionId };
  };

  it('shows the newest first, over all sections, up to its limit', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await liveTopic(services);
    const section = await services.call('sections.add', {
      topicId,
      title: 'Chosen',
      kind: 'curated',
      index: null,
    });
    const fields = { title: 'Chosen one', addedOn: '2019' };
    await services.call('resources.create', { fields, topicId, sectionId: section.sectionId });
    expect(await titlesIn(services, topicId)).toEqual(['New', 'Chosen one', 'Middle', 'Old', 'Undated']);
    expect(await titlesIn(services, topicId, 1)).toEqual(['Chosen one']);
    await services.call('sections.update', { topicId, sectionId, patch: { limit: 2 } });
    const [live] = (await services.call('topics.board', { topicId })).sections;
    expect([live?.entries.length, live?.hiddenCount]).toEqual([2, 3]);
  });

  it('cannot be arranged by hand', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await liveTopic(services);
    const [first, second] = (await services.call('topics.board', { topicId })).sections[0]!.entries;
    for (const beforeId of [first!.placementId, null]) {
      const move = { placementId: second!.placementId, topicId, sectionId, beforeId };
      await expect(services.call('placements.move', move)).rejects.toMatchObject({
        code: 'conflict',
        details: { reason: 'live-section-order', title: 'Most recently added' },
      });
    }
  });

  it('keeps the order shown when it becomes a curated one, even what its limit hid', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await liveTopic(services);
    await services.call('sections.update', { topicId, sectionId, patch: { limit: 2 } });
    await services.call('sections.update', { topicId, sectionId, patch: { kind: 'curated' } });
    expect(await titlesIn(services, topicId)).toEqual(['New', 'Middle', 'Old', 'Undated']);
    const { resourceId } = (await services.call('topics.board', { topicId })).sections[0]!.entries[3]!;
    await services.call('resources.update', { resourceId, patch: { addedOn: '2026-01-01' } });
    expect(await titlesIn(services, topicId)).toEqual(['New', 'Middle', 'Old', 'Undated']);
    await services.datastore.undo();
    await services.datastore.undo();
    expect(await titlesIn(services, topicId)).toEqual(['New', 'Middle']);
  });
});

describe('sections', () => {
  it('are added, moved and renamed', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await curated(services, []);
    const added = await services.call('sections.add', { topicId, title: 'First', kind: 'curated', index: 0 });
    const titles = async () =>
      (await services.call('topics.board', { topicId })).sections.map(({ section }) => section.title);
    expect(await titles()).toEqual(['First', 'Chosen']);
    await services.call('sections.move', { topicId, sectionId: added.sectionId, index: 9 });
    await services.call('sections.update', { topicId, sectionId, patch: { title: 'Best' } });
    expect(await titles()).toEqual(['Best', 'First']);
  });

  it('hand their entries over when they are removed, in the order shown', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await curated(services, ['A', 'B']);
    const to = await services.call('sections.add', { topicId, title: 'Other', kind: 'curated', index: null });
    await services.call('resources.create', { fields: { title: 'X' }, topicId, sectionId: to.sectionId });
    await services.call('sections.remove', { topicId, sectionId, moveEntriesTo: to.sectionId });
    expect(await titlesIn(services, topicId)).toEqual(['X', 'A', 'B']);
  });

  it('take their entries out of the topic and into the trash when nobody gets them', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await curated(services, ['A', 'B']);
    await services.call('sections.add', { topicId, title: 'Other', kind: 'curated', index: null });
    await services.call('sections.remove', { topicId, sectionId, moveEntriesTo: null });
    expect(await titlesIn(services, topicId)).toEqual([]);
    expect(Object.values(services.datastore.tables.trash)).toMatchObject([
      { kind: 'section', title: 'Chosen', place: ['Topic'] },
    ]);
    await services.datastore.undo();
    expect(await titlesIn(services, topicId)).toEqual(['A', 'B']);
  });

  it('keep at least one in a topic', async () => {
    const services = await openServices();
    const { topicId, sectionId } = await curated(services, []);
    await expect(
      services.call('sections.remove', { topicId, sectionId, moveEntriesTo: null }),
    ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'last-section' } });
  });
});
