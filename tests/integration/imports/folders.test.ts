import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createExporters } from '#core/exports/exporters.ts';
import { resolvePublication } from '#core/exports/publication.ts';
import { createRenderFile } from '#core/exports/render-file.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { makeZip } from '#tests/support/make-zip.ts';
import { openServices } from '#tests/support/open-services.ts';
import { openTestCore } from '#tests/support/open-core.ts';

type Files = Readonly<Record<string, string | Buffer>>;

const inFolder = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`Handed over/${name}`, content]));

const md5 = (content: string | Buffer): string => createHash('md5').update(content).digest('hex');

const table = 'title,image,rights\nA wren,pictures/wren.jpg,https://creativecommons.org/licenses/by/2.0/\n';

const bag = (payload: Files): Files => ({
  'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  'manifest-md5.txt': Object.entries(payload)
    .map(([name, content]) => `${md5(content)}  data/${name}\n`)
    .join(''),
  ...Object.fromEntries(Object.entries(payload).map(([name, content]) => [`data/${name}`, content])),
});

const crate = {
  'ro-crate-metadata.json': JSON.stringify({
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
        about: { '@id': './' },
      },
      { '@id': './', '@type': 'Dataset', name: 'Birds', hasPart: [{ '@id': 'notes.txt' }] },
      { '@id': 'notes.txt', '@type': 'File', name: 'Notes on wrens' },
    ],
  }),
  'notes.txt': 'Seen at https://example.org/wrens',
};

/** What Carrel itself hands out of two topics, one below the other, the second in order named first in the alphabet. */
const handedOut = async (format: ExportFormat): Promise<Files> => {
  const core = await openTestCore();
  const { topicId: zoo } = await core.call('topics.create', { title: 'Zoo', parentId: null });
  const { topicId: apes } = await core.call('topics.create', { title: 'Apes', parentId: zoo });
  for (const topicId of [zoo, apes]) {
    const { sectionId } = await core.call('sections.add', {
      topicId,
      title: 'Reading',
      kind: 'curated',
      index: 0,
    });
    const fields = {
      title: `On ${topicId === zoo ? 'zoos' : 'apes'}`,
      url: `https://example.org/${topicId}`,
    };
    const quotedFrom = { source: 'River Weekly', url: 'https://example.org/weekly' };
    await core.call('resources.create', {
      fields: { ...fields, summary: 'All about it.', quotedFrom },
      topicId,
      sectionId,
    });
  }
  const render = createRenderFile(core.context);
  const publication = resolvePublication(core.context.datastore, [zoo, apes]);
  const exporter = createExporters({ context: core.context, render })[format];
  const files: Record<string, Buffer> = {};
  for (const file of await exporter(publication, {})) files[file.path] = Buffer.from(await render(file));
  await core.close();
  return files;
};

const zipped = async (files: Files): Promise<Files> => ({
  'handed-over.zip': await makeZip(inFolder(files)),
});

const look = async (files: Files) => {
  const services = await openServices();
  const preview = await services.readFiles(files);
  const rows = await services.call('imports.rows', { importId: preview.importId, offset: 0, limit: 50 });
  return {
    formats: preview.sources.map(({ format }) => format),
    beside: preview.beside,
    pictures: preview.pictures,
    rows: rows.items.map(({ title, place }) => [...place, title]),
  };
};

