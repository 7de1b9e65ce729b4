import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { createExportService } from '#core/exports/export-service.ts';
import { faultsOfPages, waysToLook } from '#tests/support/look-at-pages.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { checkSite, dataOf, filesIn } from '#tests/support/check-site.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { hostile, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

let core: TestCore;
let browser: Browser;
let parent: string;
let site: string;
let pages: string[];
let library: Awaited<ReturnType<typeof makePublishableLibrary>>;

const read = (path: string) => readFile(join(site, path), 'utf8');
const slugOf = async (topicId: (typeof library)['partners']) =>
  (await core.call('topics.board', { topicId })).topic.slug;
const pageOf = async (topicId: (typeof library)['partners']) => read(`topics/${await slugOf(topicId)}.html`);

beforeAll(async () => {
  core = await openTestCore();
  parent = await makeTemporaryFolder();
  site = join(parent, 'site');
  library = await makePublishableLibrary(core);
  await createExportService(core.context).run({
    format: 'site',
    topicIds: null,
    destination: { kind: 'folder', path: site },
  });
  pages = (await filesIn(site)).filter((path) => path.endsWith('.html'));
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await core?.close();
  await removeFolder(parent);
});

describe('a published site', () => {
  it('has a page for each published topic, an index, a credits page and a feed', async () => {
    const files = await filesIn(site);
    expect(pages.filter((path) => path.startsWith('topics/'))).toHaveLength(4);
    for (const path of ['index.html', 'credits.html', 'feed.xml', 'assets/site.css', 'carrel-manifest.json'])
      expect(files).toContain(path);
  });

  it('leads nowhere that is not there, fetches nothing from elsewhere, runs nothing', async () => {
    expect(await checkSite(site)).toEqual([]);
  });

  it.skipIf(!hasHtmlChecker())(
    'has no errors in HTML or CSS (Nu checker; skipped without Java)',
    async () => {
      expect(await htmlErrors([...pages, 'assets/site.css'].map((path) => join(site, path)))).toBe('');
    },
    120_000,
  );

  it.each(waysToLook)(
    'has no accessibility violations in axe, $name',
    async ({ options }) => {
      expect(await faultsOfPages(browser, { folder: site, paths: pages, options })).toEqual([]);
    },
    120_000,
  );

  it('opens whole from the disk, with the network cut and scripts off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: true, offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('pageerror', (error) => failed.push(error.message));
    page.on('dialog', (dialog) => {
      failed.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (const path of pages) {
      await page.goto(pathToFileURL(join(site, path)).href);
      const broken = await page.evaluate(async () => {
        const pictures = [...document.images];
        for (const picture of pictures) picture.loading = 'eager';
        await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
        return pictures.filter((picture) => picture.naturalWidth === 0).map(({ src }) => src);
      });
      expect(broken, path).toEqual([]);
    }
    expect(failed).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await context.close();
  });

  it('shows hostile texts as the text they are', async () => {
    const markup = await pageOf(library.gardens);
    expect(markup).not.toMatch(/<script(?! type="application\/ld\+json")|<img[^>]*onerror|href="javascript:/);
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(markup).not.toContain('spy.example');
  });

  it('shows a picture whole that may not be cropped, and says so of one that is', async () => {
    expect(await pageOf(library.partners)).toContain('class="whole"');
    const cropped = await pageOf(library.gardens);
    expect(cropped).toContain('class="cropped at-25-67"');
    expect(cropped).toContain('cropped from the original');
    expect(await read('assets/site.css')).toContain('.at-25-67{object-position:25% 67%}');
  });

  it('writes the license address out on paper and links it on screen', async () => {
    const markup = await pageOf(library.partners);
    const address = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';
    expect(markup).toMatch(new RegExp(`screen-only"[^>]*>[^\\n]*jenlen[^\\n]*href="${address}"`));
    expect(markup).toMatch(new RegExp(`print-only"[^>]*>[^\\n]*jenlen[^<]*${address}`));
  });

  it('folds what a live section holds beyond its limit, and loses nothing', async () => {
    const markup = await pageOf(library.partners);
    const [open = '', folded = ''] = markup.split('<details');
    expect(open.match(/<li class="entry"/g)).toHaveLength(2);
    expect(folded).toContain('Show 1 more');
    expect(folded.split('</details>')[0]?.match(/<li class="entry"/g)).toHaveLength(1);
  });

  it('gives each entry its type, and its date under its right name, only as exact as it is known', async () => {
    const markup = await pageOf(library.partners);
    expect(markup).toContain('Webinar');
    expect(markup).toMatch(/Published\s+<time datetime="2018-11-19">November 19, 2018<\/time>/);
    expect(markup).toMatch(/Last modified\s+<time datetime="2018">2018<\/time>/);
    expect(markup).toContain('word word…');
    expect(markup).toContain('Access: Library card needed');
  });

  it('hangs a topic below its nearest published ancestor and leaves drafts out', async () => {
    const markup = await pageOf(library.gardens);
    expect(markup).toContain(`href="../topics/${await slugOf(library.partners)}.html"`);
    const everything = await Promise.all(pages.map(read));
    expect(everything.join('')).not.toContain('Not yet');
  });

  it('turns to right-to-left with the language of the topic', async () => {
    const markup = await pageOf(library.arabic);
    expect(markup).toMatch(/<html lang="ar" dir="rtl" class="theme-paper">/);
    expect(markup).toMatch(/class="skip" href="#main" lang="en"/);
  });

  it('describes the page and the rights of its picture for search engines', async () => {
    expect(dataOf(await pageOf(library.gardens))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      name: hostile.title,
      primaryImageOfPage: {
        '@type': 'ImageObject',
        name: hostile.title,
        license: 'https://creativecommons.org/licenses/by/4.0/',
        creator: { url: 'https://example.org/~julie?a=1&b=2' },
        copyrightNotice: '© 2009 Julie Doe',
        acquireLicensePage: 'https://example.org/licenses',
      },
      mainEntity: { '@type': 'ItemList', numberOfItems: 1 },
    });
    expect(dataOf(await pageOf(library.partners))).toMatchObject({
      primaryImageOfPage: {
        contentUrl: expect.stringMatching(/^\.\.\/images\/[0-9a-f]{12}-1000\.jpg$/),
        creditText: expect.stringContaining('jenlen'),
      },
      mainEntity: {
        itemListElement: expect.arrayContaining([
          {
            '@type': 'ListItem',
            position: expect.any(Number),
            item: expect.objectContaining({
              '@type': 'VideoObject',
              name: 'A webinar',
              url: 'https://example.org/a',
              datePublished: '2018-11-19',
            }),
          },
        ]),
      },
    });
  });

  it('has a feed that is well-formed, with the resources that have an address', async () => {
    const feed = await read('feed.xml');
    const page = await browser.newPage();
    const result = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      return {
        error: xml.querySelector('parsererror')?.textContent ?? null,
        links: [...xml.querySelectorAll('entry > link')].map((link) => link.getAttribute('href')),
      };
    }, feed);
    expect(result).toEqual({
      error: null,
      links: ['https://example.org/b?x=%5B1%5D%7C%7B2%7D&y=%25zz%22', 'https://example.org/a'],
    });
    await page.close();
  });
});
