import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#core/imports/decode-text.ts';
import { findDialect, isBlank, readRecords } from '#core/imports/tables/read-records.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { openServices } from '#tests/support/open-services.ts';

const folder = sharedFixtures === null ? null : join(sharedFixtures, 'csv');
const read = (name: string): Buffer => readFileSync(join(folder ?? '', name));
const names = folder === null ? [] : readdirSync(folder);

/** The rows of a file as objects, by the parts that the import uses. */
const records = async (name: string): Promise<Record<string, string>[]> => {
  const { text } = decodeText(read(name));
  const table = await readRecords(text, findDialect(text), { limit: 1_000, pace: () => Promise.resolve() });
  const rows = table.rows.filter((row) => !isBlank(row));
  const [header = [], ...data] = rows;
  return data.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
};

describe.skipIf(folder === null)('tables of other tools (skipped without ../shared/fixtures)', () => {
  it.each(names.filter((name) => /^spectrum-.*\.csv$/.test(name)))(
    'reads %s as its answer says',
    async (name) => {
      expect(await records(name)).toEqual(JSON.parse(read(name.replace(/csv$/, 'json')).toString('utf8')));
    },
  );

  it('reads Latin-1, UTF-16 and a byte order mark', async () => {
    expect((await records('latin1.tsv'))[0]?.['Location']).toContain('Béjaïa');
    expect((await records('utf16le-bom.tsv'))[0]?.['Location']).toContain('Béjaïa');
    expect(Object.keys((await records('bom.csv'))[0] ?? {})).toEqual(['ColA', 'ColB']);
  });

  it.each([
    ['collectionbuilder-watkins.csv', 80],
    ['collectionbuilder-idaho-cities.csv', 370],
    ['collectionbuilder-demo.csv', 7],
    ['collectionbuilder-gh-demo.csv', 7],
    ['omeka-csvimport-test.csv', 3],
    ['omeka-csvimport-plus-files-metadata.csv', 7],
    ['omeka-s-automap.csv', 3],
    ['linebreaks-in-cells.csv', 2],
  ])('takes every row of %s', async (name, count) => {
    const { importTable, call, resourcesOf } = await openServices();
    const report = await importTable(read(name));
    expect(report).toMatchObject({ taken: count, refusedCount: 0 });
    const board = await call('topics.board', { topicId: report.topicId! });
    const first = decodeText(read(name));
    expect(resourcesOf(board)).toHaveLength(count);
    expect(first.text).toContain(resourcesOf(board)[0]?.title ?? '?');
  });

  it('maps the Watkins photographs, and keeps what it has no field for', async () => {
    const { importTable, call, resourcesOf } = await openServices();
    const { topicId } = await importTable(read('collectionbuilder-watkins.csv'));
    const [first] = resourcesOf(await call('topics.board', { topicId: topicId! }));
    expect(first).toMatchObject({
      title: 'Anaconda Mine 1000 ft. level East [no. 1163]',
      url: 'https://www.lib.uidaho.edu/collectionbuilder/watkins/89-1163.jpg',
      typeId: 'image',
      creators: ['Watkins, Carleton E.'],
      publishedOn: '1890',
      language: 'en',
      identifiers: [{ scheme: 'other', value: '89-1163' }],
    });
    expect(first?.subjects).toContain('Butte (Mont.)');
    expect(first?.rights).toMatch(
      /^Material has likely[^]*http:\/\/rightsstatements\.org\/vocab\/NoC-US\/1\.0\/$/,
    );
    expect(first?.otherFields).toMatchObject({
      objectid: 'watkins0',
      mine: 'Anaconda Mine',
      depth: '1000',
      'format original': 'Black and White Photograph',
    });
  });

  it('does not take an approximate date for an exact one', async () => {
    const { importTable, call, resourcesOf } = await openServices();
    const report = await importTable(read('collectionbuilder-idaho-cities.csv'));
    const resources = resourcesOf(await call('topics.board', { topicId: report.topicId! }));
    const approximate = resources.filter(({ otherFields }) => otherFields['date_is_approximate'] === 'yes');
    expect(approximate).toHaveLength(125);
    expect(
      approximate.every(({ publishedOn, otherFields }) => publishedOn === null && otherFields['date']),
    ).toBe(true);
  });

  it('refuses every row of a table whose names are all empty, one by one', async () => {
    const { importTable } = await openServices();
    const report = await importTable(read('latin1.tsv'));
    expect(report).toMatchObject({ topicId: null, taken: 0, refusedCount: 2 });
    expect(report.sources[0]?.about['encoding']).toBe('windows-1252');
    expect(report.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'row-without-title'],
      [3, 'row-without-title'],
    ]);
  });

  it.each(names.filter((name) => /\.(?:csv|tsv|xlsx)$/.test(name)))(
    'ends %s with a report or a clear refusal',
    async (name) => {
      const { runRead, datastore } = await openServices();
      const job = await runRead({ [name]: read(name) });
      if (job.state === 'done') return;
      expect(job).toMatchObject({ state: 'failed', error: { code: 'file-format' } });
      expect(job.error?.details['reason']).toMatch(/^(?:csv|import)-/);
      expect(datastore.historyState().seq).toBe(0);
    },
  );
});
