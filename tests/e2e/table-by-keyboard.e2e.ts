import { describe, expect } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { keyboardUser, watchPointer } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { searchPage } from '#tests/support/pages/search-page.ts';
import { words } from '#tests/support/words.ts';

describe('the table', () => {
  journey(
    'is sorted, walked and written into by keys alone',
    { library: 'sample', isAboutWindow: true },
    async ({ page }) => {
      const [search, frame, keys] = [searchPage(page), appFrame(page), keyboardUser(page)];
      await navigatorPage(page).newTopic.waitFor();
      const pointerEvents = await watchPointer(page);
      await keys.press('Control+k');
      await keys.type(words('search.table'));
      await keys.press('Enter');
      await search.results.waitFor();
      expect(await search.results.getAttribute('aria-rowcount')).toBe('21');

      const header = (name: string) => search.results.getByRole('columnheader', { name });
      await keys.tabTo(header(words('resource.title')).getByRole('button'));
      await keys.press('Enter');
      await expect.poll(() => header(words('resource.title')).getAttribute('aria-sort')).toBe('ascending');
      const firstCell = search.results.locator('[data-cell="0 0"]');
      await expect.poll(() => firstCell.textContent()).toBe('About CC Licenses');

      // A date that is none is not taken; a right one is saved, and the focus goes a row down.
      await keys.tabTo(firstCell);
      await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
      await keys.retype('soon');
      await keys.press('Enter');
      await page.getByText(words('field.date-wrong')).first().waitFor();
      await keys.retype('2018-11');
      await keys.press('Enter');
      await frame.hear(words('table.saved'));
      await expect.poll(() => search.results.locator('[data-cell="0 3"]').textContent()).toBe('2018-11');
      await expect.poll(() => keys.hasFocus(search.results.locator('[data-cell="1 3"]'))).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      expect(await pointerEvents()).toBe(0);
      await frame.undo.waitFor();
      await keys.press('Control+z');
      await expect.poll(() => search.results.locator('[data-cell="0 3"]').textContent()).not.toBe('2018-11');
    },
  );

  journey(
    'chooses rows by keys, mouse and boxes, and changes them at once',
    { library: 'sample', isAboutWindow: true },
    async ({ page }) => {
      const [search, frame, keys] = [searchPage(page), appFrame(page), keyboardUser(page)];
      await navigatorPage(page).newTopic.waitFor();
      await keys.press('Control+k');
      await keys.type(words('search.table'));
      await keys.press('Enter');
      const cell = (row: number, column = 0) => search.results.locator(`[data-cell="${row} ${column}"]`);
      const bar = page.getByRole('region', { name: words('bulk.kind') });
      const chosen = search.results.locator('[role="row"][aria-selected="true"]');
      await cell(0).click();
      await expect.poll(() => chosen.count()).toBe(1);
      await keys.press('Shift+ArrowDown', 'Shift+ArrowDown');
      await frame.hear(words('bulk.chosen', { count: 3 }));
      expect(await keys.hasFocus(cell(2))).toBe(true);
      await bar.getByText(words('bulk.count', { count: 3 })).waitFor();
      await cell(5, 1).click({ modifiers: ['ControlOrMeta'] });
      await expect.poll(() => chosen.count()).toBe(4);
      await search.results.getByRole('row').nth(9).getByRole('checkbox').click();
      await expect.poll(() => chosen.count()).toBe(5);
      await cell(7).focus();
      await keys.press('Space');
      await frame.hear(words('bulk.chosen', { count: 6 }));
      await keys.press('Escape');
      await expect.poll(() => chosen.count()).toBe(1);
      await keys.press('Control+a');
      await frame.hear(words('bulk.chosen', { count: 20 }));
      expect(await axeViolations(page)).toEqual([]);
      const all = search.results.getByRole('checkbox', { name: words('table.choose-all') });
      expect(await all.isChecked()).toBe(true);
      await bar.getByRole('button', { name: words('bulk.edit') }).click();
      await page.getByRole('textbox', { name: words('resource.language') }).fill('es');
      await page.getByRole('button', { name: words('bulk.edit-do', { count: 20 }) }).click();
      await frame.hear(words('bulk.edited', { count: 20 }));
      await frame.undo.click();
      await bar.getByRole('button', { name: words('bulk.clear') }).click();
      await expect.poll(() => chosen.count()).toBe(0);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-cell')))
        .toBe(true);
    },
  );
});
