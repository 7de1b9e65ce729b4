import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Datastore } from '#core/datastore/datastore.ts';
import { createExportService } from '#core/exports/export-service.ts';
import { readGate } from '#core/exports/gate-service.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { readDossier } from '#core/rights/dossier-service.ts';
import { readChosen, readReport } from '#core/rights/rights-service.ts';
import { countingLookups, countTurns } from '#tests/support/count-turns.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { anImage, aPlacement, aResource, aTopic } from '#tests/support/records.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

const [topics, each] = [60, 20];
/** What may be looked up between two turns: the tree and the work of one topic, never that of all. */
const slice = 400;

let folder: string;
let pictures: TestCore;
let texts: TestCore;

const keyed = <RecordType extends { readonly id: string }>(records: readonly RecordType[]) =>
  Object.fromEntries(records.map((record) => [record.id, record]));

const openLibrary = async (name: string, hasPictures: boolean): Promise<TestCore> => {
  const all = Array.from({ length: topics }, (_, index) =>
    aTopic({ title: `Topic ${index}`, status: 'published', slug: `topic-${index}` }),
  );
  const made = all.flatMap((topic, index) =>
    Array.from({ length: each }, (_unused, place) => {
      const image = anImage({ id: (index * each + place).toString(16).padStart(64, '0') });
      const resource = aResource({
        title: `Resource ${index}/${place}`,
        imageId: hasPictures ? image.id : null,
      });
      return { image, resource, placement: aPlacement(topic, resource) };
    }),
  );
  const dir = join(folder, name);
  await createLibrary(
    libraryPaths(dir),
    { title: name, language: 'en' },
    {
      topics: keyed(all),
      images: hasPictures ? keyed(made.map(({ image }) => image)) : {},
      resources: keyed(made.map(({ resource }) => resource)),
      placements: keyed(made.map(({ placement }) => placement)),
    },
  );
  return openTestCore({ dir });
};

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  pictures = await openLibrary('pictures', true);
  texts = await openLibrary('texts', false);
});
afterAll(async () => {
  await pictures.close();
  await texts.close();
  await removeFolder(folder);
});

const page = { topicIds: null, filter: 'unknown', offset: 0, limit: 50 } as const;

type Read = (datastore: Datastore) => Promise<unknown>;

const reads: readonly (readonly [string, Read])[] = [
  ['the rights report', (datastore) => readReport(datastore, page)],
  ['the ids of all pictures under a filter', (datastore) => readChosen(datastore, page)],
  ['the dossier', (datastore) => readDossier(datastore, null, '2026-03-01T12:00:00.000Z')],
  ['the gate', (datastore) => readGate(datastore, null)],
  [
    'the problems of a publication',
    (datastore) => createExportService({ ...pictures.context, datastore }).check(null),
  ],
];

it.each(reads)('%s of a large library lets others have their turn', async (_what, read) => {
  const { most, all } = await countTurns((step) => read(countingLookups(pictures.context.datastore, step)));
  expect(all).toBeGreaterThan(topics * each);
  expect(most).toBeLessThanOrEqual(slice);
});

it('an export lets others have their turn after each file', async () => {
  const { most, all } = await countTurns((step) =>
    createExportService(texts.context).run({
      format: 'site',
      topicIds: null,
      destination: { kind: 'folder', path: join(folder, 'out') },
      progress: step,
    }),
  );
  expect(all).toBeGreaterThan(topics);
  expect(most).toBeLessThanOrEqual(2);
});
