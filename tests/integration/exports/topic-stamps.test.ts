import { expect, it } from 'vitest';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { createTopicStamps } from '#core/exports/topic-stamps.ts';
import { openTestDatastore } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';

const label = { key: 'test.step', values: {} };

const openTwoTopics = async () => {
  const { datastore } = await openTestDatastore();
  const [topic, other, resource] = [aTopic(), aTopic(), aResource()];
  const placement = aPlacement(topic, resource);
  await datastore.commit(label, () => [
    putOp('topics', topic),
    putOp('topics', other),
    putOp('resources', resource),
    putOp('placements', placement),
  ]);
  const stampOf = createTopicStamps(datastore);
  return { datastore, resource, placement, both: () => [stampOf(topic.id), stampOf(other.id)], other };
};

const differ = (before: readonly string[], after: readonly string[]) =>
  before.map((stamp, at) => stamp !== after[at]);

it('marks the topics that a resource stands in when it changes', async () => {
  const { datastore, resource, both } = await openTwoTopics();
  const before = both();
  await datastore.commit(label, () => editOps('resources', resource, { title: 'Another' }));
  expect(differ(before, both())).toEqual([true, false]);
});

it('marks both topics when a resource changes and is moved before anybody asks', async () => {
  const { datastore, resource, placement, other, both } = await openTwoTopics();
  const before = both();
  await datastore.commit(label, () => editOps('resources', resource, { title: 'Another' }));
  await datastore.commit(label, () => editOps('placements', placement, { topicId: other.id }));
  expect(differ(before, both())).toEqual([true, true]);
});

it('takes a very large change for one of all topics', async () => {
  const { datastore, both } = await openTwoTopics();
  const before = both();
  const rows = Array.from({ length: 600 }, (_unused, at) => aResource({ title: `Row ${at}` }));
  await datastore.commit(label, () => rows.map((row) => putOp('resources', row)));
  expect(differ(before, both())).toEqual([true, true]);
});
