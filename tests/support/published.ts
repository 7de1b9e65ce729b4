import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import yauzl from 'yauzl';
import { axeViolations, sidewaysScroll } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { filesIn } from './check-site.ts';
import type { App } from './journey.ts';
import { publishDialog } from './pages/publish-dialog.ts';

const unzip = async (file: string, folder: string): Promise<void> => {
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const path = join(folder, entry.fileName);
    await mkdir(dirname(path), { recursive: true });
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    await writeFile(path, Buffer.concat(chunks));
  }
};

/**
 * Publishes from the dialog as this host's users do, into a folder chosen in a native dialog or as a download that is
 * unpacked. The dialog has to be open. Answers the folder with `index.html`.
 */
export const publish = async ({ page, choosePlace, folder }: App): Promise<string> => {
  const dialog = publishDialog(page);
  if (choosePlace) {
    await choosePlace(folder);
    await dialog.toFolder.click();
    await dialog.done.waitFor();
  } else {
    const coming = page.waitForEvent('download');
    await dialog.download.click();
    const download = await coming;
    await dialog.done.waitFor();
    const file = `${folder}.zip`;
    await download.saveAs(file);
    await unzip(file, folder);
  }
  const index = (await filesIn(folder)).find((path) => /(?:^|\/)index\.html$/.test(path));
  if (index === undefined) throw new Error('there is no index.html in what was published');
  return dirname(join(folder, index));
};

/** Opens each page of a published site from the disk, with the network cut, and hands it over. */
export const walkSite = async (
  site: string,
  screen: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> => {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ ...screen, offline: true });
    const trouble: string[] = [];
    context.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) trouble.push(`asked for ${request.url()}`);
    });
    context.on('requestfailed', (request) => trouble.push(`did not get ${request.url()}`));
    context.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
    });
    const page = await context.newPage();
    for (const path of (await filesIn(site)).filter((name) => name.endsWith('.html'))) {
      await page.goto(pathToFileURL(join(site, path)).href);
      await look(page, path);
    }
    expect(trouble).toEqual([]);
  } finally {
    await browser.close();
  }
};

/** The ways in which a published page is looked at for accessibility. */
export const looks = [
  { name: 'light', screen: { colorScheme: 'light' } },
  { name: 'dark', screen: { colorScheme: 'dark' } },
  { name: '320 pixels wide', screen: { viewport: { width: 320, height: 640 } } },
] as const;

/** Checks every page of a published site with axe-core, in every look; fails with what is wrong. */
export const checkAccessibility = async (site: string): Promise<void> => {
  for (const { name, screen } of looks) {
    await walkSite(site, screen, async (page, path) => {
      expect(await axeViolations(page), `${path}, ${name}`).toEqual([]);
      expect(await sidewaysScroll(page), `${path} scrolls sideways, ${name}`).toBe(0);
    });
  }
};

/** Pictures of a page that are not shown, all of them asked for at once. */
export const brokenPictures = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    return pictures.filter((picture) => picture.naturalWidth === 0).map(({ src }) => src);
  });
