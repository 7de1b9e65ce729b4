import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryPaths } from '#core/library/paths.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { reopen } from '#tests/support/open-datastore.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** Libraries as each released format wrote them, folded and not. Never edited, only added to. */
const fixtures = join(import.meta.dirname, '../../fixtures/libraries');

const versions = await readdir(fixtures);

it('has a library of every released format', () => {
  expect(versions.toSorted()).toEqual(
    Array.from({ length: currentFormatVersion }, (_, index) => `v${index + 1}`),
  );
});

it.each(versions)('opens a library of format %s with its journal, whole', async (version) => {
  const folder = await temporaryFolder();
  await cp(join(fixtures, version), folder, { recursive: true });
  const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const paths = libraryPaths(folder);
  const datastore = await reopen(paths);
  const { library, topics, resources, placements, resourceTypes, images, trash } = datastore.tables;
  expect({
    library: library['library']?.title,
    topics: Object.values(topics).map(({ title }) => title),
    resources: Object.values(resources).map(({ title }) => title),
    counts: [placements, resourceTypes, images, trash].map((table) => Object.keys(table).length),
    undo: datastore.historyState().undo?.label.key,
  }).toEqual(expected);
  await datastore.undo();
  await datastore.close();
  await reopen(paths);
});
