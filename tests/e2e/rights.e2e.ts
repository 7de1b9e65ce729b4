import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { dropFile } from '#tests/support/pages/drop-file.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { filesIn } from '#tests/support/check-site.ts';
import { publish } from '#tests/support/published.ts';
import { words } from '#tests/support/words.ts';

describe('the rights of a library', () => {
  journey(
    'are set for many pictures at once, kept as evidence, and open the gate',
    { library: 'sample', isAboutWindow: true },
    async (app) => {
      const { page } = app;
      const [frame, board, details] = [appFrame(page), boardPage(page), detailsPage(page)];
      const publishing = publishDialog(page);
      const button = (name: string) => board.main.getByRole('button', { name, exact: true });

      // One more picture of which nothing is known.
      await dropFile(board.main, {
        name: 'found-somewhere.jpg',
        mediaType: 'image/jpeg',
        bytes: await makeImage({ width: 900, height: 600, seed: 7 }),
      });
      await frame.hear(words('picture.added.unknown'));
      await frame.openPlace(words('view.rights'));
      const list = board.main.getByRole('grid', { name: words('view.rights') });
      await expect.poll(() => list.getByRole('row').count()).toBe(4);
      expect(await list.getByRole('row').first().innerText()).toContain('found-somewhere.jpg');

      // A photographer's pictures in one go: NonCommercial, and one step to undo.
      await button(words('rights.choose-all')).click();
      await button(words('rights.edit')).click();
      const edit = page.getByRole('dialog', { name: words('rights.edit-title', { count: 4 }) });
      for (const [field, text] of [
        ['creator', 'Jane Doe'],
        ['sourceUrl', 'https://example.org/jane'],
      ] as const) {
        const name = words(`credit.field.${field}`);
        await edit.getByText(name, { exact: true }).click();
        await edit.getByRole('textbox', { name: words('rights.new-value', { field: name }) }).fill(text);
      }
      const license = words('credit.field.licenseId');
      await edit.getByText(license, { exact: true }).click();
      const picker = edit.getByRole('combobox', { name: words('rights.new-value', { field: license }) });
      await picker.fill('CC BY-NC 4.0');
      await page.keyboard.press('Tab');
      expect(await edit.getByRole('region', { name: words('rights.edit-preview') }).innerText()).toContain(
        'Jane Doe',
      );
      await edit.getByRole('button', { name: words('rights.edit-apply', { count: 4 }) }).click();
      await edit.waitFor({ state: 'detached' });
      await board.main.getByRole('button', { name: /^Complete\s*4$/ }).waitFor();
      await page.keyboard.press('Control+z');
      await board.main.getByRole('button', { name: /^Complete\s*3$/ }).waitFor();
      await page.keyboard.press('Control+y');
      await board.main.getByRole('button', { name: /^NonCommercial\s*4$/ }).waitFor();

      // A letter, kept with the picture and never on a page.
      await list
        .getByRole('button', { name: words('rights.show-what', { title: 'found-somewhere.jpg' }) })
        .click();
      await details.group(words('credit.evidence')).click();
      const coming = page.waitForEvent('filechooser');
      await details.pane.getByRole('button', { name: words('evidence.add-file') }).click();
      await (
        await coming
      ).setFiles({
        name: 'letter.eml',
        mimeType: 'message/rfc822',
        buffer: Buffer.from('From: jane@example.org\nSubject: Yes\n\nOf course.\n'),
      });
      await frame.hear(words('evidence.added', { count: 1 }));
      await details.pane.getByRole('link', { name: words('evidence.open') }).waitFor();
      await frame.waitSaved();

      // The gate asks once, and what may not be sold stops at it until somebody gives a reason.
      await publishing.open();
      await publishing.answer(words('gate.commercial-yes'));
      await publishing.blocked.waitFor();
      await publishing.answer(words('gate.commercial-no'));
      await publishing.blocked.waitFor({ state: 'detached' });
      const site = await publish(app);
      expect(await readFile(join(site, 'credits.html'), 'utf8')).toContain('Jane Doe');
      expect((await filesIn(site)).filter((path) => /eml|evidence/.test(path))).toEqual([]);
    },
  );
});
