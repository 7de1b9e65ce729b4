import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { palettePage } from '#tests/support/pages/palette.ts';

const section = 'Most recently added';
const dogs = 'Are Dogs the New Library Cat?';

/** Actions that open a dialog while an entry of the board is chosen. */
const openers: readonly MessageKey[] = [
  'app.shortcuts',
  'history.open',
  'import.action',
  'export.publish',
  'resource.add-from-library',
  'topic.move-to',
  'entry.move-to',
  'entry.copy-to',
  'entry.show-in',
  'bulk.edit',
  'bulk.replace',
  'bulk.topics',
];

/** By how much a dialog is wider than the window, or what is inside wider than the dialog. */
const tooWide = (page: Page): Promise<number> =>
  page.getByRole('dialog').evaluate((dialog) => {
    const { left, right } = dialog.getBoundingClientRect();
    return Math.max(-left, right - window.innerWidth, dialog.scrollWidth - dialog.clientWidth, 0);
  });

const problemsOf = async (page: Page, opener: MessageKey): Promise<readonly string[]> => {
  const found = (await axeViolations(page)).map((violation) => `${opener}: ${violation}`);
  const wide = await tooWide(page);
  if (wide > 0) found.push(`${opener}: ${wide} pixels too wide`);
  if ((await sidewaysScroll(page)) !== 0) found.push(`${opener} scrolls sideways`);
  return found;
};

describe('every dialog', () => {
  const screens = [
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
    ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
  ] as const;
  for (const [name, look] of screens) {
    const screen = { ...look, reducedMotion: 'reduce' } as const;
    journey(`fits and has no violations in axe, ${name}`, { library: 'sample', screen }, async ({ page }) => {
      const palette = palettePage(page);
      await boardPage(page).entry(section, dogs).click();
      const found: string[] = [];
      for (const opener of openers) {
        await palette.run(opener);
        await page.getByRole('dialog').waitFor();
        found.push(...(await problemsOf(page, opener)));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(found).toEqual([]);
    });
  }
});
