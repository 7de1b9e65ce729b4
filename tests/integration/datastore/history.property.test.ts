import { readFile, writeFile } from 'node:fs/promises';
import { array, assert, asyncProperty, constantFrom, nat, oneof, record, string } from 'fast-check';
import { expect, it } from 'vitest';
import type { Datastore, Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import type { Op } from '#shared/model/change.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';

const label = { key: 'test.step', values: {} };

/** One step of a change: numbers choose among the records there are. */
type Step = { readonly kind: string; readonly pick: number; readonly text: string };

const choose = <Value>(values: readonly Value[], pick: number): Value | undefined =>
  values[pick % values.length];

const oneLine = (text: string): string => text.replaceAll(/\s/g, ' ').trim() || 'x';

type Chosen = {
  readonly topic: Topic | undefined;
  readonly resource: Resource | undefined;
  readonly text: string;
};

const makers: Record<string, (chosen: Chosen) => Op[]> = {
  'put-topic': ({ topic, text }) => [
    putOp('topics', aTopic({ title: oneLine(text), parentId: topic?.id ?? null })),
  ],
  'put-resource': ({ text }) => [
    putOp('resources', aResource({ note: text, otherFields: { [text]: text } })),
  ],
  place: ({ topic, resource }) =>
    topic && resource ? [putOp('placements', aPlacement(topic, resource))] : [],
  'edit-topic': ({ topic, text }) =>
    topic ? editOps('topics', topic, { title: oneLine(text), description: text }) : [],
  'edit-resource': ({ resource, text }) =>
    resource ? editOps('resources', resource, { note: text, subjects: [oneLine(text)] }) : [],
  'delete-topic': ({ topic }) => (topic ? [deleteOp('topics', topic)] : []),
  'delete-resource': ({ resource }) => (resource ? [deleteOp('resources', resource)] : []),
};

const toOps = ({ tables }: Reader, { kind, pick, text }: Step): Op[] => {
  const topic = choose(Object.values(tables.topics), pick);
  const resource = choose(Object.values(tables.resources), pick);
  const placement = choose(Object.values(tables.placements), pick);
  if (kind === 'delete-placement') return placement ? [deleteOp('placements', placement)] : [];
  return makers[kind]?.({ topic, resource, text }) ?? [];
};

const stepArbitrary = record({
  kind: constantFrom('delete-placement', ...Object.keys(makers)),
  pick: nat(),
  text: string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
});

/** What a page says of itself, come in while somebody works. */
type Aside = { readonly aside: number; readonly text: string };

const actionArbitrary = oneof(
  { weight: 2, arbitrary: record({ aside: nat(), text: string({ minLength: 1, maxLength: 4 }) }) },
  { weight: 4, arbitrary: array(stepArbitrary, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: constantFrom('undo' as const, 'redo' as const, 'fold' as const) },
);

/** Ops of a change are made against the state before it, so each record may be touched once. */
const withoutRepeats = (ops: readonly Op[]): Op[] =>
  ops.filter(({ id }, index) => ops.findIndex((other) => other.id === id) === index);

const runAside = async (datastore: Datastore, { aside, text }: Aside): Promise<void> => {
  const before = datastore.historyState();
  const build = ({ tables }: Reader) => {
    const resource = choose(Object.values(tables.resources), aside);
    return resource
      ? editOps('resources', resource, { note: `found ${text}`, publisher: oneLine(text) })
      : [];
  };
  await datastore.commit(label, build, { aside: true });
  expect(datastore.historyState()).toEqual({ ...before, seq: expect.any(Number) });
};

const run = async (
  datastore: Datastore,
  action: readonly Step[] | Aside | 'undo' | 'redo' | 'fold',
): Promise<void> => {
  if (action === 'fold') return datastore.fold();
  if (typeof action === 'object' && 'aside' in action) return runAside(datastore, action);
  if (typeof action === 'object') {
    await datastore.commit(label, (reader) => withoutRepeats(action.flatMap((step) => toOps(reader, step))));
    return undefined;
  }
  const state = datastore.historyState();
  if (state[action]) await datastore[action]();
  return undefined;
};

const indexesOf = (reader: Reader) => ({
  children: [null, ...Object.values(reader.tables.topics).map(({ id }) => id)].map((id) =>
    reader.childTopics(id),
  ),
  inTopic: Object.values(reader.tables.topics).map(({ id }) => reader.placementsInTopic(id)),
  ofResource: Object.values(reader.tables.resources).map(({ id }) => reader.placementsOfResource(id)),
});

const stateOf = (datastore: Datastore) => structuredClone({ ...datastore.tables });

it('undoes everything back to the start, redoes it to the end, and reads the same back from the disk', async () => {
  await assert(
    asyncProperty(array(actionArbitrary, { maxLength: 25 }), async (actions) => {
      const paths = await newLibrary();
      const datastore = await reopen(paths);
      const start = stateOf(datastore);
      for (const action of actions) await run(datastore, action);
      const end = stateOf(datastore);
      const endHistory = datastore.historyState();

      // What a kill at this moment would leave.
      const [snapshot, journal] = [await readFile(paths.snapshot), await readFile(paths.journal)];
      const copy = await newLibrary();
      await writeFile(copy.snapshot, snapshot);
      await writeFile(copy.journal, journal);
      const replayed = await reopen(copy);
      expect(stateOf(replayed)).toEqual(end);
      expect(replayed.historyState()).toEqual(endHistory);
      expect(indexesOf(replayed)).toEqual(indexesOf(datastore));
      await replayed.close();

      let steps = 0;
      for (; datastore.historyState().undo; steps += 1) await datastore.undo();
      expect(stateOf(datastore)).toEqual(start);
      for (; steps > 0; steps -= 1) await datastore.redo();
      expect(stateOf(datastore)).toEqual(end);
      await datastore.close();
      const again = await reopen(paths);
      expect(stateOf(again)).toEqual(end);
      await again.close();
    }),
    { numRuns: 25 },
  );
});
