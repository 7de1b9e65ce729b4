import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { colorLooks } from '#tests/support/looks.ts';
import { views } from '#tests/support/pages/views.ts';
import { workOn } from '#tests/support/worked-library.ts';

describe('every part of the window', () => {
  for (const [name, screen] of colorLooks) {
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
