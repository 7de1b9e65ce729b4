import { describe } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { words } from '#tests/support/words.ts';

const views = '**/assets/PicturesView-*.js';
const dialogs = '**/assets/PublishDialog-*.js';

describe('a part of the window whose code does not come', () => {
  journey(
    'says so where it would stand, with a way on',
    {
      library: 'sample',
      expectedErrors: /Failed to (load resource|fetch dynamically imported module)|MissingPart/,
    },
    async ({ page }) => {
      const frame = appFrame(page);
      for (const files of [views, dialogs]) await page.route(files, (route) => route.abort());
      await page.reload();
      await frame.openPlace(words('view.pictures'));
      const main = page.getByRole('main');
      await main.getByText(words('failure.missing-title')).waitFor();
      await frame.button(words('export.publish')).click();
      const told = frame.dialog(words('failure.missing-title'));
      await told.waitFor();
      await page.keyboard.press('Escape');
      await told.waitFor({ state: 'detached' });

      for (const files of [views, dialogs]) await page.unroute(files);
      await main.getByRole('button', { name: words('failure.reload') }).click();
      await boardPage(page).heading.waitFor();
      await frame.openPlace(words('view.pictures'));
      await main.getByRole('heading', { name: words('view.pictures') }).waitFor();
      await frame.button(words('export.publish')).click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
    },
  );
});
