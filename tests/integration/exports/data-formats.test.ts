import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { exportFormats, type ExportFormat } from '#shared/contract/export-formats.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { hostile, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

let core: TestCore;
let folder: string;

const dataFormats = exportFormats.filter(({ group, shape }) => group === 'data' && shape !== 'tree');

const pathOf = (format: ExportFormat, run = 'a') => join(folder, `${run}-${format}`);
const textOf = (format: ExportFormat) => readFile(pathOf(format), 'utf8');

const write = (format: ExportFormat, path: string) =>
  createExportService(core.context).run({
    format,
    topicIds: null,
    destination: { kind: 'file', path },
  });

/** Throws where a document is not well-formed XML. */
const names = (xml: string): string[] => {
  const seen: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => seen.push(name));
  parser.write(xml).close();
  return seen;
};

const table = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\u{feff}/u, ''), { header: true, skipEmptyLines: true });

beforeAll(async () => {
  core = await openTestCore();
  folder = await makeTemporaryFolder();
  await makePublishableLibrary(core);
  for (const { id } of dataFormats) await write(id, pathOf(id));
}, 60_000);

afterAll(async () => {
  await core?.close();
  await removeFolder(folder);
});

describe('a data format', () => {
  it.each(dataFormats)('gives the same bytes for the same library: $id', async ({ id }) => {
    core.clock.advance(86_400_000);
    await write(id, pathOf(id, 'b'));
    expect((await readFile(pathOf(id, 'b'))).equals(await readFile(pathOf(id)))).toBe(true);
  });

  it('says which resources a format of links has no place for', async () => {
    const { problems } = await write('rss', pathOf('rss', 'b'));
    expect(problems.map(({ kind, title }) => `${kind} ${title}`)).toContain('left-out A garden');
    expect((await write('ris', pathOf('ris', 'b'))).problems).toEqual([]);
  });

  it.each(exportFormats.filter(({ namesPictures }) => namesPictures))(
    '$id goes out while rights are open, since it shows no picture, and its report says what is open',
    async ({ id }) => {
      const kinds = (await write(id, pathOf(id, 'b'))).problems.map(({ kind }) => kind);
      expect(kinds).toContain('rights-decided');
      expect(kinds).not.toContain('topic-empty');
    },
  );
});

describe('the table', () => {
  it.each(['csv', 'collectionbuilder', 'omeka'] as const)('%s has a row for each entry', async (format) => {
    const { data, errors } = table(await textOf(format));
    expect(errors).toEqual([]);
    expect(data).toHaveLength(5);
  });

  it('names the license of a picture by its address and its full credit', async () => {
    const { data } = table(await textOf('csv'));
    const row = data.find(({ Image }) => Image === 'picture-2.jpg');
    expect(row).toMatchObject({ 'Image license': 'https://creativecommons.org/licenses/by/4.0/' });
    expect(row?.['Image credit']).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(data.find(({ Title }) => Title === 'A webinar')).toMatchObject({
      Type: 'Webinar',
      Creators: 'Ann; Bob',
      'Date published': '2018-11-19',
      'Date added': '2019-01',
      Folder: 'Partnerships & Collaboration',
    });
  });

  it('is a workbook of well-formed parts with every cell as text', async () => {
    const parts = await readZipEntries(await readFile(pathOf('xlsx')));
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    for (const [path, bytes] of parts) expect(names(bytes.toString()).length, path).toBeGreaterThan(0);
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<c /g)).toHaveLength(sheet.match(/t="inlineStr"/g)?.length ?? 0);
    expect(sheet.match(/<row /g)).toHaveLength(6);
  });
});

describe('what is XML', () => {
  it.each(['opml', 'rss', 'atom'] as const)('%s is well-formed, hostile titles and all', async (format) => {
    const xml = await textOf(format);
    expect(names(xml).length).toBeGreaterThan(5);
    expect(xml).not.toContain('<script>');
  });
});

describe('feeds, as a parser that is not ours reads them', () => {
  it.each(['rss', 'atom'] as const)('%s holds each resource that has an address', async (format) => {
    const { title, items } = parseFeed(await textOf(format));
    expect(title).toContain('Fish & <chips>');
    expect(items.map((item) => item.url)).toContain('https://example.org/a');
    expect(items).toHaveLength(2);
    expect(items.every((item) => item.id?.startsWith('urn:uuid:'))).toBe(true);
  });
});

describe('what is JSON', () => {
  it.each(['json', 'json-ld', 'csl-json', 'json-feed'] as const)('%s can be parsed', async (format) => {
    expect(typeof JSON.parse(await textOf(format))).toBe('object');
  });

  it('holds topics, sections and entries in order, with credits, and nothing for colleagues only', async () => {
    const { topics, pictures } = JSON.parse(await textOf('json'));
    expect(topics.map(({ title }: { title: string }) => title)).toEqual([
      'Partnerships & Collaboration',
      hostile.title,
      'المكتبات',
      'Empty',
    ]);
    expect(pictures).toHaveLength(2);
    expect(pictures[1]).toMatchObject({ licenseAddress: 'https://creativecommons.org/licenses/by/4.0/' });
    expect(await textOf('json')).not.toContain('"note"');
  });
});

describe('references', () => {
  it('RIS begins and ends each work', async () => {
    const ris = await textOf('ris');
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(5);
    expect(ris.match(/^ER {2}- /gm)).toHaveLength(5);
    expect(ris).toContain('DA  - 2018/11/19/\r\n');
  });

  it('BibLaTeX keeps names whole and escapes what LaTeX would run', async () => {
    const bib = await textOf('bibtex');
    expect(bib).toContain('author = {{Ann} and {Bob}}');
    expect(bib.match(/^@/gm)).toHaveLength(5);
    expect(bib).toContain('Fish \\& <chips>');
  });
});

const pandocReads: readonly string[] = (
  spawnSync('pandoc', ['--list-input-formats'], { encoding: 'utf8' }).stdout ?? ''
).split('\n');

describe('as pandoc reads it (skipped where pandoc is absent or does not know the format)', () => {
  it.for([
    ['ris', 'ris'],
    ['bibtex', 'biblatex'],
    ['csl-json', 'csljson'],
  ] as const)('%s holds every work with its title', async ([format, from], { skip }) => {
    skip(!pandocReads.includes(from), `pandoc does not read ${from} here`);
    const out = execFileSync('pandoc', ['-f', from, '-t', 'csljson', pathOf(format)], { encoding: 'utf8' });
    const items = JSON.parse(out) as { title: string; author?: unknown }[];
    expect(items).toHaveLength(5);
    expect(items.map(({ title }) => title)).toContain('A webinar');
  });
});

describe('the Markdown folder', () => {
  it('has a file for each topic with front matter, and the pictures it names', async () => {
    const root = join(folder, 'markdown');
    await createExportService(core.context).run({
      format: 'markdown',
      topicIds: null,
      destination: { kind: 'folder', path: root },
    });
    const files = await filesIn(root);
    expect(files.filter((path) => path.endsWith('.md'))).toHaveLength(4);
    const first = files.find((path) => path.startsWith('topics/partnerships'));
    const text = await readFile(join(root, first ?? ''), 'utf8');
    expect(text).toMatch(/^---\ntitle: "Partnerships & Collaboration"\n/);
    expect(text).toContain('image_license: "https://creativecommons.org/licenses/by-nc-nd/2.0/"');
    expect(text).toContain('- [A webinar](<https://example.org/a>)');
    for (const [, path] of text.matchAll(/\]\(\.\.\/(images\/[^)]+)\)/g)) expect(files).toContain(path);
  });
});
