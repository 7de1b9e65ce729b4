import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { checkRecord } from '#core/datastore/check-record.ts';
import { Records } from '#core/datastore/records.ts';
import { emptyTables } from '#core/datastore/snapshot-format.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';

const manyPlacements = () => {
  const tables = emptyTables();
  const [topic, other] = [aTopic(), aTopic()];
  const placements = Array.from({ length: 1_000 }, () => aPlacement(topic, aResource()));
  for (const placement of placements) tables.placements[placement.id] = placement;
  return { records: new Records(tables), topic, other, placements };
};

it('finds out in turns what belongs to what, and what changes meanwhile counts', async () => {
  const { records, topic, other, placements } = manyPlacements();
  const [first, second] = placements;
  const last = placements.at(-1);
  const late = aPlacement(other, aResource());
  const prepared = records.prepare(() => turn());
  await turn();
  records.make(
    [
      deleteOp('placements', first!),
      ...editOps('placements', second!, { topicId: other.id }),
      ...editOps('placements', last!, { topicId: other.id }),
      putOp('placements', late),
    ],
    checkRecord,
  );
  await prepared;
  expect(records.reader.placementsInTopic(other.id)).toEqual(new Set([second!.id, last!.id, late.id]));
  expect(records.reader.placementsInTopic(topic.id)).toEqual(
    new Set(placements.slice(2, -1).map(({ id }) => id)),
  );
  expect(records.reader.placementsOfResource(first!.resourceId)).toEqual(new Set());
});

it('answers at once, and rightly, while it is still finding out', async () => {
  const { records, topic, placements } = manyPlacements();
  const prepared = records.prepare(() => turn());
  await turn();
  expect(records.reader.placementsInTopic(topic.id)).toEqual(new Set(placements.map(({ id }) => id)));
  records.make([deleteOp('placements', placements[500]!)], checkRecord);
  await prepared;
  expect(records.reader.placementsInTopic(topic.id).has(placements[500]!.id)).toBe(false);
  expect(records.reader.placementsInTopic(topic.id).size).toBe(999);
});
