import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlacementId } from '#shared/model/ids.ts';
import { openServices } from '#tests/support/open-services.ts';

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** What moving means, told with nothing but lists. */
const expected = (order: readonly string[], moving: readonly string[], before: string | null): string[] => {
  const left = order.filter((name) => !moving.includes(name));
  const from = before === null ? order.length : order.indexOf(before);
  const next = order.slice(from).find((name) => !moving.includes(name));
  return left.toSpliced(next === undefined ? left.length : left.indexOf(next), 0, ...moving);
};

it('moves any of the entries before any other, and takes each move back whole', async () => {
  const services = await openServices();
  const { call, datastore } = services;
  const { topicId } = await call('topics.create', { title: 'Order', parentId: null });
  const sectionId = (await call('topics.board', { topicId })).sections[0]!.section.id;
  await call('sections.update', { topicId, sectionId, patch: { kind: 'curated' } });
  const ids = new Map<string, PlacementId>();
  for (const title of names) {
    const { placementId } = await call('resources.create', { fields: { title }, topicId, sectionId });
    ids.set(title, placementId!);
  }
  const order = async () =>
    (await call('topics.board', { topicId })).sections[0]!.entries.map(({ title }) => title);
  const idOf = (name: string) => ids.get(name)!;

  const step = fc.record({
    moving: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    before: fc.option(fc.constantFrom(...names)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { moving, before } of steps) {
        const present = await order();
        const { seq } = datastore.historyState();
        const next = expected(present, moving, before);
        await call('bulk.move', {
          placementIds: moving.map(idOf),
          topicId,
          sectionId,
          beforeId: before === null ? null : idOf(before),
        });
        expect(await order()).toEqual(next);
        if (datastore.historyState().seq === seq) expect(next).toEqual(present);
        else {
          await datastore.undo();
          expect(await order()).toEqual(present);
          await datastore.redo();
        }
      }
    }),
    { numRuns: 25 },
  );
});

it('leaves a live section its own order, and takes newcomers in', async () => {
  const { call } = await openServices();
  const { topicId } = await call('topics.create', { title: 'Live', parentId: null });
  const live = (await call('topics.board', { topicId })).sections[0]!.section.id;
  const { sectionId } = await call('sections.add', { topicId, title: 'Own', kind: 'curated', index: null });
  const placed: PlacementId[] = [];
  for (const [title, home] of [
    ['One', live],
    ['Two', live],
    ['Three', sectionId],
  ] as const) {
    const { placementId } = await call('resources.create', { fields: { title }, topicId, sectionId: home });
    placed.push(placementId!);
  }
  const [one, two, three] = placed;
  const move = (placementIds: PlacementId[], beforeId: PlacementId | null) =>
    call('bulk.move', { placementIds, topicId, sectionId: live, beforeId });
  for (const refused of [move([three!], one!), move([one!, two!], null)]) {
    await expect(refused).rejects.toMatchObject({ details: { reason: 'live-section-order' } });
  }
  expect(await move([one!, three!], null)).toMatchObject({ report: { changed: 1, unchanged: 1 } });
});
