import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import es from '#shared/i18n/es.json' with { type: 'json' };
import { createExportService } from '#core/exports/export-service.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { checkSite, filesIn } from '#tests/support/check-site.ts';
import { hasHtmlChecker, htmlErrors } from '#tests/support/html-checker.ts';
import { faultsOfPages, waysToLook } from '#tests/support/look-at-pages.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture, makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

let core: TestCore;
let browser: Browser;
let parent: string;
let site: string;
let former: string;

const read = (path: string) => readFile(join(site, path), 'utf8');

beforeAll(async () => {
  core = await openTestCore();
  parent = await makeTemporaryFolder();
  site = join(parent, 'site');
  const library = await makePublishableLibrary(core);
  const logoImageId = await addPicture(core, {
    seed: 7,
    alt: '',
    credit: {
      title: 'The logo',
      creator: 'Ann',
      sourceUrl: 'https://example.org/logo',
      licenseId: 'cc-by-4.0',
    },
  });
  await core.call('library.update', {
    patch: { institution: 'Biblioteca', language: 'es', theme: 'slate', accent: '#ffcc00', logoImageId },
  });
  former = (await core.call('topics.board', { topicId: library.partners })).topic.slug;
  await core.call('topics.update', { topicId: library.partners, patch: { slug: 'together' } });
  await core.call('topics.update', { topicId: library.gardens, patch: { theme: 'contrast' } });
  const { resources } = core.context.datastore.tables;
  const resourceId = Object.values(resources).find(({ title }) => title === 'A garden')?.id ?? '';
  const { placementId } = await core.call('placements.add', {
    resourceId,
    topicId: library.arabic,
    sectionId: null,
    beforeId: null,
  });
  await core.call('placements.update', { placementId, summary: 'Tomatoes' });
  await createExportService(core.context).run({
    format: 'site',
    options: { topicZips: true },
    topicIds: null,
    destination: { kind: 'folder', path: site },
  });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await core?.close();
  await removeFolder(parent);
});

const findOnPage = async (query: string) => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(join(site, 'search.html')).href}?q=${encodeURIComponent(query)}`);
  const found = await page.locator('#found h2').allTextContents();
  const count = await page.locator('#count').textContent();
  await page.close();
  return { found, count };
};

describe('a site with everything on', () => {
  it('leads nowhere that is not there', async () => {
    expect(await checkSite(site)).toEqual([]);
  });

  it.each(waysToLook)(
    'has no faults that axe finds, $name',
    async ({ options }) => {
      const paths = (await filesIn(site)).filter(
        (path) => path.endsWith('.html') && path !== `topics/${former}.html`,
      );
      expect(await faultsOfPages(browser, { folder: site, paths, options })).toEqual([]);
    },
    120_000,
  );

  it.skipIf(!hasHtmlChecker())(
    'has no errors in HTML or CSS',
    async () => {
      const paths = (await filesIn(site)).filter((path) => /\.(?:html|css)$/.test(path));
      expect(await htmlErrors(paths.map((path) => join(site, path)))).toBe('');
    },
    120_000,
  );

  it('searches from the disk: folded words, beginnings of words, makers', async () => {
    expect((await findOnPage('WEBINAR')).found).toContain('A webinar');
    expect((await findOnPage('webi ann')).found).toEqual(['A webinar']);
    expect((await findOnPage('sohne')).found).toHaveLength(1);
    expect(await findOnPage('nothing like it')).toEqual({
      found: [],
      count: es.page['search-none'].replace('{query}', 'nothing like it'),
    });
  });

  it('finds what stands in two topics once, by what is said of it in either', async () => {
    expect((await findOnPage('garden')).found).toEqual(['A garden']);
    expect((await findOnPage('kopf')).found).toEqual(['A garden']);
    expect((await findOnPage('tomatoes')).found).toEqual(['A garden']);
  });

  it('speaks the language of its pages', async () => {
    const index = await read('index.html');
    expect(index).toContain('Todos los temas');
    expect(index).toContain('Fotografía: ');
    expect(index).not.toContain('lang="en" dir="ltr"');
    expect(await read('topics/together.html')).toMatch(
      /Publicado:\s<time datetime="2018-11-19">19 de noviembre de 2018/,
    );
  });

  it('shows the logo on every page and its credit among the credits', async () => {
    expect(await read('tree.html')).toMatch(/class="logo"><img\s[^>]*alt="Biblioteca"/);
    const credits = await read('credits.html');
    expect(credits).toContain('The logo');
    expect(credits).toContain('Logotipo en todas las páginas');
  });

  it('gives a topic its own theme, and makes the color readable in each', async () => {
    expect(await read('topics/together.html')).toContain('class="theme-slate"');
    const css = await read('assets/site.css');
    expect(css).toContain('.theme-contrast');
    expect(css).not.toContain('.theme-paper');
    expect(css).toContain('--accent: #ffcc00');
  });

  it('sends readers on from the address that a published topic had', async () => {
    expect(await read(`topics/${former}.html`)).toContain('content="0; url=together.html"');
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, `topics/${former}.html`)).href);
    await page.waitForURL(/together\.html$/);
    await page.close();
  });

  it('offers each topic as a ZIP', async () => {
    expect(await read('topics/together.html')).toContain('href="../downloads/together.zip"');
    expect(await filesIn(site)).toContain('downloads/together.zip');
  });

  it('allows pages their own files only, and no scripts but on the search page', async () => {
    expect(await read('index.html')).toContain(`default-src &#39;none&#39;; img-src &#39;self&#39; file:`);
    expect(await read('index.html')).not.toContain('script-src');
    expect(await read('search.html')).toContain('script-src &#39;self&#39; file:');
  });
});
