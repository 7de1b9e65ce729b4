import { crc32, deflateSync } from 'node:zlib';
import type { Core } from '#core/open-core.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { importUpload } from '#tests/support/import-upload.ts';
import type { Pledge } from './recording/disk-log.ts';
import type { Random } from './random.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};

/** The smallest PNG that is a picture of its own: 8 by 8 pixels of one gray, told apart by `seed`. */
export const tinyPng = (seed: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(8, 0);
  head.writeUInt32BE(8, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(9 * 8, seed % 256);
  rows.writeUInt32BE(seed, 1);
  for (let row = 0; row < 8; row += 1) rows[row * 9] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const csv = (count: number, seed: number): string =>
  [
    'title,url,summary',
    ...Array.from(
      { length: count },
      (_unused, row) => `Row ${seed}-${row},https://example.org/${seed}/${row},Words`,
    ),
  ].join('\n');

/** Hears what is about to be done and what was answered as saved. */
export type Tell = (kind: 'intend' | 'ack', pledge: Pledge) => void;

type Step = (core: Core, random: Random, tell: Tell) => Promise<void>;

const someTopic = (core: Core, random: Random): TopicId | null => {
  const ids = Object.keys(core.context.datastore.tables.topics) as TopicId[];
  return ids[random.below(Math.max(1, ids.length))] ?? null;
};

const create: Step = async (core, random, tell) => {
  const title = `Topic ${random.below(1_000_000)}`;
  const { topicId } = await core.call('topics.create', { title, parentId: null });
  tell('ack', { kind: 'title', topicId, title });
};

const rename: Step = async (core, random, tell) => {
  const topicId = someTopic(core, random);
  if (topicId === null) return;
  const title = `Renamed ${random.below(1_000_000)}`;
  const description = 'x'.repeat(random.below(3_000));
  tell('intend', { kind: 'title', topicId, title });
  await core.call('topics.update', { topicId, patch: { title, description } });
  tell('ack', { kind: 'title', topicId, title });
};

const addPicture: Step = async (core, random, tell) => {
  const { id } = await core.context.uploads.receive(
    new Blob([new Uint8Array(tinyPng(random.below(2 ** 31)))]).stream(),
    1_000_000,
  );
  const topicId = someTopic(core, random);
  const use = topicId === null ? null : ({ kind: 'hero', topicId } as const);
  const { image } = await core.call('images.add', { uploadId: id, fileName: 'gray.png', foundAt: null, use });
  tell('ack', { kind: 'image', imageId: image.id });
};

const takeTable: Step = async (core, random) => {
  const bytes = new TextEncoder().encode(csv(20, random.below(1_000_000)));
  const { id } = await core.context.uploads.receive(new Blob([bytes]).stream(), 1_000_000);
  const title = `Import ${random.below(1_000_000)}`;
  await importUpload(core, { uploadId: id, fileName: 'rows.csv' }, { kind: 'new', title });
};

const fold: Step = (core) => core.context.datastore.fold();

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [6, create],
  [8, rename],
  [3, addPicture],
  [1, takeTable],
  [1, fold],
];

/** Does one of the things that curators do, and tells what it promised. */
export const workOnce: Step = async (core, random, tell) => {
  let at = random.below(steps.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, step] of steps) {
    if (at < weight) return step(core, random, tell);
    at -= weight;
  }
};
