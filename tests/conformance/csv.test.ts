import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSource } from '#core/imports/source.ts';
import { decodeText } from '#core/imports/decode-text.ts';
import { xlsxReader } from '#core/imports/tables/xlsx-reader.ts';
import { findDialect, isBlank, readRecords } from '#core/imports/tables/read-records.ts';
import { importPreviewSchema } from '#shared/contract/imports.ts';
import { sharedFixtures } from '#tests/support/fixtures.ts';
import { openServices } from '#tests/support/open-services.ts';
import { createVerdicts, expectInDocs, type Verdict } from '#tests/support/verdicts.ts';

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

const { judge, rows, unjudged } = createVerdicts();

afterAll(() => {
  if (folder === null) return;
  expect(unjudged(names.filter((name) => !name.endsWith('.json')))).toEqual([]);
  expectInDocs(rows());
});

/** Tables of programs that Carrel knows by their columns, and how many records each holds. */
const known = [
  ['collectionbuilder-watkins.csv', 80],
  ['collectionbuilder-idaho-cities.csv', 370],
  ['collectionbuilder-demo.csv', 7],
  ['collectionbuilder-gh-demo.csv', 7],
  ['omeka-csvimport-test.csv', 3],
  ['omeka-csvimport-plus-files-metadata.csv', 7],
  ['omeka-s-automap.csv', 3],
  ['linebreaks-in-cells.csv', 2],
] as const;

/** Tables of any kind: which column is said to hold the titles, how many there are, and one of them. */
const chosen = [
  ['bom.csv', 'ColA', 2, null],
  ['utf16le-bom.tsv', 'Location', 2, 'Béjaïa'],
  ['latin1.tsv', 'Location', 2, 'Béjaïa'],
  ['wax-valid.csv', 'pid', 4, 'img_item_1'],
  ['ragged.csv', 'column_b', 3, 'mixed types.... uh oh'],
  ['mac-newlines.csv', 'a', 2, 'Once upon a time'],
  ['skip-lines-before-header.csv', 'a', 1, '1'],
  ['papaparse-long.csv', 'Grant', 7, 'Cherokee'],
  ['fy09-edu-recipients.csv', 'State Name', 52, 'ALABAMA'],
] as const;

describe.skipIf(folder === null)('tables of other tools (skipped without ../shared/fixtures)', () => {
  it.each(names.filter((name) => /^spectrum-.*\.csv$/.test(name)))('reads %s as its answer says', (name) =>
    judge('Tables (CSV and TSV)', name, async (): Promise<Verdict> => {
      expect(await records(name)).toEqual(JSON.parse(read(name.replace(/csv$/, 'json')).toString('utf8')));
      return 'right';
    }),
  );

  it('reads Latin-1, UTF-16 and a byte order mark', async () => {
    expect((await records('latin1.tsv'))[0]?.['Location']).toContain('Béjaïa');
    expect((await records('utf16le-bom.tsv'))[0]?.['Location']).toContain('Béjaïa');
    expect(Object.keys((await records('bom.csv'))[0] ?? {})).toEqual(['ColA', 'ColB']);
  });

  it.each(known)('takes every row of %s', (name, count) =>
    judge('Tables (CSV and TSV)', name, async (): Promise<Verdict> => {
      const { importTable, call, resourcesOf } = await openServices();
      const report = await importTable(read(name));
      expect(report).toMatchObject({ taken: count, refusedCount: 0 });
      const board = await call('topics.board', { topicId: report.topicId! });
      expect(resourcesOf(board)).toHaveLength(count);
      expect(decodeText(read(name)).text).toContain(resourcesOf(board)[0]?.title ?? '?');
      return 'right';
    }),
  );

  it.each(chosen)('says that no column of %s holds titles, and takes every row once %s does', (...one) =>
    judge('Tables (CSV and TSV)', one[0], async (): Promise<Verdict> => {
      const [name, column, count, title] = one;
      const { readFiles, commitImport, call, jobs, datastore } = await openServices();
      const { importId } = await readFiles({ [name]: read(name) });
      const page = { importId, offset: 0, limit: 200 };
      const { items } = await call('imports.problems', page);
      // Either no column is taken for titles, or one is that holds none.
      expect(items.some(({ reason }) => /^(?:no-title-column|row-without-title)$/.test(reason))).toBe(true);
      const { jobId } = await call('imports.adjust', {
        importId,
        choices: [{ source: 0, columns: { [column]: 'title' } }],
      });
      const preview = importPreviewSchema.parse((await jobs.ended(jobId)).result);
      const report = await commitImport(preview);
      expect([report.taken, report.refusedCount]).toEqual([count, 0]);
      const titles = Object.values(datastore.tables.resources).map((resource) => resource.title);
      if (title !== null) expect(titles.some((text) => text.includes(title))).toBe(true);
      return 'explained';
    }),
  );

  it('names the rows of the wrong length', async () => {
    const { readFiles, call, jobs } = await openServices();
    const { importId } = await readFiles({ 'ragged.csv': read('ragged.csv') });
    const { jobId } = await call('imports.adjust', {
      importId,
      choices: [{ source: 0, columns: { column_b: 'title' } }],
    });
    await jobs.ended(jobId);
    const { items } = await call('imports.problems', { importId, offset: 0, limit: 9 });
    expect(items.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'row-too-long'],
      [3, 'row-too-short'],
    ]);
  });

  it('reads a workbook once a column is said to hold titles', () =>
    judge('Excel (XLSX)', 'excel-style.xlsx', async (): Promise<Verdict> => {
      const columns = { text: 'title' } as const;
      const choices = { answers: {}, columns, headerRow: null };
      const work = { choices, types: [], pace: () => Promise.resolve() };
      const { format, candidates, problems } = await xlsxReader.read(
        createSource('file', read('excel-style.xlsx')),
        work,
      );
      expect([format, problems]).toEqual(['xlsx', []]);
      expect(candidates.map(({ fields }) => [fields.title, fields.publishedOn])).toMatchObject([
        ['Chicago Reader', '1971-01-01'],
        ['Chicago Sun-Times', '1948-01-01'],
        ['Chicago Tribune', '1920-01-01'],
        [expect.any(String), undefined],
        [expect.any(String), undefined],
      ]);
      return 'explained';
    }));

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
