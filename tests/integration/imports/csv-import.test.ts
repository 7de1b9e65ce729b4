import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openServices } from '#tests/support/open-services.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const fixture = (name: string) => readFile(new URL(`../../fixtures/csv/${name}`, import.meta.url));

describe('importing a table', () => {
  const imported = async () => {
    const services = await openServices();
    const report = await services.importTable(await fixture('reading-list.csv'), {
      into: { kind: 'new', title: 'Reading' },
    });
    const board = await services.call('topics.board', { topicId: report.topicId! });
    return { ...services, report, board, resources: services.resourcesOf(board) };
  };

  it('makes a topic with one curated section, and a resource for each row in their order', async () => {
    const { board, resources, report } = await imported();
    expect(board).toMatchObject({
      topic: { title: 'Reading', slug: 'reading' },
      sections: [{ section: { kind: 'curated' } }],
    });
    expect(resources.map(({ title }) => title)).toEqual([
      'Growing Library Garden Programs',
      'Small But Mighty',
      'A week of storytime',
      'https://example.org/untitled',
      'Growing Library Garden Programs',
    ]);
    expect(report).toMatchObject({
      taken: 5,
      refusedCount: 1,
      sources: [{ format: 'csv', about: { encoding: 'UTF-8', delimiter: ',' } }],
    });
  });

  it('takes every column to its field, or keeps it under its own name', async () => {
    const { resources, report, clock } = await imported();
    expect(resources[0]).toMatchObject({
      url: 'https://example.org/gardens?utm_source=list',
      typeId: 'news',
      summary: 'A collection of examples, "with soil".',
      publishedOn: '2018-11-07',
      addedOn: '2018-11-08',
      modifiedOn: null,
      creators: ['Doe, Julie', 'Roe, Max'],
      subjects: ['Gardens', 'Food'],
      publisher: 'Example Press',
      language: 'en',
      rights: 'CC BY 4.0',
      identifiers: [{ scheme: 'isbn', value: '9780306406157' }],
      audience: 'Adults',
      note: 'Ask Julie',
      otherFields: { Shelf: 'A 12' },
      createdAt: clock.now(),
    });
    expect(resources[1]).toMatchObject({
      url: 'https://www.example.org/small',
      typeId: 'webinar',
      publishedOn: '2018-11-07',
      subjects: ['Innovation', 'Rural'],
      language: 'en',
    });
    expect(report.sources[0]?.columns).toContainEqual({ column: 'Date', field: 'publishedOn' });
    expect(report.sources[0]?.columns).toContainEqual({ column: 'Shelf', field: 'otherFields' });
  });

  it('makes nothing up and loses nothing where a cell cannot be read', async () => {
    const { resources, report } = await imported();
    expect(resources[2]).toMatchObject({
      url: null,
      typeId: 'website',
      summary: '<b>bold</b> words',
      publishedOn: null,
      language: null,
      identifiers: [{ scheme: 'other', value: 'unknown' }],
      otherFields: {
        URL: 'javascript:alert(1)',
        Type: 'Zine',
        Date: '03/04/2018',
        'Date Added': 'c. 1920',
        Language: 'Klingonese',
        Shelf: 'B 3',
      },
    });
    expect(report.notes.map(({ row, reason }) => `${row} ${reason}`).toSorted()).toEqual([
      '4 date-not-exact',
      '4 date-not-exact',
      '4 language-not-known',
      '4 not-an-address',
      '5 title-from-address',
    ]);
    expect(report.notes[0]?.message).toContain('javascript:alert(1)');
  });

  it('says which rows it refused and why', async () => {
    const { report } = await imported();
    expect(report.refused).toEqual([
      {
        row: 6,
        title: '',
        reason: 'row-without-title',
        values: {},
        message: 'This row has neither a title nor a link.',
      },
    ]);
  });

  it('is one step to undo and to redo', async () => {
    const { datastore, call } = await imported();
    expect(datastore.historyState()).toMatchObject({
      seq: 1,
      undo: { label: { key: 'import.csv', values: { count: 5, title: 'Reading' } } },
    });
    await datastore.undo();
    expect(await call('topics.tree', {})).toEqual([]);
    expect(datastore.tables.resources).toEqual({});
    await datastore.redo();
    expect(await call('topics.tree', {})).toMatchObject([{ title: 'Reading', resourceCount: 5 }]);
  });

  it('appends to a topic that is there, in its curated section', async () => {
    const { call, importTable } = await openServices();
    const { topicId } = await call('topics.create', { title: 'Mine', parentId: null });
    const { sectionId } = await call('sections.add', {
      topicId,
      title: 'Chosen',
      kind: 'curated',
      index: null,
    });
    await call('resources.create', { fields: { title: 'First' }, topicId, sectionId });
    const report = await importTable('title,url\nSecond,https://a.example\n', {
      into: { kind: 'topic', topicId, sectionId: null },
    });
    expect(report).toMatchObject({ topicId, topicTitle: 'Mine', taken: 1 });
    const [, chosen] = (await call('topics.board', { topicId })).sections;
    expect(chosen?.entries.map(({ title }) => title)).toEqual(['First', 'Second']);
  });

  it('knows the types that the library has of its own', async () => {
    const { call, importTable, datastore } = await openServices();
    const { typeId } = await call('resourceTypes.create', { name: 'Zine', icon: 'book' });
    await importTable('title,type\nA,zine\n');
    expect(Object.values(datastore.tables.resources)).toMatchObject([{ typeId, otherFields: {} }]);
  });

  it('reports rows of the wrong length and keeps their cells', async () => {
    const { importTable, datastore } = await openServices();
    const report = await importTable(
      'title,url,shelf\nA,https://a.example,1,surplus\nB,https://b.example\nC,,3,,\n',
    );
    expect(report.notes.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'row-too-long'],
      [3, 'row-too-short'],
    ]);
    expect(Object.values(datastore.tables.resources)[0]?.otherFields).toEqual({
      shelf: '1',
      'Column 4': 'surplus',
    });
  });

  it('finds the column names below other lines, and says which lines it left out', async () => {
    const { importTable } = await openServices();
    const report = await importTable('Our favorite links\n\ntitle,url\nA,https://a.example\n');
    expect(report.taken).toBe(1);
    expect(report.notes).toMatchObject([
      { row: 1, title: 'Our favorite links', reason: 'lines-above-header' },
    ]);
  });

  it('takes a file of one column that is a title or a link', async () => {
    const { importTable } = await openServices();
    expect((await importTable('url\nhttps://a.example\nhttps://b.example\n')).taken).toBe(2);
  });

  it('takes hostile column names and cells as text', async () => {
    const { importTable, datastore } = await openServices();
    await importTable('title,__proto__,constructor\n"=HYPERLINK(""x"")",polluted,"<script>"\n');
    expect(Object.values(datastore.tables.resources)).toMatchObject([
      {
        title: '=HYPERLINK("x")',
        otherFields: { 'Column __proto__': 'polluted', 'Column constructor': '<script>' },
      },
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const target = { into: { kind: 'new', title: 'A' }, folders: 'topics', duplicates: 'show' } as const;

describe('an import that cannot be', () => {
  it.each([
    ['', 'import-empty'],
    ['title,url\n', 'csv-no-rows'],
    ['Once upon a time.\nThere was a library.\n', 'import-not-recognized'],
    [`title\n${'a\n'.repeat(200_001)}`, 'csv-too-many-rows'],
  ])('is refused: %.40j', async (text, reason) => {
    const { runRead, datastore } = await openServices();
    const job = await runRead({ 'table.csv': text });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'file-format', details: { reason } } });
    expect(datastore.historyState().seq).toBe(0);
  });

  it('is forgotten when reading is cancelled', async () => {
    const { uploads, call, jobs, datastore } = await openServices();
    const path = join(await temporaryFolder(), 'table.csv');
    await writeFile(path, `title\n${'A row\n'.repeat(100_000)}`);
    const { id } = await uploads.adopt(path);
    const { jobId, importId } = await call('imports.read', { files: [{ uploadId: id, fileName: 'a.csv' }] });
    jobs.cancel(jobId);
    expect(await jobs.ended(jobId)).toMatchObject({ state: 'cancelled', result: null });
    expect(datastore.historyState().seq).toBe(0);
    expect(() => uploads.require(id)).toThrow();
    await expect(call('imports.plan', { importId, target })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes nothing when making is cancelled, and can be made then', async () => {
    const { readFiles, commitImport, call, jobs, datastore } = await openServices();
    const preview = await readFiles({ 'a.csv': `title\n${'A row\n'.repeat(20_000)}` });
    const { jobId } = await call('imports.commit', { importId: preview.importId, target });
    jobs.cancel(jobId);
    expect(await jobs.ended(jobId)).toMatchObject({ state: 'cancelled', result: null });
    expect(datastore.historyState().seq).toBe(0);
    expect(datastore.tables.resources).toEqual({});
    expect(await commitImport(preview)).toMatchObject({ taken: 20_000 });
  });

  it('is refused at once when the upload is not there', async () => {
    const { call } = await openServices();
    const uploadId = '01900000-0000-7000-8000-000000000001';
    await expect(call('imports.read', { files: [{ uploadId, fileName: 'a.csv' }] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