describe('a folder', () => {
  it.each([
    ['a bag', () => bag({ 'links.csv': 'title,url\nRivers,https://rivers.example.org/\n' }), 'bagit'],
    ['a crate', () => crate, 'ro-crate'],
  ] as const)('that is %s is read as its ZIP is', async (_, make, format) => {
    const loose = await look(inFolder(make()));
    expect(loose.formats).toEqual([format]);
    expect(loose.rows.length).toBeGreaterThan(0);
    expect(loose).toEqual({ ...(await look(await zipped(make()))), beside: [] });
  });

  it('that is a bag is refused when a file was changed', async () => {
    const files = { ...bag({ 'links.csv': 'title\nA\n' }), 'data/links.csv': 'title\nB\n' };
    const { runRead } = await openServices();
    expect(await runRead(inFolder(files))).toMatchObject({
      state: 'failed',
      error: { code: 'file-format', details: { reason: 'bag-not-valid' } },
    });
  });

  it.each(['markdown', 'site'] as const)(
    'that Carrel wrote (%s) comes back as its topics',
    async (format) => {
      const files = await handedOut(format);
      const loose = await look(inFolder(files));
      expect(loose.formats).toEqual([format === 'site' ? 'html-page' : 'markdown']);
      expect(loose.rows).toEqual([
        ['Zoo', 'Reading', 'On zoos'],
        ['Zoo', 'Apes', 'Reading', 'On apes'],
      ]);
      expect(await look(await zipped(files))).toEqual(loose);
    },
  );

  it('of pictures beside a table brings them in with what the table says of their rights', async () => {
    const services = await openServices();
    const files = { 'out/links.csv': table, 'out/pictures/wren.jpg': await makeImage({ format: 'jpeg' }) };
    const preview = await services.readFiles(files);
    expect(preview).toMatchObject({ records: 1, pictures: 1, beside: ['out/pictures/wren.jpg'] });
    expect(await services.commitImport(preview)).toMatchObject({ taken: 1, pictures: 1 });
    expect(Object.values(services.datastore.tables.images)).toMatchObject([
      { credit: { licenseId: 'cc-by-2.0', origins: { licenseId: 'imported' } } },
    ]);
  });

  it('of several sources is read source by source, and nothing of it is lost', async () => {
    const found = await look({
      'mixed/a.md': '# Bees\n\n- [Hive](https://hive.example.org/)\n',
      'mixed/b.md': '# Wasps\n\n- [Nest](https://nest.example.org/)\n',
      'mixed/c.csv': 'title,url\nRivers,https://rivers.example.org/\n',
    });
    expect(found.formats.toSorted()).toEqual(['csv', 'markdown', 'markdown']);
  });
});

describe('a page of several topics', () => {
  it('comes back with whose words the summaries are', async () => {
    const [page] = Object.entries(await handedOut('single-page'));
    const services = await openServices();
    const preview = await services.readFiles({ 'page.html': page![1] });
    expect(preview.sources).toMatchObject([{ format: 'html-page', records: 2 }]);
    await services.commitImport(preview, { into: { kind: 'tree' } });
    expect(Object.values(services.datastore.tables.resources)).toMatchObject(
      ['On zoos', 'On apes'].map((title) => ({
        title,
        summary: 'All about it.',
        quotedFrom: { source: 'River Weekly', url: 'https://example.org/weekly' },
      })),
    );
    expect((await services.call('topics.tree', {})).map(({ title }) => title)).toEqual(['Zoo', 'Apes']);
  });

  it('leaves its words in a fragment, where the source stands beside them', async () => {
    const fragment = Object.entries(await handedOut('fragment')).find(([name]) => name.endsWith('.html'));
    const { rows } = await look({ 'fragment.html': fragment![1] });
    expect(rows).toContainEqual(['Apes', 'Reading', 'On apes']);
  });
});

describe('a ZIP of several sources', () => {
  it('says what else could have been read', async () => {
    const services = await openServices();
    const preview = await services.readFiles({
      'all.zip': await makeZip({
        'links.csv': 'title,url\nRivers,https://rivers.example.org/\n',
        'README.md': '# About\n\n- [Us](https://us.example.org/)\n',
        'more.ris': 'TY  - JOUR\nTI  - A title\nER  - \n',
      }),
    });
    const { items } = await services.call('imports.problems', {
      importId: preview.importId,
      offset: 0,
      limit: 9,
    });
    expect(preview.records).toBe(1);
    expect(items.map(({ reason, title, isRefused }) => [reason, title, isRefused])).toEqual([
      ['member-left', 'links.csv', false],
    ]);
  });
});
