/**
 * Run as a process of its own, to be killed: edits the library in the folder given as fast as it can, several edits at
 * a time, folding now and then, and prints one line for each edit that was acknowledged: its seq and its topic's id.
 */
import { v7 } from 'uuid';
import { openDatastore } from '#core/datastore/open-datastore.ts';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { topicSchema } from '#shared/model/topic.ts';

const [, , folder = ''] = process.argv;
const at = '2026-03-01T12:00:00.000Z';

const datastore = await openDatastore({
  paths: libraryPaths(folder),
  clock: { now: () => new Date().toISOString() },
  ids: { next: () => v7() },
  logger: { info: () => undefined, error: () => undefined },
  by: 'kill-child',
  // Small limits, so that kills fall into folds too.
  foldLimits: { maxBytes: 60_000 },
});

const newTopic = () => {
  const id = v7();
  const sections = [{ id: v7(), kind: 'curated', title: 'Start', description: '' }];
  const place = { parentId: null, position: 'a0', status: 'draft', createdAt: at, updatedAt: at };
  const empty = { hero: null, language: null, owner: null, reviewBy: null };
  const unset = { formerSlugs: [], theme: null, textLicenseId: null, commercialUse: null };
  const words = { title: 'Water', slug: `topic-${id}`, description: 'x'.repeat(2_000) };
  return topicSchema.parse({ id, sections, ...place, ...empty, ...unset, ...words });
};

const label = { key: 'topic.create', values: {} };

const editForever = async (): Promise<never> => {
  for (;;) {
    const topic = newTopic();
    const made = await datastore.commit(label, () => [putOp('topics', topic)]);
    process.stdout.write(`${made?.seq} ${topic.id} Water\n`);
    const edited = await datastore.commit(label, (reader) =>
      editOps('topics', reader.require('topics', topic.id), { title: 'Sea' }),
    );
    process.stdout.write(`${edited?.seq} ${topic.id} Sea\n`);
  }
};

process.stdout.write('open\n');
await Promise.all([editForever(), editForever(), editForever()]);
