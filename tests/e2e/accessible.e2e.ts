import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { views } from '#tests/support/pages/views.ts';
import { workOn } from '#tests/support/worked-library.ts';

describe('every part of the window', () => {
  const screens = [
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
  ] as const;
  for (const [name, colors] of screens) {
    // Without motion: what is half faded in has no colors to judge yet.
    const screen = { ...colors, reducedMotion: 'reduce' } as const;
    journey(
      `has no violations in axe, ${name}`,
      { library: 'sample', prepare: workOn, screen, isAboutLooks: true },
      async ({ page }) => {
        const found: string[] = [];
        for (const [view, show] of Object.entries(views(page))) {
          await show();
          for (const violation of await axeViolations(page)) found.push(`${view}: ${violation}`);
          if ((await sidewaysScroll(page)) !== 0) found.push(`${view} scrolls sideways`);
        }
        expect(found).toEqual([]);
      },
    );
  }
});
