import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { journey, type App } from '#tests/support/journey.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { publish } from '#tests/support/published.ts';
import { words } from '#tests/support/words.ts';

/** Publishes and answers the entrance and the credits. */
const published = async (app: App): Promise<{ readonly index: string; readonly credits: string }> => {
  const publishing = publishDialog(app.page);
  await publishing.open();
  const site = await publish(app);
  await publishing.close.click();
  const read = (path: string) => readFile(join(site, path), 'utf8');
  return { index: await read('index.html'), credits: await read('credits.html') };
};

describe('the look of the pages', () => {
  journey(
    'takes the institution’s logo with its credit, lets it go again, and makes its color readable',
    { library: 'sample', isAboutWindow: true },
    async (app) => {
      const { page } = app;
      const frame = appFrame(page);
      await boardPage(page).heading.getByText('Partnerships & Collaboration', { exact: true }).waitFor();
      await frame.openPlace(words('view.settings'));
      const logo = page.getByRole('group', { name: words('look.logo'), exact: true });

      const choosing = page.waitForEvent('filechooser');
      await logo.getByRole('button', { name: words('picture.choose-logo') }).click();
      const buffer = await makeImage({ width: 400, height: 120, seed: 4 });
      await (await choosing).setFiles({ name: 'our-logo.jpg', mimeType: 'image/jpeg', buffer });
      await logo.getByRole('button', { name: words('picture.edit-credit'), exact: true }).waitFor();
      // Its terms are asked for as those of any picture.
      const publishing = publishDialog(page);
      await publishing.open();
      expect(await publishing.blocked.innerText()).toContain('our-logo.jpg');
      await publishing.publishAnyway('It is our own.');
      const site = await publish(app);
      await publishing.close.click();
      expect(await readFile(join(site, 'index.html'), 'utf8')).toContain('class="logo"');
      expect(await readFile(join(site, 'credits.html'), 'utf8')).toContain('Logo on every page');

      await logo.getByRole('button', { name: words('picture.take-away') }).click();
      await logo.getByRole('button', { name: words('picture.choose-logo') }).waitFor();
      const without = await published(app);
      expect(without.index).not.toContain('class="logo"');
      expect(without.credits).not.toContain('Logo on every page');
      await frame.undo.click();
      await logo.getByRole('button', { name: words('picture.edit-credit'), exact: true }).waitFor();

      // A color that nobody could read on paper is changed, and the words say so.
      await page.getByRole('textbox', { name: words('look.accent') }).fill('#ffee00');
      await page.keyboard.press('Enter');
      await page.getByText(/^On light pages its contrast is only .* is used instead/).waitFor();
      await frame.waitSaved();
    },
  );
});
