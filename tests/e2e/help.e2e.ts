import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { keyboardUser } from '#tests/support/pages/keyboard.ts';
import { palettePage } from '#tests/support/pages/palette.ts';
import { words } from '#tests/support/words.ts';

const tourOf = (page: Page) => page.getByRole('region', { name: words('tour.title'), exact: true });

describe('the user guide', () => {
  journey(
    'opens by F1, leads on by its links, and closes where it was opened',
    { library: 'sample' },
    async ({ page }) => {
      const { main, heading } = boardPage(page);
      const keys = keyboardUser(page);
      const board = await heading.innerText();
      await keys.press('F1');
      await heading.getByText('User guide').waitFor();
      expect(await keys.hasFocus(heading)).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      const picture = main.getByRole('img', { name: 'The board', exact: true });
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
      await keys.tabTo(main.getByRole('article').getByRole('link').first());
      await keys.press('Enter');
      await expect.poll(() => heading.innerText()).not.toBe('User guide');
      expect(await keys.hasFocus(heading)).toBe(true);
      const contents = main.getByRole('navigation', { name: words('guide.contents') });
      await contents.getByRole('button', { name: 'Search and lists', exact: true }).click();
      await heading.getByText('Search and lists').waitFor();
      await keys.press('F1');
      await heading.getByText(board).waitFor();
    },
  );
});

describe('the short tour', () => {
  const screen = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;
  const start = { library: 'sample', settings: {}, screen } as const;
  journey('shows the first time, ends by key, and comes back only when asked', start, async ({ page }) => {
    const tour = tourOf(page);
    await tour.getByText(words('tour.topics'), { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.keyboard.press('Enter');
    await tour.getByText(words('tour.board'), { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await boardPage(page).heading.waitFor();
    expect(await tour.count()).toBe(0);
    const frame = appFrame(page);
    await frame.button(words('app.more')).click();
    await frame.chooseInMenu(words('help.tour'));
    await tour.getByText(words('tour.topics'), { exact: true }).waitFor();
  });
});

/** How much of what is shown has jumped since the page was opened, as browsers measure it (cumulative layout shift). */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was noted before is told at once; two frames are plenty.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

describe('the window', () => {
  journey(
    'does not jump while a board, pictures and the guide arrive',
    { library: 'sample' },
    async ({ page }) => {
      const { main, heading, heroPicture } = boardPage(page);
      await heroPicture.waitFor();
      await appFrame(page).openPlace(words('view.pictures'));
      await main.getByRole('grid', { name: words('view.pictures') }).waitFor();
      await page.keyboard.press('F1');
      await heading.getByText('User guide').waitFor();
      // Browsers call up to 0.1 good.
      expect(await layoutShift(page)).toBeLessThan(0.02);
    },
  );

  journey(
    'keeps folded panes, the theme and how dense lists are',
    { library: 'sample' },
    async ({ page }) => {
      const frame = appFrame(page);
      const panes = page.locator('#pane-navigator, #pane-inspector');
      const { main, heading, heroPicture } = boardPage(page);
      const rows = main.getByRole('grid').getByRole('row');
      /** How high each entry is that can be seen whole, in the window as it opens. */
      const wholeRows = () =>
        rows.evaluateAll((all) =>
          all
            .map((row) => row.getBoundingClientRect())
            .filter(({ top, bottom }) => top >= 0 && bottom <= window.innerHeight)
            .map(({ height }) => height),
        );
      await heading.waitFor();
      // A board of nine entries and its picture fit one laptop screen of 1366 × 768.
      expect(page.viewportSize()).toEqual({ width: 1366, height: 768 });
      await expect.poll(async () => (await wholeRows()).length).toBe(9);
      const picture = await heroPicture.boundingBox();
      expect(picture && picture.y > 0 && picture.y + picture.height < 768).toBe(true);
      await palettePage(page).run('density.compact-lists');
      // No target is smaller than 24 pixels (WCAG 2.5.8); only beside a long title facts take a line of their own.
      await expect.poll(async () => Math.max(...(await wholeRows()))).toBeLessThanOrEqual(40);
      expect(Math.min(...(await wholeRows()))).toBeGreaterThanOrEqual(24);
      expect(await axeViolations(page)).toEqual([]);
      await frame.button(words('view.toggle-navigator')).click();
      await frame.button(words('view.toggle-inspector')).click();
      await frame.button(words('theme.choose')).click();
      await frame.chooseInMenu(words('theme.dark'));
      await expect.poll(() => panes.count()).toBe(0);
      const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
      await expect.poll(theme).toBe('dark');
      await frame.waitSaved();
      await page.reload();
      await heading.waitFor();
      expect(await panes.count()).toBe(0);
      expect(await theme()).toBe('dark');
      await expect.poll(async () => Math.max(...(await wholeRows()))).toBeLessThanOrEqual(40);
    },
  );
});
