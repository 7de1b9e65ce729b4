import { stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { SnapshotAdapter } from '#core/datastore/adapter.ts';
import { toCurrentData } from '#core/datastore/parse-snapshot.ts';
import { createSnapshotSums } from '#core/datastore/snapshot-sums.ts';
import { parseJson } from '#core/datastore/snapshot-format.ts';
import { newLibrary } from '#tests/support/open-datastore.ts';

it('leaves out a write that would change no byte, and makes one that does', async () => {
  const paths = await newLibrary();
  const adapter = new SnapshotAdapter({
    path: paths.snapshot,
    parse: async (bytes) => toCurrentData(parseJson(bytes.toString())),
    now: () => '2026-03-01T12:00:00.000Z',
    sums: createSnapshotSums(paths.snapshotSums, new Uint8Array(32)),
  });
  const data = await adapter.read();
  const { ino } = await stat(paths.snapshot);
  await adapter.write(data);
  expect((await stat(paths.snapshot)).ino).toBe(ino);
  await adapter.write({ ...data, seq: 1 });
  expect((await stat(paths.snapshot)).ino).not.toBe(ino);
  expect((await adapter.read()).seq).toBe(1);
});
