import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { colorLooks } from '#tests/support/looks.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { dialogs } from '#tests/support/pages/dialogs.ts';
import { workOn } from '#tests/support/worked-library.ts';

/** By how much a dialog is wider than the window, or what is inside wider than the dialog. */
const tooWide = (page: Page): Promise<number> =>
  page
    .getByRole('dialog')
    .last()
    .evaluate((dialog) => {
      const { left, right } = dialog.getBoundingClientRect();
      return Math.max(-left, right - window.innerWidth, dialog.scrollWidth - dialog.clientWidth, 0);
    });

const problemsOf = async (page: Page, name: string): Promise<readonly string[]> => {
  const found = (await axeViolations(page)).map((violation) => `${name}: ${violation}`);
  const wide = await tooWide(page);
  if (wide > 0) found.push(`${name}: ${wide} pixels too wide`);
  if ((await sidewaysScroll(page)) !== 0) found.push(`${name} scrolls sideways`);
  return found;
};

describe('every dialog', () => {
  const narrow = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' } as const;
  for (const [name, screen] of [...colorLooks, ['320 pixels wide', narrow]] as const) {
    const start = { library: 'sample', prepare: workOn, screen, isAboutLooks: true } as const;
    journey(
      `fits, has no violations in axe, and ends by Escape, ${name}`,
      start,
      async ({ page, libraryDir }) => {
        const found: string[] = [];
        const dialog = page.getByRole('dialog');
        await boardPage(page).heading.waitFor();
        for (const [title, show] of Object.entries(dialogs(page, libraryDir))) {
          await show();
          await dialog.last().waitFor();
          found.push(...(await problemsOf(page, title)));
          // What was written into a field of search is taken away first.
          await page.keyboard.press('Escape');
          if (title === 'app.palette') await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        }
        expect(found).toEqual([]);
      },
    );
  }
});
