import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editOps, putOp } from '#core/datastore/ops.ts';
import { readOwnSnapshot } from '#core/datastore/read-own-snapshot.ts';
import { parseJson, snapshotSchema, toLibraryData } from '#core/datastore/snapshot-format.ts';
import { openTestDatastore } from '#tests/support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '#tests/support/records.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const label = { key: 'test.step', values: {} };

/** The snapshot of a small library with a history, letters of several bytes, and what looks like the end of a list. */
const writeSnapshot = async (note: string) => {
  const { datastore, paths } = await openTestDatastore();
  const [topic, resource, other] = [aTopic(), aResource({ title: 'Größe \u{1f600}' }), aResource({ note })];
  await datastore.commit(label, () => [
    putOp('topics', topic),
    putOp('resources', resource),
    putOp('resources', other),
    putOp('placements', aPlacement(topic, resource)),
  ]);
  await datastore.commit(label, () => editOps('resources', resource, { summary: '\n    ]\n    [é' }));
  await datastore.undo();
  await datastore.fold();
  return paths.snapshot;
};

const expected = async (path: string) => {
  const bytes = await readFile(path);
  return {
    data: toLibraryData(snapshotSchema.parse(parseJson(bytes.toString()))),
    sum: createHash('sha256').update(bytes).digest('hex'),
  };
};

it('reads the same wherever the file is cut', async () => {
  const path = await writeSnapshot('');
  const whole = await expected(path);
  expect(whole.data.history.undone).toHaveLength(1);
  const { length } = await readFile(path);
  for (let chunkLength = 1; chunkLength <= length; chunkLength += chunkLength < 40 ? 1 : 13) {
    expect(await readOwnSnapshot(path, chunkLength)).toEqual(whole);
  }
});

it('reads lines that are longer than what is read or parsed at once', async () => {
  const path = await writeSnapshot('ö'.repeat(100_000));
  const whole = await expected(path);
  for (const chunkLength of [30_000, 90_000, 150_000, 1_000_000])
    expect(await readOwnSnapshot(path, chunkLength)).toEqual(whole);
});

it.each([
  ['is cut off', (text: string) => text.slice(0, -20)],
  ['has more behind it', (text: string) => `${text} `],
  ['is laid out otherwise', (text: string) => JSON.stringify(JSON.parse(text))],
  ['has other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['has a list that is not known', (text: string) => text.replace('"topics"', '"others"')],
  ['is of another format', (text: string) => text.replace('"formatVersion": 2', '"formatVersion": 3')],
  ['is empty', () => ''],
])('leaves a file that %s to who checks it', async (_name, change) => {
  const path = await writeSnapshot('');
  const changed = join(await temporaryFolder(), 'library.json');
  await writeFile(changed, change(await readFile(path, 'utf8')));
  expect(await readOwnSnapshot(changed)).toBe(null);
});
