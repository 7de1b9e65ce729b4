import { describe, expect } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { keyboardUser, watchPointer } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { searchPage } from '#tests/support/pages/search-page.ts';
import { words } from '#tests/support/words.ts';

const title = 'Opioid Crisis Town Hall: Library Needs and Responses';

describe('searching', () => {
  journey(
    'finds, opens, keeps and shows elsewhere by keys alone',
    { library: 'sample', isAboutWindow: true },
    async ({ page }) => {
      const [search, frame, keys, details] = [
        searchPage(page),
        appFrame(page),
        keyboardUser(page),
        detailsPage(page),
      ];
      await navigatorPage(page).newTopic.waitFor();
      const pointerEvents = await watchPointer(page);

      // As it is typed, wrong as it is; the number is spoken when typing pauses.
      await keys.press('Control+f');
      await expect.poll(() => keys.hasFocus(search.box)).toBe(true);
      await keys.type('opiod');
      await search.row(title).waitFor();
      await frame.hear(words('search.found', { count: 4 }));
      await page.getByText(words('search.closest', { word: 'opiod' })).waitFor();
      expect(new Set((await search.marked.allTextContents()).map((text) => text.toLowerCase()))).toEqual(
        new Set(['opioid']),
      );
      const tree = await search.results.ariaSnapshot();
      expect(tree).toContain('- grid "Results"');
      expect(tree).toContain(`- 'row "${title}, Webinar, Last modified November 19, 2018, in Partnerships`);
      expect(await search.results.getAttribute('aria-rowcount')).toBe('4');
      expect(await axeViolations(page)).toEqual([]);

      // Through the results, to the details and back.
      await keys.type(' type:webinar');
      await expect.poll(() => search.rows.count()).toBe(1);
      await keys.press('ArrowDown');
      await expect.poll(() => keys.hasFocus(search.row(title))).toBe(true);
      await keys.press('Enter');
      await details.pane.getByRole('textbox', { name: words('resource.title') }).waitFor();
      await expect
        .poll(() => details.pane.evaluate((pane) => pane.contains(document.activeElement)))
        .toBe(true);

      // Several at once.
      await keys.press('Control+f');
      await keys.retype('opioid');
      await expect.poll(() => search.rows.count()).toBe(4);
      await keys.press('Enter');
      await expect.poll(() => keys.hasFocus(search.rows.first())).toBe(true);
      await keys.press('Control+a');
      await frame.hear(words('bulk.chosen', { count: 4 }));

      // Kept as a list, which says how much it holds, and finds it again.
      const save = page.getByRole('button', { name: words('search.save'), exact: true });
      await keys.tabTo(save, 'Shift+Tab');
      await keys.press('Enter');
      await frame.dialog(words('list.save-title')).waitFor();
      await keys.retype('Town halls');
      await keys.press('Enter');
      await frame.hear(words('list.created', { title: 'Town halls' }));
      await expect.poll(() => search.list('Town halls').first().textContent()).toContain('4');

      // Out of the search: empty first, then the board.
      await keys.press('Control+f', 'Escape', 'Escape');
      await search.results.waitFor({ state: 'detached' });
      await keys.tabTo(search.list('Town halls').first());
      await keys.press('Enter');
      await expect.poll(() => search.rows.count()).toBe(4);
      expect(await pointerEvents()).toBe(0);
    },
  );
});
