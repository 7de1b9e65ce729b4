import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { importDialog } from '#tests/support/pages/import-dialog.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { dropHere } from '#tests/support/pages/transfer.ts';
import { words } from '#tests/support/words.ts';

const table = `Title,URL,Date,Folder,Image,Rights
River maps,https://maps.example.org/rivers,03/04/2018,Maps,river.jpg,https://creativecommons.org/licenses/by/2.0/
A glossary,javascript:alert(1),c. 1920,Reading,,
,,,Reading,,
`;

const fileOf = (name: string, text: string) => ({
  name,
  mediaType: 'text/csv',
  bytes: Buffer.from(text),
});

describe('bringing in', () => {
  journey(
    'what is dropped, with its picture: looked at and left, then brought in and taken back',
    { library: 'empty' },
    async ({ page }) => {
      const [flow, frame, navigator] = [importDialog(page), appFrame(page), navigatorPage(page)];
      await navigator.newTopic.waitFor();
      const picture = {
        name: 'river.jpg',
        mediaType: 'image/jpeg',
        bytes: await makeImage({ format: 'jpeg' }),
      };
      const drop = () => dropHere(page.locator('body'), { files: [fileOf('rivers.csv', table), picture] });

      await drop();
      await flow.plan.waitFor();
      expect(await flow.plan.innerText()).toContain(words('import.plan-pictures', { count: 1 }));
      await page.keyboard.press('Escape');
      await flow.dialog.waitFor({ state: 'detached' });
      expect(await frame.undo.isEnabled()).toBe(false);

      await drop();
      await flow.plan.waitFor();
      await flow.start.click();
      await flow.openBoard.click();
      await navigator.row('Maps').waitFor();
      await frame.undo.click();
      await navigator.row('Maps').waitFor({ state: 'detached' });
      await frame.waitSaved();
    },
  );

  journey('a table that is pasted', { library: 'empty' }, async ({ page }) => {
    const [flow, navigator] = [importDialog(page), navigatorPage(page)];
    await navigator.newTopic.waitFor();
    await flow.open();
    await flow.paste.fill(
      'Title\tURL\nRivers\thttps://rivers.example.org/\nLakes\thttps://lakes.example.org/\n',
    );
    await flow.readPasted.click();
    await flow.plan.waitFor();
    await flow.start.click();
    await flow.openBoard.click();
    await boardPage(page).entry('Resources', 'Lakes').waitFor();
  });

  journey('a folder, its pictures found where the table names them', { library: 'empty' }, async (app) => {
    const { page, libraryDir } = app;
    const folder = join(libraryDir, '..', 'Handed over');
    await mkdir(join(folder, 'pictures'), { recursive: true });
    await writeFile(join(folder, 'links.csv'), table.replace('river.jpg', 'pictures/river.jpg'));
    await writeFile(join(folder, 'pictures', 'river.jpg'), await makeImage({ format: 'jpeg' }));
    await writeFile(join(folder, '.DS_Store'), 'left behind');
    const [flow, navigator] = [importDialog(page), navigatorPage(page)];
    await navigator.newTopic.waitFor();
    await flow.open();
    const chooser = await flow.choosing(() => flow.chooseFolder.click());
    await chooser.setFiles(folder);
    await flow.plan.waitFor();
    expect(await flow.sources.innerText()).toContain('Handed over/links.csv');
    expect(await flow.plan.innerText()).toContain(words('import.plan-pictures', { count: 1 }));
    await flow.start.click();
    await flow.openBoard.click();
    await navigator.row('Maps').waitFor();
  });

  journey('a long table that is stopped leaves nothing behind', { library: 'empty' }, async ({ page }) => {
    const [flow, frame, navigator] = [importDialog(page), appFrame(page), navigatorPage(page)];
    await navigator.newTopic.waitFor();
    const rows = Array.from({ length: 150_000 }, (_, row) => `Row ${row},https://example.org/${row}\n`);
    await dropHere(page.locator('body'), { files: [fileOf('long.csv', `Title,URL\n${rows.join('')}`)] });
    await flow.plan.waitFor({ timeout: 60_000 });
    await flow.start.click();
    await flow.stop.click();
    await flow.start.waitFor({ timeout: 60_000 });
    expect(await frame.undo.isEnabled()).toBe(false);
    await page.keyboard.press('Escape');
    await flow.dialog.waitFor({ state: 'detached' });
    expect(await navigator.row('long').count()).toBe(0);
  });

  const wide = { width: 1280, height: 800 };
  const looks = [
    ['in light', { colorScheme: 'light', forcedColors: 'none' }, wide],
    ['in dark', { colorScheme: 'dark', forcedColors: 'none' }, wide],
    ['in forced colors', { colorScheme: 'light', forcedColors: 'active' }, wide],
    ['360 pixels wide', { colorScheme: 'light', forcedColors: 'none' }, { width: 360, height: 640 }],
    ['at 400 % zoom', { colorScheme: 'light', forcedColors: 'none' }, { width: 320, height: 256 }],
  ] as const;

  const empty = { library: 'empty', isAboutLooks: true } as const;
  journey('fits every screen, without violations in axe', empty, async ({ page }) => {
    const flow = importDialog(page);
    const found: string[] = [];
    const look = async (at: string) => {
      for (const [name, media, viewport] of looks) {
        await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        await page.setViewportSize(viewport);
        // The window takes a moment to find its new form.
        await expect
          .poll(() => sidewaysScroll(page), { message: `${at}, ${name}: scrolls sideways` })
          .toBe(0);
        found.push(...(await axeViolations(page)).map((violation) => `${at}, ${name}: ${violation}`));
      }
      await page.setViewportSize(wide);
    };
    await navigatorPage(page).newTopic.waitFor();
    await flow.open();
    await flow.chooseFiles.waitFor();
    await look('choosing');
    await flow.paste.fill(table);
    await flow.readPasted.click();
    await flow.plan.waitFor();
    await flow.columns.click();
    await flow.group(new RegExp(words('import.first-rows'))).click();
    await look('looking');
    await flow.start.click();
    await flow.report.waitFor();
    await look('the report');
    expect(found).toEqual([]);
  });
});
