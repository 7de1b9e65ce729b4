import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { harmfulMarkup, watchForHarm } from '#tests/support/harm.ts';
import { collectedCases, makeHostileLibrary } from '#tests/support/hostile-library.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

let core: TestCore;
let folder: string;
let browser: Browser;
let made: Awaited<ReturnType<typeof makeHostileLibrary>>;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  browser = await launchBrowser();
  core = await openTestCore();
  made = await makeHostileLibrary(core);
  if (collectedCases() === null) process.stdout.write('Without the collected cases: they are not there.\n');
});
afterAll(async () => {
  await browser.close();
  await core.close();
  await removeFolder(folder);
});

const unpack = async (zip: string, into: string): Promise<void> => {
  for (const [name, bytes] of await readZipEntries(await readFile(zip))) {
    const path = join(into, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
};

const fileNames: Partial<Record<ExportFormat, string>> = {
  epub: 'book.epub',
  docx: 'handout.docx',
  pdf: 'handout.pdf',
  xlsx: 'table.xlsx',
  csv: 'table.csv',
};

/** Exports the topic and answers the folder in which its files lie as they are, a book or a document unpacked. */
const exported = async (format: ExportFormat): Promise<string> => {
  const into = join(folder, format);
  await mkdir(into);
  const isTree = format === 'site' || format === 'fragment';
  const path = isTree ? into : join(into, fileNames[format] ?? 'page.html');
  await createExportService(core.context).run({
    format,
    topicIds: [made.topicId],
    destination: { kind: isTree ? 'folder' : 'file', path },
  });
  if (['epub', 'docx', 'xlsx'].includes(format)) await unpack(path, into);
  return into;
};

/** Opens every page below a folder from the disk, moves over all of it, and tells what happened. */
const walk = async (place: string) => {
  const context = await browser.newContext();
  const harm = watchForHarm(context, (address) => address.startsWith('file:') || address.startsWith('data:'));
  const page = await context.newPage();
  const markup: string[] = [];
  const pages = (await filesIn(place)).filter((name) => /\.x?html$/.test(name));
  for (const name of pages) {
    const address = pathToFileURL(join(place, name)).href;
    await page.goto(address);
    markup.push(...(await harmfulMarkup(page)).map((what) => `${name}: ${what}`));
    await page.evaluate(() => {
      for (const element of document.body.querySelectorAll('*')) {
        for (const type of ['mouseover', 'focus', 'load', 'error', 'toggle'])
          element.dispatchEvent(new Event(type));
      }
    });
    expect(page.url()).toBe(address);
  }
  await context.close();
  return { pages: pages.length, markup, harm: [...harm()] };
};

/** Where links of a document of Word lead, and what it would load from elsewhere. */
const outsideOf = (relations: string) =>
  [...relations.matchAll(/<Relationship [^>]*>/g)]
    .map(([element]) => element)
    .filter((element) => element.includes('TargetMode="External"'))
    .map((element) => ({
      kind: /Type="[^"]*\/(\w+)"/.exec(element)?.[1],
      target: /Target="([^"]*)"/.exec(element)?.[1] ?? '',
    }));

/** Where links of a PDF lead, and the names of what would run, open or bring along something. */
const insideOf = (pdf: string) => ({
  links: [...pdf.matchAll(/\/URI \(((?:[^\\)]|\\.)*)\)/g)].map((match) => match[1] ?? ''),
  acts:
    pdf.match(
      /\/(?:JavaScript|JS|Launch|EmbeddedFile|Filespec|GoToR|SubmitForm|ImportData|RichMedia|XFA)\b/g,
    ) ?? [],
});

const isWebLink = (address: string): boolean => /^https?:\/\//.test(address);

describe('content from outside', () => {
  it('would be seen to do harm', async () => {
    const place = join(folder, 'planted');
    await mkdir(place);
    const bad =
      '<script>alert(1)</script><img src="https://spy.example/x.png"><a href="javascript:alert(1)">x</a>';
    await writeFile(join(place, 'index.html'), `<!doctype html><title>x</title><body>${bad}`);
    const { markup, harm } = await walk(place);
    expect(markup).toEqual(['index.html: a href=javascript:alert(1)']);
    expect(harm).toEqual(expect.arrayContaining(['dialog 1', 'asked for https://spy.example/x.png']));
  });

  it.each(['site', 'single-page', 'fragment', 'epub'] as const)(
    'runs nothing, loads nothing and leads nowhere in what is exported as %s',
    async (format) => {
      const { pages, markup, harm } = await walk(await exported(format));
      expect(pages).toBeGreaterThan(0);
      expect({ markup, harm }).toEqual({ markup: [], harm: [] });
    },
  );

  it('links to pages of the web alone and brings along nothing but pictures in a document of Word', async () => {
    const place = await exported('docx');
    const names = await filesIn(place);
    const parts = names.filter((name) => /\.(?:xml|rels)$/.test(name));
    const relations = await readFile(join(place, 'word/_rels/document.xml.rels'), 'utf8');
    const outside = outsideOf(relations);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter(({ kind, target }) => kind !== 'hyperlink' || !isWebLink(target))).toEqual([]);
    expect(names.filter((name) => !/\.(?:xml|rels|png|jpeg|jpg|docx)$/.test(name))).toEqual([]);
    for (const name of parts) {
      const text = await readFile(join(place, name), 'utf8');
      // No macros, no objects of other programs, no fields that fetch or run, no templates, no turned letters.
      expect(text, name).not.toMatch(/vbaProject|oleObject|altChunk|attachedTemplate|w:subDoc|DDEAUTO/i);
      expect(text, name).not.toMatch(
        /<w:instrText[^>]*>(?!\s*(?:TOC|PAGE|NUMPAGES|PAGEREF|HYPERLINK \\l)\b)/,
      );
      expect(text, name).not.toMatch(/[\u202D\u202E]/);
    }
  });

  it('links to pages of the web alone, runs nothing and brings along nothing in a PDF', async () => {
    const pdf = await readFile(join(await exported('pdf'), 'handout.pdf'), 'latin1');
    const { links, acts } = insideOf(pdf);
    expect(links.length).toBeGreaterThan(0);
    expect({ links: links.filter((link) => !isWebLink(link)), acts }).toEqual({ links: [], acts: [] });
  });

  it('is no formula in a workbook or a CSV file', async () => {
    const book = await exported('xlsx');
    const sheets = (await filesIn(book)).filter((name) => /sheet\d+\.xml$/.test(name));
    expect(sheets.length).toBeGreaterThan(0);
    for (const name of await filesIn(book)) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      const text = await readFile(join(book, name), 'utf8');
      expect(text, name).not.toMatch(/<f[ >/]|externalLink|ddeLink|oleLink|vbaProject/);
      expect(outsideOf(text).filter(({ target }) => !isWebLink(target))).toEqual([]);
    }
    const csv = await readFile(join(await exported('csv'), 'table.csv'), 'utf8');
    const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''));
    expect(data.flat().filter((cell) => cell.includes('=HYPERLINK('))).not.toEqual([]);
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('would be seen in a PDF and a document of Word', () => {
    expect(insideOf('<</S /URI /URI (javascript:alert\\(1\\))>> <</S /JavaScript /JS (x)>>')).toEqual({
      links: ['javascript:alert\\(1\\)'],
      acts: ['/JavaScript', '/JS'],
    });
    const image =
      '<Relationship Id="a" Type="http://x/image" Target="https://spy.example/a.png" TargetMode="External"/>';
    expect(outsideOf(image)).toEqual([{ kind: 'image', target: 'https://spy.example/a.png' }]);
  });
});
