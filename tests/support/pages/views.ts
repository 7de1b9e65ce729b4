import type { Page } from 'playwright-core';
import { words } from '../words.ts';
import { pictureTopic } from '../worked-library.ts';
import { appFrame } from './frame.ts';
import { boardPage } from './board-page.ts';
import { detailsPage } from './details-page.ts';
import { navigatorPage } from './navigator-page.ts';
import { previewPage } from './preview-page.ts';
import { searchPage } from './search-page.ts';
import { publishDialog } from './publish-dialog.ts';

const seed = 'Partnerships & Collaboration';
const dogs = 'Are Dogs the New Library Cat?';
const section = 'Most recently added';

/** Ways to everything that the window can show, from the board of the first topic of a sample library that has been worked on. */
export const views = (page: Page) => {
  const [frame, board, details] = [appFrame(page), boardPage(page), detailsPage(page)];
  const publish = publishDialog(page);
  const dialog = page.getByRole('dialog');
  const closeDialog = async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };
  const place = (name: string) => async () => {
    await frame.openPlace(name);
    await board.main.getByRole('heading', { level: 1 }).waitFor();
  };
  return {
    'board with pictures': async () => {
      await navigatorPage(page).open(pictureTopic);
      await board.heading.getByText(pictureTopic).waitFor();
    },
    board: async () => {
      await navigatorPage(page).open(seed);
      await board.entry(section, dogs).waitFor();
    },
    inspector: async () => {
      await board.entry(section, dogs).click();
      await details.heading.getByText(dogs).waitFor();
    },
    'credit card': async () => {
      await board.heroPicture.click();
      await details.license.waitFor();
    },
    search: async () => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('opiod type:news');
      await searchPage(page).rows.first().waitFor();
    },
    table: async () => {
      await board.main.getByText(words('search.as-table'), { exact: true }).click();
      await board.main.getByRole('grid').getByRole('row').nth(1).waitFor();
    },
    'search without a result': async () => {
      await board.main.getByText(words('search.as-list'), { exact: true }).click();
      await page.keyboard.press('Control+f');
      await page.keyboard.type('xyzzyplugh type:book added:soon');
      await board.main.getByText(words('search.nothing')).last().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
    preview: async () => {
      await frame.button(words('view.preview')).click();
      await previewPage(page, seed).main.waitFor();
    },
    'publish dialog': async () => {
      await publish.open();
      await publish.dialog.waitFor();
    },
    palette: async () => {
      await closeDialog();
      await page.keyboard.press('Control+k');
      await dialog.getByRole('listbox').waitFor();
    },
    'keyboard shortcuts': async () => {
      await closeDialog();
      await frame.button(words('view.preview')).click();
      await page.keyboard.press('Control+/');
      await dialog.waitFor();
    },
    pictures: async () => {
      await closeDialog();
      await place(words('view.pictures'))();
    },
    rights: place(words('view.rights')),
    'credits of many': async () => {
      await board.main.getByRole('button', { name: words('rights.choose-all') }).click();
      await board.main.getByRole('button', { name: words('rights.edit') }).click();
      await dialog.getByText(words('credit.field.creator'), { exact: true }).click();
    },
    duplicates: async () => {
      await closeDialog();
      await place(words('view.duplicates'))();
    },
    'duplicates side by side': async () => {
      await board.main.getByRole('button', { name: words('duplicates.start') }).click();
      await board.main.getByRole('table').waitFor();
    },
    trash: place(words('view.trash')),
    settings: place(words('view.settings')),
    backups: async () => {
      await board.main.getByRole('button', { name: words('view.backups') }).click();
      await board.main
        .getByRole('button', { name: /^Compare the backup/ })
        .last()
        .click();
      await board.main.getByRole('list', { name: words('backups.topics') }).waitFor();
    },
    guide: async () => {
      await page.keyboard.press('F1');
      await board.heading.getByText('User guide').waitFor();
    },
  } as const;
};
