import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe } from 'vitest';
import { places } from '../../electron/launcher/places.mjs';
import { journey, type App } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { previewPage } from '#tests/support/pages/preview-page.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { searchPage } from '#tests/support/pages/search-page.ts';
import { publish } from '#tests/support/published.ts';
import { words } from '#tests/support/words.ts';
import { returnedShare, workTidilyOn } from '#tests/support/worked-library.ts';
import { goAbout, leaveAll, seed } from './scenes.ts';

/** Few colors, so that the guide stays small: a window has not many. */
const keep = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(500);
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(places.root, 'docs', 'pictures', `${name}.png`));
};

const section = 'Most recently added';
const dogs = 'Are Dogs the New Library Cat?';
/** A table as a colleague sends it. */
const table = [
  'Title,Link,Kind,Published,Description',
  'Lamps for long evenings,https://lamps.example.org/guide,Website,2021-03,By lamp makers.',
  'How to light a reading room,https://lamps.example.org/reading,Video,03/04/2020,Six lamps and where they belong.',
  'Quiet floors,https://floors.example.org/quiet,Report,2019,What people hear while they read.',
  'Shelves that roll,rolling shelves,Website,2022,A carpenter’s drawings.',
].join('\n');

/** The board, and what is done on it. */
const pictureBoard = async ({ page }: App) => {
  const { board, openTopic, openDialog, run } = goAbout(page);
  await keep(page, 'board');
  await board.heroPicture.click();
  await keep(page, 'credit-card');
  await board.entry(section, dogs).getByRole('heading').click();
  await keep(page, 'inspector');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await keep(page, 'chosen');
  await page.keyboard.press('Escape');
  await run('topic.create');
  await page.getByRole('button', { name: words('topic.begin-with') }).click();
  await page.getByRole('listbox').waitFor();
  await keep(page, 'new-topic');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: words('topic.new-title') }).press('Escape');
  await openTopic(seed);
  await run('view.preview');
  await previewPage(page, seed).main.waitFor();
  await keep(page, 'preview');
  await openTopic(seed);
  await openDialog('export.publish');
  await publishDialog(page)
    .dialog.getByRole('button', { name: new RegExp(words('publish.format')) })
    .first()
    .click();
  await page.getByRole('listbox').waitFor();
  await keep(page, 'publish');
  await page.keyboard.press('Escape');
  await leaveAll(page);
};

type Taken = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** What belongs to the whole library. */
const pictureLibrary = async ({ page, libraryDir }: App) => {
  const { board, dialog, openView, openDialog, run } = goAbout(page);
  await run('search.open');
  await page.keyboard.type('opiod');
  await searchPage(page).rows.first().waitFor();
  await keep(page, 'search');
  await openView('view.rights');
  await keep(page, 'rights');
  await openView('view.duplicates');
  await board.main.getByRole('button', { name: words('duplicates.start') }).click();
  await keep(page, 'duplicates');
  await openDialog('history.open');
  await keep(page, 'history');
  const takeIn = async (open: () => Promise<void>, file: Taken, name: string) => {
    const coming = page.waitForEvent('filechooser');
    await open();
    await (await coming).setFiles(file);
    await dialog.waitFor();
    await page.waitForTimeout(1_500);
    await keep(page, name);
    await leaveAll(page);
  };
  await takeIn(() => run('sharing.action'), returnedShare(libraryDir), 'merge');
  await openDialog('import.action');
  const choose = () => dialog.getByRole('button', { name: words('import.choose'), exact: true }).click();
  await takeIn(
    choose,
    { name: 'Lamps and floors.csv', mimeType: 'text/csv', buffer: Buffer.from(table) },
    'import',
  );
};

describe('the pictures of the guide', () => {
  const screen = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  const start = { library: 'sample', prepare: workTidilyOn, screen, needs: 'crash' } as const;
  journey('are taken anew', start, async (app) => {
    const { page, context } = app;
    await boardPage(page).heroPicture.waitFor();
    await pictureBoard(app);
    await pictureLibrary(app);
    await goAbout(page).openTopic(seed);
    await publishDialog(page).open();
    const folder = await publish(app);
    const published = await context.browser()?.newPage({ viewport: { width: 1366, height: 768 } });
    if (!published) throw new Error('this browser has no second window');
    await published.goto(pathToFileURL(join(folder, 'topics', 'partnerships-collaboration.html')).href);
    await keep(published, 'published');
    await published.close();
  });
});
