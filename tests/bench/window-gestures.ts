import type { Page } from 'playwright-core';
import { appFrame } from '#tests/support/pages/frame.ts';
import { words } from '#tests/support/words.ts';

/** The middle pane. */
export const main = (page: Page) => page.getByRole('main');

/** The first cell of the table. */
export const firstCell = (page: Page) => main(page).locator('[data-results] [data-rows] [data-cell]').first();

/** Waits until the rows in sight are known. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction((loading) => {
    const rows = [...document.querySelectorAll('[data-results] [data-rows] > [role="row"]')];
    const inSight = rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 300 && top < window.innerHeight;
    });
    const isKnown = (row: Element) =>
      row.getAttribute('aria-label') !== loading && row.querySelector('input:disabled') === null;
    return inSight.length > 3 && inSight.every(isKnown);
  }, words('entry.loading'));
};

/** A pause in which an answer comes and is drawn, then the rows in sight. */
export const settledSoon = async (page: Page): Promise<void> => {
  await page.waitForTimeout(300);
  await settled(page);
};

export const scrollTo = (page: Page, share: number): Promise<void> =>
  page.evaluate((part) => {
    const pane = document.querySelector('#main');
    if (pane) pane.scrollTop = part * pane.scrollHeight;
  }, share);

export const wheel = async (page: Page): Promise<void> => {
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 800);
  await settled(page);
};

export const jump = async (page: Page): Promise<void> => {
  for (const share of [0.3, 0.9, 0.5, 0.1, 0]) {
    await scrollTo(page, share);
    await settled(page);
  }
};

export const walk = async (page: Page): Promise<void> => {
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    await settled(page);
  };
  await press('PageDown', 12);
  await press('Control+End');
  await press('PageUp', 12);
  await press('Control+Home');
};

export const openTable = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words('search.table'));
  await page.keyboard.press('Enter');
  await main(page).getByRole('columnheader').first().waitFor();
  await settled(page);
};

export const showList = async (page: Page): Promise<void> => {
  await main(page).getByText(words('search.as-list'), { exact: true }).click();
  await scrollTo(page, 0);
  await settled(page);
};

export const sortByAll = async (page: Page): Promise<void> => {
  const heads = main(page).getByRole('columnheader').getByRole('button');
  const columns = await heads.count();
  for (let column = 0; column < columns; column += 1) {
    await heads.nth(column).click();
    await settledSoon(page);
  }
};

export const filter = async (page: Page): Promise<void> => {
  const group = main(page).getByRole('group', { name: words('search.filters') });
  for (const kind of ['search.by-type', 'search.by-topic'] as const) {
    await group.getByRole('button', { name: words(kind), exact: true }).click();
    await page.getByRole('menuitem').nth(1).click();
    await settledSoon(page);
  }
  const chips = group.getByRole('button', { name: /^Remove/ });
  while ((await chips.count()) > 0) await chips.first().click();
  await settledSoon(page);
};

export const typeWords = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+f');
  await page.keyboard.type('garden libr', { delay: 60 });
  await settledSoon(page);
  await page.keyboard.press('Escape');
  await settledSoon(page);
};

export const openLists = async (page: Page): Promise<void> => {
  const pane = page.getByRole('navigation', { name: words('pane.navigator'), exact: true });
  const heading = pane.getByRole('button', { name: words('list.lists'), exact: true });
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  for (const list of ['recently-added', 'no-summary', 'credits-to-complete', 'in-no-topic'] as const) {
    await pane
      .getByRole('button', { name: words(`list.built-in.${list}`) })
      .first()
      .click();
    await page.waitForTimeout(400);
  }
};

export const openDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+B');
  // The subjects come when all resources have been looked through.
  await page.getByRole('dialog').getByRole('grid').waitFor();
};

export const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Chooses by clicks on the first row and on one half way down. */
export const chooseHalf = async (page: Page): Promise<void> => {
  await firstCell(page).click();
  await scrollTo(page, 0.5);
  await settled(page);
  const row = main(page).locator('[data-results] [data-rows] > [role="row"]').nth(20);
  await row
    .locator('[data-cell]')
    .first()
    .click({ modifiers: ['Shift'] });
  await page.locator('[data-selection-bar]').waitFor();
  await settledSoon(page);
};

/** Opens one of the library's places and waits for what it shows. */
export const openPlace =
  (name: string, ready: string) =>
  async (page: Page): Promise<void> => {
    await appFrame(page).openPlace(name);
    await main(page).locator(ready).first().waitFor();
  };
