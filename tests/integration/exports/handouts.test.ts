import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { createExportService } from '#core/exports/export-service.ts';
import { findBrowser } from '#core/exports/pdf/find-browser.ts';
import { formatFacts, type ExportFormat, type ExportOptions } from '#shared/contract/export-formats.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { checkSite, filesIn } from '#tests/support/check-site.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { faultsOfPages, waysToLook } from '#tests/support/look-at-pages.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { hostile, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

const epubcheck = '/usr/share/java/epubcheck.jar';
const has = (command: string) => spawnSync(command, ['-v']).error === undefined;

let core: TestCore;
let browser: Browser;
let parent: string;
let library: Awaited<ReturnType<typeof makePublishableLibrary>>;

type Order = { readonly name: string; readonly options?: ExportOptions; readonly only?: boolean };

/** Exports as `format` and answers where it lies. */
const make = async (format: ExportFormat, { name, options = {}, only = false }: Order): Promise<string> => {
  const { shape } = formatFacts(format);
  const path = join(parent, name);
  await createExportService(core.context).run({
    format,
    options,
    topicIds: only ? [library.partners] : null,
    destination: { kind: shape === 'tree' ? 'folder' : 'file', path },
  });
  return path;
};

beforeAll(async () => {
  core = await openTestCore();
  parent = await makeTemporaryFolder();
  library = await makePublishableLibrary(core);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await core?.close();
  await removeFolder(parent);
});

