import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import type { ExportFormat, ExportOptions } from '#shared/contract/export-formats.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { hostile, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { readZipEntries } from '#tests/support/zip-entries.ts';

const hasPandoc = spawnSync('pandoc', ['--version']).error === undefined;

let core: TestCore;
let parent: string;
let library: Awaited<ReturnType<typeof makePublishableLibrary>>;

type Topics = Parameters<ReturnType<typeof createExportService>['run']>[0]['topicIds'];
type Order = {
  readonly topicIds?: Topics;
  readonly options?: ExportOptions;
  readonly format?: ExportFormat;
};

const make = async (name: string, { topicIds = null, options = {}, format = 'docx' }: Order = {}) => {
  const path = join(parent, name);
  await createExportService(core.context).run({
    format,
    options,
    topicIds,
    destination: { kind: 'file', path },
  });
  return path;
};

const partsOf = async (path: string) => {
  const entries = await readZipEntries(await readFile(path));
  const text = (name: string) => entries.get(name)?.toString('utf8') ?? '';
  return { entries, text };
};

const toHtml = (path: string): string =>
  execFileSync('pandoc', ['--from', 'docx', '--to', 'html', '--wrap', 'none', path], { encoding: 'utf8' });

const quotedResource = async () => {
  const { resourceId } = await core.call('resources.create', {
    fields: {
      title: 'Quoted',
      url: 'https://example.org/quoted',
      summary: 'Their **own** words.\n\n1. one\n2. two\n\nThen\n\n3. three\n   - below',
    },
    topicId: library.gardens,
    sectionId: null,
  });
  await core.call('resources.update', {
    resourceId,
    patch: { quotedFrom: { source: 'The Publisher', url: 'https://example.org/source' } },
  });
};

beforeAll(async () => {
  core = await openTestCore();
  parent = await makeTemporaryFolder();
  library = await makePublishableLibrary(core);
  await quotedResource();
}, 60_000);

afterAll(async () => {
  await core?.close();
  await removeFolder(parent);
});

