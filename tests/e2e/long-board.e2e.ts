import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { fillLongTopic, longTitle } from '#tests/support/long-library.ts';
import { watchLongTasks, type Taken } from '#tests/support/long-tasks.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { words } from '#tests/support/words.ts';

const count = 10_000;
const section = 'Resources';
const prepare = fillLongTopic('Ten thousand', count);

/** Rows in the page: those in sight, a screen more above and below, and the one with the focus. */
const mostRows = 90;

const focused = (page: Page) =>
  page.evaluate(() => ({
    index: Number(document.activeElement?.getAttribute('aria-rowindex')),
    name: document.activeElement?.getAttribute('aria-label')?.split(',')[0],
  }));

const scrollTo = (page: Page, share: number) =>
  page.evaluate((part) => {
    const main = document.querySelector('#main');
    if (main) main.scrollTop = part * main.scrollHeight;
  }, share);

const turnWheel = async (page: Page) => {
  await page.mouse.move(600, 500);
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 800);
};

/** What is in sight stays drawn: nothing that is done with it draws more than a screen of rows. */
const few = async (taken: Promise<Taken>) => expect((await taken).drawn).toBeLessThan(mostRows);

const pressOften = async (page: Page, key: string, times: number) => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

describe('a board of 10,000 entries', () => {
  const start = { library: 'empty', prepare, isAboutLooks: true } as const;
  journey('is scrolled, chosen from and arranged', start, async ({ page }) => {
    const [board, frame] = [boardPage(page), appFrame(page)];
    const list = board.list(section);
    await list.getByText(longTitle(1), { exact: true }).waitFor();
    const tasks = await watchLongTasks(page);
    const rows = () => list.getByRole('row').count();
    const expectSound = async () => {
      expect(await rows()).toBeLessThan(mostRows);
      expect(await list.getAttribute('aria-rowcount')).toBe(String(count));
    };
    await expectSound();

    await tasks.during('turning the wheel', () => turnWheel(page));
    await expectSound();
    for (const share of [0.3, 0.9, 0.5]) {
      await tasks.during(`jumping to ${share * 100} %`, () => scrollTo(page, share));
      await expectSound();
      const titles = await board.titles(section);
      const number = Number(titles[Math.floor(titles.length / 2)]?.split(' ')[1]);
      expect(Math.abs(number / count - share), 'what is in sight').toBeLessThan(0.05);
    }

    await list.getByRole('row').nth(20).click();
    await tasks.during('going to the end', () => page.keyboard.press('End'));
    expect(await focused(page)).toEqual({ index: count, name: longTitle(count) });
    await tasks.during('going up by pages', () => pressOften(page, 'PageUp', 12));
    await few(tasks.during('choosing a range', () => pressOften(page, 'Shift+ArrowDown', 12)));
    await frame.hear(words('bulk.chosen', { count: 13 }));
    await expectSound();
    await few(tasks.during('choosing all', () => page.keyboard.press('Control+a')));
    await frame.hear(words('bulk.chosen', { count }));
    await page.keyboard.press('Escape');

    await page.keyboard.press('Home');
    await few(tasks.during('moving by key', () => page.keyboard.press('Alt+ArrowDown')));
    await frame.hear(words('move.below', { title: longTitle(2), position: 2, count }));
    expect(await focused(page)).toEqual({ index: 2, name: longTitle(1) });
    await few(
      tasks.during('dragging', () =>
        board.drag(
          board.entry(section, `${longTitle(9)} `),
          board.entry(section, `${longTitle(4)} `),
          'above',
        ),
      ),
    );
    await expect
      .poll(async () => (await board.titles(section)).slice(0, 4))
      .toEqual([2, 1, 3, 9].map(longTitle));
    await few(tasks.during('undoing', () => page.keyboard.press('Control+z')));
    await expect
      .poll(async () => (await board.titles(section)).slice(0, 4))
      .toEqual([2, 1, 3, 4].map(longTitle));

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Shift+B');
    await page.getByRole('textbox', { name: words('resource.language') }).fill('es');
    await tasks.during('editing all', async () => {
      await page.getByRole('button', { name: words('bulk.edit-do', { count }) }).click();
      await frame.hear(words('bulk.edited', { count }));
    });
    await expectSound();
    await tasks.during('undoing that', async () => {
      await frame.undo.click();
      await frame.hear(words('history.undone', { change: words('change.bulk.edit', { count }) }));
    });
    process.stderr.write(`${tasks.report()}\n`);
  });
});
