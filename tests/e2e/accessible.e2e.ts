import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { views } from '#tests/support/pages/views.ts';

/** Puts something into the trash, so that there is something to see. */
const fillTrash = async (page: Page) => {
  const navigator = navigatorPage(page);
  await navigator.newTopic.click();
  await navigator.newTitle.fill('Not wanted');
  await page.keyboard.press('Enter');
  await navigator.row('Not wanted').click();
  await page.keyboard.press('Delete');
  await navigator.row('Not wanted').waitFor({ state: 'detached' });
};

describe('every part of the window', () => {
  const screens = [
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
  ] as const;
  for (const [name, colors] of screens) {
    // Without motion: what is half faded in has no colors to judge yet.
    const screen = { ...colors, reducedMotion: 'reduce' } as const;
    journey(`has no violations in axe, ${name}`, { library: 'sample', screen }, async ({ page }) => {
      await fillTrash(page);
      const found: string[] = [];
      for (const [view, show] of Object.entries(views(page))) {
        await show();
        for (const violation of await axeViolations(page)) found.push(`${view}: ${violation}`);
        if ((await sidewaysScroll(page)) !== 0) found.push(`${view} scrolls sideways`);
      }
      expect(found).toEqual([]);
    });
  }
});
