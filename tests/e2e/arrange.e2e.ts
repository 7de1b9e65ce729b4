import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { fillLongTopic, longTitle } from '#tests/support/long-library.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { dragByFinger } from '#tests/support/pages/finger.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { keyboardUser } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { words } from '#tests/support/words.ts';

const section = 'Resources';
const prepare = fillLongTopic('Nine', 9);
const order = (numbers: readonly number[]) => numbers.map(longTitle);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: 'reduce' } as const;

describe('several entries at once', () => {
  journey(
    'are chosen and dragged by mouse',
    { library: 'empty', prepare, isAboutWindow: true },
    async ({ page }) => {
      const [board, frame, navigator] = [boardPage(page), appFrame(page), navigatorPage(page)];
      const entry = (number: number) => board.entry(section, longTitle(number));
      await navigator.newTopic.click();
      await navigator.newTitle.fill('Elsewhere');
      await page.keyboard.press('Enter');
      await board.heading.getByText('Elsewhere').waitFor();
      await navigator.open('Nine');

      await entry(2).click();
      await entry(3).click({ modifiers: ['Shift'] });
      await entry(6).click({ modifiers: ['ControlOrMeta'] });
      await frame.hear(words('bulk.chosen', { count: 3 }));
      await board.drag(entry(3), entry(9), 'below');
      await expect.poll(() => board.titles(section)).toEqual(order([1, 4, 5, 7, 8, 9, 2, 3, 6]));
      await frame.hear(words('move.many', { moved: 3, position: 7, count: 9, section }));
      await frame.notices.getByRole('button', { name: words('history.undo') }).click();
      await expect.poll(() => board.titles(section)).toEqual(order([1, 2, 3, 4, 5, 6, 7, 8, 9]));

      await board.drag(entry(3), navigator.row('Elsewhere'), 'onto');
      await frame.hear(words('bulk.moved', { count: 3, unchanged: 0, place: 'Elsewhere' }));
      await expect.poll(() => board.titles(section)).toEqual(order([1, 4, 5, 7, 8, 9]));

      await entry(5).click({ button: 'right' });
      await frame.chooseInMenu(words('entry.remove'));
      await expect.poll(() => board.titles(section)).toEqual(order([1, 4, 7, 8, 9]));
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  journey(
    'are chosen and moved by keys',
    { library: 'empty', prepare, isAboutWindow: true },
    async ({ page }) => {
      const [board, frame, keys] = [boardPage(page), appFrame(page), keyboardUser(page)];
      await board.list(section).waitFor();
      await keys.tabInto(board.list(section));
      await keys.press('Home', 'ArrowDown', 'Shift+ArrowDown');
      await frame.hear(words('bulk.chosen', { count: 2 }));
      await keys.press('Alt+Shift+ArrowDown');
      await frame.hear(words('move.many', { moved: 2, position: 8, count: 9, section }));
      await expect.poll(() => board.titles(section)).toEqual(order([1, 4, 5, 6, 7, 8, 9, 2, 3]));
      await expect.poll(() => keys.hasFocus(board.entry(section, longTitle(3)))).toBe(true);
      await keys.press('Alt+Shift+ArrowDown');
      await frame.hear(words('move.cannot'));
      expect(await axeViolations(page)).toEqual([]);

      // The menu opens by the menu key as by Shift+F10, and gives the focus back.
      await keys.press('Shift+F10');
      await board.menuItem(words('entry.move-to')).waitFor();
      await keys.press('Escape');
      await expect.poll(() => keys.hasFocus(board.entry(section, longTitle(3)))).toBe(true);
      await keys.press('m');
      const dialog = frame.dialog(words('bulk.place-title.move', { count: 2, title: '' }));
      await dialog.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await keys.tabTo(dialog.getByRole('button', { name: /Place/ }));
      await keys.press('Enter');
      await page.getByRole('option', { name: words('bulk.place-first') }).waitFor();
      await keys.type(words('bulk.place-first'));
      await keys.press('Enter');
      await keys.tabTo(dialog.getByRole('button', { name: words('bulk.place-do.move') }));
      await keys.press('Enter');
      await expect.poll(() => board.titles(section)).toEqual(order([2, 3, 1, 4, 5, 6, 7, 8, 9]));
      await expect.poll(() => keys.hasFocus(board.entry(section, longTitle(2)))).toBe(true);
    },
  );

  const narrow = { library: 'empty', prepare, screen: phone, isAboutWindow: true } as const;
  journey('are chosen by finger on a phone', narrow, async ({ page }) => {
    const [board, frame] = [boardPage(page), appFrame(page)];
    const box = (number: number) =>
      board
        .entry(section, longTitle(number))
        .getByRole('checkbox', { name: words('entry.pick', { title: longTitle(number) }) });
    await box(2).tap();
    await box(4).tap();
    await frame.hear(words('bulk.chosen', { count: 2 }));
    // Once several are chosen, a tap on an entry chooses it, too.
    await board.entry(section, longTitle(3)).getByText(longTitle(3), { exact: true }).tap();
    await frame.hear(words('bulk.chosen', { count: 3 }));
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    const bar = page.getByRole('region', { name: words('bulk.kind') });
    await bar.getByRole('button', { name: words('bulk.more') }).tap();
    await frame.chooseInMenu(words('entry.remove'));
    await expect.poll(() => board.titles(section)).toEqual(order([1, 5, 6, 7, 8, 9]));
  });

  journey('are dragged by finger, by their grip', narrow, async ({ page }) => {
    const [board, frame] = [boardPage(page), appFrame(page)];
    const grip = (number: number) =>
      board
        .entry(section, longTitle(number))
        .getByRole('button', { name: words('entry.drag', { title: longTitle(number) }) });
    await grip(2).waitFor();
    expect(await grip(2).evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await dragByFinger(grip(2), board.entry(section, longTitle(3)), 0.9);
    await expect.poll(() => board.titles(section)).toEqual(order([1, 3, 2, 4, 5, 6, 7, 8, 9]));
    await frame.hear(words('move.above', { title: longTitle(4), position: 3, count: 9 }));
    expect(await axeViolations(page)).toEqual([]);
    // A tap is no drag: it asks where to.
    await grip(2).tap();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await board.titles(section)).toEqual(order([1, 3, 2, 4, 5, 6, 7, 8, 9]));
    // Beside the grip, a finger scrolls.
    const words5 = board.entry(section, longTitle(5)).getByText(longTitle(5), { exact: true });
    await dragByFinger(words5, board.entry(section, longTitle(4)), 0.5);
    expect(await board.titles(section)).toEqual(order([1, 3, 2, 4, 5, 6, 7, 8, 9]));
  });
});