describe('the text document', () => {
  it('is well-formed in every part, and every relation leads to a part that is there', async () => {
    const { entries, text } = await partsOf(await make('all.docx'));
    for (const name of entries.keys()) {
      if (/\.(?:xml|rels)$/.test(name)) new SaxesParser({ xmlns: true }).write(text(name)).close();
    }
    const relations = text('word/_rels/document.xml.rels');
    const targets = [...relations.matchAll(/Target="([^"]+)"\/>/g)].map(([, target]) => `word/${target}`);
    expect(targets.filter((name) => !entries.has(name))).toEqual([]);
    expect([...entries.keys()].filter((name) => name.startsWith('word/media/')).length).toBe(4);
    const ids = new Set([...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id));
    const used = [...text('word/document.xml').matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
    expect(relations).not.toContain('javascript:');
    expect(relations).not.toContain('spy.example');
  });

  it('is the same for the same library', async () => {
    const [first, second] = await Promise.all(
      ['a.docx', 'b.docx'].map(async (name) => readFile(await make(name))),
    );
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  it('names itself, its language and the license of its texts', async () => {
    const { text } = await partsOf(await make('named.docx', { topicIds: [library.partners] }));
    const properties = text('docProps/core.xml');
    expect(properties).toContain('<dc:title>Partnerships &amp; Collaboration</dc:title>');
    expect(properties).toContain('<dc:language>en</dc:language>');
    expect(properties).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(text('word/styles.xml')).toContain('<w:lang w:val="en"');
    expect(text('word/document.xml')).toMatch(/<w:pStyle w:val="Title"\/><\/w:pPr>.*?Partnerships/);
  });

  it('marks what is written from right to left', async () => {
    const { text } = await partsOf(await make('arabic.docx', { topicIds: [library.arabic] }));
    expect(text('word/document.xml')).toMatch(/<w:bidi\/><\/w:pPr>.*?<w:rtl\/>.*?المكتبات/);
    expect(text('word/styles.xml')).toContain('<w:pPr><w:bidi/></w:pPr>');
    const all = await partsOf(await make('mixed.docx'));
    expect(all.text('word/document.xml')).toContain('<w:lang w:val="ar" w:eastAsia="ar" w:bidi="ar"/>');
  });

  it('takes the paper asked for, and does without pictures', async () => {
    const order = { topicIds: [library.empty], options: { paper: 'letter' } } as const;
    const { entries, text } = await partsOf(await make('empty.docx', order));
    expect(text('word/document.xml')).toContain('<w:pgSz w:w="12240" w:h="15840"/>');
    expect([...entries.keys()].some((name) => name.includes('media'))).toBe(false);
  });

  it.skipIf(!hasPandoc)(
    'is read by pandoc with headings, lists, links, quotations, pictures and their credits (skipped without pandoc)',
    async () => {
      const text = toHtml(await make('read.docx'));
      expect(text).toMatch(/<h1[^>]*>Partnerships &amp; Collaboration<\/h1>/);
      expect(text).toMatch(/<h3[^>]*><a href="https:\/\/example\.org\/a">A webinar<\/a><\/h3>/);
      expect(text).toContain('Short <em>and</em> sweet.');
      expect(text).toMatch(/<img[^>]* alt="People around a table\."/);
      expect(text).toMatch(/<li>(?:<p>)?<a href="https:\/\/example\.org\/">x<\/a>/);
      expect(text).toMatch(/<table[\s\S]*?<th[^>]*>(?:<p>)?(?:<strong>)?a/);
      expect(text).toMatch(/<blockquote>\s*<p>Their <strong>own<\/strong> words\./);
      expect(text).toMatch(/<ol start="3"[^>]*>\s*<li>(?:<p>)?three/);
      expect(text).toContain('https://creativecommons.org/licenses/by-nc-nd/2.0/');
      expect(text).toContain('Picture credits');
      expect(text).toMatch(/<li>(?:<p>)?<a href="#partnerships-collaboration">/);
      expect(text).not.toMatch(/<script|onerror=(?!alert\(1\)&gt;)|spy\.example\/x\.png"/);
      expect(text).toContain('alert(1)&lt;/script&gt;');
    },
  );
});

describe('the license of texts, where topics differ in it', () => {
  it('stands at each topic, and nowhere for all', async () => {
    const before = (await partsOf(await make('same.docx'))).text('word/document.xml');
    expect(before.match(/Texts: /g)).toHaveLength(1);
    await core.call('topics.update', {
      topicId: library.arabic,
      patch: { textLicenseId: 'cc-by-nc-nd-2.0' },
    });
    const after = (await partsOf(await make('differ.docx'))).text('word/document.xml');
    expect(after.match(/Texts: /g)).toHaveLength(4);
    const page = await readFile(await make('differ.html', { format: 'single-page' }), 'utf8');
    expect(page.match(/Texts: /g)).toHaveLength(4);
    const { entries, text } = await partsOf(await make('differ.epub', { format: 'epub' }));
    const chapters = [...entries.keys()].filter((name) => name.includes('/topic-'));
    expect(chapters.filter((name) => text(name).includes('Texts: '))).toHaveLength(4);
    expect(text('EPUB/credits.xhtml')).not.toContain('Texts: ');
    expect(text('EPUB/book.opf')).not.toContain('dc:rights');
  });
});

describe('a cropped picture', () => {
  it('is whole in documents and books, so no credit there says that it is cropped', async () => {
    const document = (await partsOf(await make('whole.docx'))).text('word/document.xml');
    const { entries, text } = await partsOf(await make('whole.epub', { format: 'epub' }));
    const book = [...entries.keys()].filter((name) => name.endsWith('.xhtml')).map(text);
    expect([document, ...book].filter((part) => /cropped/i.test(part))).toEqual([]);
    expect(document).toContain(hostile.name.slice(0, 4).replaceAll('<', '&lt;'));
  });
});
