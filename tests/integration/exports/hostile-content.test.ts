import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** Exports the topic and answers the folder in which its files lie as they are. */
const exported = async (format: ExportFormat): Promise<string> => {
  const into = join(folder, format);
  await mkdir(into);
  const [isTree, isBook] = [format === 'site' || format === 'fragment', format === 'epub'];
  const path = isTree ? into : join(into, isBook ? 'book.epub' : 'page.html');
  await createExportService(core.context).run({
    format,
    topicIds: [made.topicId],
    destination: { kind: isTree ? 'folder' : 'file', path },
  });
  if (isBook) await unpack(path, into);
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
});
