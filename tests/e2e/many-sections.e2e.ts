import { describe, expect } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { fillSections, longTitle } from '#tests/support/long-library.ts';
import { watchLongTasks } from '#tests/support/long-tasks.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { words } from '#tests/support/words.ts';

const count = 200;
const prepare = fillSections('Many parts', count);
/** Of the sections near what is in sight, each with three entries. */
const mostRows = 120;

describe('a board of 200 sections', () => {
  const start = { library: 'empty', prepare, isAboutLooks: true } as const;
  journey('draws those in sight, and every title', start, async ({ page }) => {
    const [board, frame] = [boardPage(page), appFrame(page)];
    const moved = `${longTitle(1)}.1`;
    await navigatorPage(page).open('sections');
    await board.entry('Part 1', moved).waitFor();
    const tasks = await watchLongTasks(page);
    const expectSound = async () => {
      expect(await board.main.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(count);
      expect(await board.main.locator('[data-rows] > [role="row"]').count()).toBeLessThan(mostRows);
    };
    await expectSound();

    await board.entry('Part 1', moved).click();
    await tasks.during('moving through sections', async () => {
      for (let part = 2; part <= 14; part += 1) {
        await page.keyboard.press('Alt+Shift+ArrowRight');
        await frame.hear(words('move.to-section', { section: `Part ${part}` }));
        await expect
          .poll(() => board.entry(`Part ${part}`, moved).evaluate((row) => row === document.activeElement))
          .toBe(true);
      }
    });
    await expectSound();

    await tasks.during('scrolling to the end', async () => {
      await page.mouse.move(600, 500);
      await expect
        .poll(async () => {
          await page.mouse.wheel(0, 20_000);
          return board.entry(`Part ${count}`, `${longTitle(count)}.3`).isVisible();
        })
        .toBe(true);
    });
    await expectSound();
    process.stderr.write(`${tasks.report()}\n`);
  });
});