describe('the single page', () => {
  beforeAll(async () => {
    await make('single-page', { name: 'single/all.html' });
    await make('single-page', { name: 'single/one.html', only: true });
  }, 60_000);

  it('needs nothing else and runs nothing', async () => {
    expect(
      (await checkSite(join(parent, 'single'))).filter((fault) => !/refers to data:/.test(fault)),
    ).toEqual([]);
    const text = await readFile(join(parent, 'single/all.html'), 'utf8');
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")|src="(?!data:)|url\('(?!data:)/);
    expect(text).toContain('"license":"https://creativecommons.org/licenses/by-nc-nd/2.0/"');
  });

  it('applies its styles under its own strict policy and shows all pictures', async () => {
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    await page.goto(`file://${join(parent, 'single/all.html')}`);
    const broken = await page.evaluate(
      () => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
    );
    expect({ trouble, broken }).toEqual({ trouble: [], broken: 0 });
    await page.close();
  });

  it.each(waysToLook)(
    'has no faults that axe finds, $name',
    async ({ options }) => {
      const look = { folder: join(parent, 'single'), paths: ['all.html', 'one.html'], options };
      expect(await faultsOfPages(browser, look)).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!hasHtmlChecker())(
    'has no errors in HTML',
    async () => {
      expect(await htmlErrors(['all.html', 'one.html'].map((name) => join(parent, 'single', name)))).toBe('');
    },
    60_000,
  );

  it('is the same for the same library', async () => {
    const again = await make('single-page', { name: 'again.html' });
    expect(await readFile(again, 'utf8')).toBe(await readFile(join(parent, 'single/all.html'), 'utf8'));
  });
});

describe('the fragment', () => {
  it('is clean HTML with figures, credits and pictures beside it', async () => {
    const folder = await make('fragment', { name: 'fragment' });
    const files = await filesIn(folder);
    const pages = files.filter((path) => path.endsWith('.html'));
    expect(pages).toHaveLength(4);
    const texts = await Promise.all(pages.map((path) => readFile(join(folder, path), 'utf8')));
    const all = texts.join('');
    expect(all).not.toMatch(
      / (?:class|style|id|on\w+)="|<(?:script|style|link|html|body)\b|href="javascript:/,
    );
    expect(all).toMatch(/<figure>\s*<img src="images\/[^"]+" alt="People around a table\."/);
    expect(all).toMatch(/<figcaption>[^\n]*jenlen[^\n]*by-nc-nd\/2\.0/);
    for (const [, source = ''] of all.matchAll(/src="([^"]+)"/g)) expect(files).toContain(source);
  });

  it.skipIf(!hasHtmlChecker())(
    'is sound where it is put, with its pictures inside',
    async () => {
      const folder = await make('fragment', { name: 'inside', options: { picturesInside: true } });
      const whole = join(parent, 'whole');
      await mkdir(whole);
      const pages = (await filesIn(folder)).filter((path) => path.endsWith('.html'));
      for (const path of pages) {
        const text = await readFile(join(folder, path), 'utf8');
        expect(text).not.toContain('src="images/');
        await writeFile(
          join(whole, path),
          `<!doctype html><html lang="en"><head><title>Guide</title></head><body><h1>Guide</h1>${text}</body></html>`,
        );
      }
      expect(await htmlErrors(pages.map((path) => join(whole, path)))).toBe('');
    },
    60_000,
  );
});

describe('the book', () => {
  it.skipIf(!existsSync(epubcheck))(
    'passes epubcheck, with hostile texts and right-to-left titles (skipped where it is not installed)',
    async () => {
      const path = await make('epub', { name: 'book.epub' });
      const { stdout, stderr } = spawnSync('java', ['-jar', epubcheck, path], { encoding: 'utf8' });
      expect(`${stdout}${stderr}`).toContain('0 fatals / 0 errors / 0 warnings');
    },
    60_000,
  );

  it('is the same for the same library, and begins with its type', async () => {
    const [first, second] = await Promise.all(
      ['a.epub', 'b.epub'].map(async (name) => readFile(await make('epub', { name }))),
    );
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
    expect(first?.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  });
});

describe.skipIf(findBrowser() === null || !has('pdfinfo'))(
  'the PDF (skipped without a browser or poppler)',
  () => {
    const text = (path: string) => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    const info = (path: string) => execFileSync('pdfinfo', [path], { encoding: 'utf8' });

    it('is tagged, has a title, a language, an outline, and everything written out', async () => {
      const path = await make('pdf', { name: 'handout.pdf' });
      expect(info(path)).toMatch(/Tagged:\s+yes/);
      expect(info(path)).toMatch(/Page size:.*A4/);
      expect(info(path)).toMatch(/Title:\s+Fish & <chips>/);
      const bytes = await readFile(path, 'latin1');
      expect(bytes).toContain('/Outlines');
      expect(bytes).toMatch(/\/Lang \(en\)/);
      const words = text(path).replaceAll(/\s+/g, '');
      expect(words).toContain('https://creativecommons.org/licenses/by-nc-nd/2.0/');
      expect(words).toContain('https://example.org/a');
      expect(words).toContain(hostile.title.replaceAll(/\s+/g, ''));
    }, 60_000);

    it('takes the paper asked for, and is the same for the same library', async () => {
      const options = { paper: 'letter' } as const;
      const first = await make('pdf', { name: 'letter.pdf', options, only: true });
      const second = await make('pdf', { name: 'letter-2.pdf', options, only: true });
      expect(info(first)).toMatch(/Page size:.*letter/);
      expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    }, 60_000);
  },
);

describe.skipIf(process.platform === 'win32')('stopping a PDF', () => {
  it('ends the running browser at once and leaves nothing where the file would be', async () => {
    const folder = join(parent, 'slow');
    await mkdir(folder);
    const slow = join(folder, 'browser.mjs');
    const started = join(folder, 'started');
    await writeFile(
      slow,
      `#!${process.execPath}\nimport { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(started)}, String(process.pid));\nsetInterval(() => {}, 1000);\n`,
      { mode: 0o755 },
    );
    vi.stubEnv('CARREL_CHROMIUM', slow);
    const abort = new AbortController();
    const path = join(folder, 'handout.pdf');
    const running = createExportService(core.context).run({
      format: 'pdf',
      topicIds: [library.empty],
      destination: { kind: 'file', path },
      signal: abort.signal,
    });
    const failed = running.catch((error: unknown) => error);
    await vi.waitFor(async () => expect(await readFile(started, 'utf8')).not.toBe(''), 20_000);
    abort.abort();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    const pid = Number(await readFile(started, 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 5000);
    expect(existsSync(path)).toBe(false);
    vi.unstubAllEnvs();
  }, 60_000);
});

describe('finding a browser', () => {
  it('takes the one that is named, and none where none is there', () => {
    expect(findBrowser({ platform: 'linux', env: { CARREL_CHROMIUM: process.execPath } })).toBe(
      process.execPath,
    );
    expect(findBrowser({ platform: 'win32', env: {} })).toBeNull();
  });
});
