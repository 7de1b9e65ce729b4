import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { colorLooks } from '#tests/support/looks.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { keyboardUser } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { dropHere, pasteHere } from '#tests/support/pages/transfer.ts';
import { words } from '#tests/support/words.ts';

const section = 'Most recently added';

const sound = async (page: Page) => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};

const newTopic = async (page: Page, title: string) => {
  const navigator = navigatorPage(page);
  await navigator.newTopic.click();
  await navigator.newTitle.fill(title);
  await page.keyboard.press('Enter');
  await boardPage(page).heading.getByText(title).waitFor();
};

const text = (lines: readonly string[]) => ({ texts: { 'text/plain': lines.join('\n') } });

describe('links from elsewhere', () => {
  const screen = { reducedMotion: 'reduce' } as const;
  journey(
    'come by paste and drop, one step each',
    { library: 'empty', screen, isAboutWindow: true },
    async ({ page }) => {
      const [board, frame] = [boardPage(page), appFrame(page)];
      const titles = () => board.titles(section);
      const undoOnce = async (left: readonly string[]) => {
        await frame.undo.click();
        await expect.poll(titles).toEqual(left);
      };
      await newTopic(page, 'Rivers');

      await pasteHere(
        page,
        text(['https://one.example/a', 'https://two.example/b', 'https://www.one.example/a/']),
      );
      await frame.hear(words('capture.added', { count: 2 }));
      await expect.poll(titles).toEqual(['https://one.example/a', 'https://two.example/b']);
      await undoOnce([]);

      const html = `<p>Read <a href="https://three.example/maps">The river maps</a> before you go.</p>
      <ul><li><a href="https://four.example/">Four</a></li></ul><script>window.stolen = true</script>`;
      await pasteHere(page, {
        texts: { 'text/html': html, 'text/plain': 'Read The river maps before you go.' },
      });
      await expect.poll(titles).toEqual(['The river maps', 'Four']);
      await expect.poll(() => board.entry(section, 'The river maps').innerText()).toContain('before you go');
      await undoOnce([]);

      const files = [
        ['Seeds.url', '[InternetShortcut]\r\nURL=https://five.example/seeds\r\n'],
        [
          'Tools.webloc',
          '<plist version="1.0"><dict><key>URL</key><string>https://six.example/?a=1&amp;b=2</string></dict></plist>',
        ],
      ].map(([name = '', body = '']) => ({ name, mediaType: '', bytes: Buffer.from(body) }));
      await dropHere(board.main, { files });
      await expect.poll(titles).toEqual(['Seeds', 'Tools']);
      await undoOnce([]);

      await dropHere(board.main, {
        texts: { 'text/uri-list': '# two\r\nhttps://seven.example/\r\nhttps://eight.example/\r\n' },
      });
      await expect.poll(titles).toEqual(['https://seven.example/', 'https://eight.example/']);
      await undoOnce([]);
      await sound(page);

      await pasteHere(page, text(['nothing to find here']));
      await frame.notices.getByText(words('capture.no-address')).waitFor();
      expect(await titles()).toEqual([]);
    },
  );

  journey(
    'are known again, and shown here, too, by keys',
    { library: 'empty', screen, isAboutWindow: true },
    async ({ page }) => {
      const [board, frame, keys] = [boardPage(page), appFrame(page), keyboardUser(page)];
      const titles = () => board.titles(section);
      await newTopic(page, 'Lakes');
      await pasteHere(page, text(['https://one.example/map', 'https://one.example/charts']));
      await expect.poll(titles).toHaveLength(2);
      await newTopic(page, 'Seas');

      const mixed = [
        'http://one.example/map/?utm_source=mail',
        'https://nine.example/',
        'https://www.one.example/charts#top',
      ];
      await pasteHere(page, text(mixed));
      const dialog = frame.dialog(words('capture.known', { count: 2 }));
      await dialog.waitFor();
      await dialog
        .getByText(words('capture.is-in', { topics: 'Lakes' }))
        .first()
        .waitFor();
      expect(await titles()).toEqual(['https://nine.example/']);
      const show = dialog.getByRole('button', { name: words('capture.show-here', { count: 2 }) });
      await expect.poll(() => keys.hasFocus(show)).toBe(true);
      await sound(page);
      await keys.press('Enter');
      await frame.hear(words('capture.added', { count: 3 }));
      const three = ['https://one.example/map', 'https://one.example/charts', 'https://nine.example/'];
      await expect.poll(titles).toEqual(three);

      // The paste is one step, whatever was known of it.
      await keys.press('Control+z');
      await expect.poll(titles).toEqual([]);
      await keys.press('Control+Shift+z');
      await expect.poll(titles).toEqual(three);

      // Everything is here already: the key that is pressed without a thought does no harm.
      await pasteHere(page, text(['https://one.example/map']));
      const again = frame.dialog(words('capture.known', { count: 1 }));
      await again.getByText(words('capture.is-here')).waitFor();
      await expect
        .poll(() => keys.hasFocus(again.getByRole('button', { name: words('capture.leave', { count: 1 }) })))
        .toBe(true);
      await sound(page);
      await keys.press('Enter');
      await again.waitFor({ state: 'detached' });
      expect(await titles()).toEqual(three);
    },
  );
});

describe('looking pages up', () => {
  for (const [name, screen] of colorLooks) {
    // The light walk goes under every host, the others are about colors.
    const about = name === 'in light' ? {} : ({ isAboutLooks: true } as const);
    const start = { library: 'empty', screen, ...about, isAboutWindow: true } as const;
    journey(`is turned on, told and stopped, ${name}`, start, async ({ page }) => {
      const [board, frame, details] = [boardPage(page), appFrame(page), detailsPage(page)];
      await newTopic(page, 'Rivers');
      await frame.openPlace(words('view.settings'));
      const setting = board.main.getByRole('checkbox', { name: words('capture.setting') });
      expect(await setting.isChecked()).toBe(false);
      await board.main.getByText(words('capture.setting'), { exact: true }).click();
      await expect.poll(() => setting.isChecked()).toBe(true);
      await sound(page);
      await navigatorPage(page).open('Rivers');

      // An address inside a house: it is refused before anything is sent, and the others of its host wait their turn.
      const inside = 'http://192.168.77.9/';
      await pasteHere(page, text(Array.from({ length: 6 }, (_, at) => `${inside}${at}`)));
      const indicator = page
        .getByRole('group', { name: words('capture.lookups') })
        .filter({ hasText: /of 6/ });
      await indicator.waitFor();
      await sound(page);
      await indicator.getByRole('button', { name: words('capture.stop') }).click();
      await indicator.waitFor({ state: 'detached' });

      await board.entry(section, `${inside}0`).click();
      const note = details.pane.getByRole('group', { name: words('capture.lookups') });
      await note.getByText(words('capture.failed.private')).waitFor();
      await sound(page);
      await note.getByRole('button', { name: words('capture.try-again') }).click();
      await frame.hear(words('capture.trying'));
      await note.getByText(words('capture.failed.private')).waitFor();
    });
  }
});
