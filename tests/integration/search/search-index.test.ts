import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSearch } from '#core/search/search-service.ts';
import type { Search } from '#core/search/search.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { putOp } from '#core/datastore/ops.ts';
import { memoryLogger } from '../../support/memory-logger.ts';
import { newLibrary, reopen } from '../../support/open-datastore.ts';
import { aPlacement, aResource, aTopic } from '../../support/records.ts';

const label = { key: 'resource.create', values: {} };

const open = async (paths: Awaited<ReturnType<typeof newLibrary>>) => {
  const datastore = await reopen(paths);
  const search = createSearch({ datastore, paths, logger: memoryLogger() });
  const close = async () => {
    await search.close();
    await datastore.close();
  };
  onTestFinished(close);
  return { datastore, search, close };
};

const find = async (search: Search, text: string) => {
  const { clauses } = parseQuery(text, '2026-11-26');
  const query = { clauses, sort: 'title', descending: false, offset: 0, limit: 10, facets: false } as const;
  return (await search.query(query)).ids;
};

test('keeps its index for next time, and makes a new one where the kept one is damaged or of another state', async () => {
  const paths = await newLibrary();
  const file = join(paths.cache, 'search.index');
  const [first, second] = [aResource({ title: 'Grant writing' }), aResource({ title: 'Grants for all' })];

  const one = await open(paths);
  await one.datastore.commit(label, () => [putOp('resources', first)]);
  expect(await find(one.search, 'grant')).toEqual([first.id]);
  await one.close();
  const kept = await readFile(file);

  const two = await open(paths);
  expect(await find(two.search, 'grant')).toEqual([first.id]);
  await two.datastore.commit(label, () => [putOp('resources', second)]);
  await two.close();
  expect((await readFile(file)).equals(kept), 'the index follows the library').toBe(false);

  await writeFile(file, kept);
  const three = await open(paths);
  expect(await find(three.search, 'grant'), 'an index of an older state').toEqual([first.id, second.id]);
  await three.close();

  await writeFile(file, (await readFile(file)).subarray(0, 200));
  const four = await open(paths);
  expect(await find(four.search, 'grant'), 'half an index').toEqual([first.id, second.id]);
});

test('does nothing at all before somebody searches', async () => {
  const paths = await newLibrary();
  const { datastore, close } = await open(paths);
  await datastore.commit(label, () => [putOp('resources', aResource())]);
  await close();
  expect(existsSync(join(paths.cache, 'search.index'))).toBe(false);
});

test('follows what resources are found by in other tables', async () => {
  const paths = await newLibrary();
  const { datastore, search } = await open(paths);
  const [topic, resource] = [aTopic({ title: 'Rivers' }), aResource({ title: 'Grant writing' })];
  const placement = aPlacement(topic, resource);
  expect(await find(search, 'topic:rivers')).toEqual([]);
  await datastore.commit(label, () => [
    putOp('topics', topic),
    putOp('resources', resource),
    putOp('placements', placement),
  ]);
  expect(await find(search, 'topic:rivers status:draft')).toEqual([resource.id]);
  await datastore.undo();
  expect(await find(search, 'rivers')).toEqual([]);
  await datastore.redo();
  expect(await find(search, 'rivers is:placed')).toEqual([resource.id]);
});
