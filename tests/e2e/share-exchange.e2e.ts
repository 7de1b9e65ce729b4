import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openTestCore } from '#tests/support/open-core.ts';
import { hosts, type RunningHost } from '#tests/support/hosts.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { shareDialog } from '#tests/support/pages/share-dialog.ts';
import { carrel } from '#tests/support/run-program.ts';
import { words } from '#tests/support/words.ts';

const seed = 'Partnerships & Collaboration';

/** A letter and a message about the terms of one picture, as their files. */
const keepEvidence = async (libraryDir: string): Promise<void> => {
  const core = await openTestCore({ dir: libraryDir });
  const [imageId] = Object.values(core.context.datastore.tables.images).map(({ id }) => id);
  if (imageId === undefined) throw new Error('the sample has no picture');
  for (const [fileName, text] of [
    ['Permission.pdf', '%PDF-1.7\n% You may.\n%%EOF\n'],
    ['Mail.eml', 'From: a@example.org\nTo: b@example.org\nSubject: Yes\n\nYou may.\n'],
  ] as const) {
    const path = join(core.dir, '..', fileName);
    await writeFile(path, text);
    const { id: uploadId } = await core.context.uploads.adopt(path);
    await core.call('evidence.add', { imageId, uploadId, fileName, fields: { note: 'Asked' } });
  }
  await core.close();
};

const dump = async (libraryDir: string) => (await carrel(['dump', '--library', libraryDir])).stdout;

/** Hands the topics that are ready over, with evidence. */
const handOver = async ({ page, choosePlace }: Pick<RunningHost, 'page' | 'choosePlace'>, file: string) => {
  const publishing = publishDialog(page);
  await publishing.open();
  await publishing.choose('share');
  await publishing.dialog.getByText(words('sharing.evidence'), { exact: true }).click();
  if (choosePlace) {
    await choosePlace(file);
    await publishing.toFile.click();
    await publishing.done.waitFor();
  } else {
    const coming = page.waitForEvent('download');
    await publishing.downloadFile.click();
    await (await coming).saveAs(file);
    await publishing.done.waitFor();
  }
  await publishing.close.click();
};

const rename = async (page: Page, from: string, to: string) => {
  const board = boardPage(page);
  await navigatorPage(page).open(from);
  await board.heading.getByRole('button', { name: from }).click();
  await board.titleField.fill(to);
  await page.keyboard.press('Enter');
  await board.heading.getByText(to, { exact: true }).waitFor();
  await appFrame(page).waitSaved();
};

describe('two libraries that hand topics to each other', () => {
  journey(
    'make a new one of a share file, and bring both sides’ edits together',
    { library: 'sample', prepare: keepEvidence },
    async (app) => {
      const { page, libraryDir, folder } = app;
      await mkdir(folder);
      const [out, back] = [join(folder, 'out.carrel'), join(folder, 'back.carrel')];
      await handOver(app, out);

      // The colleague’s library, shown in the place of the first.
      const opening = shareDialog(page);
      await opening.open(out);
      await opening.choose('sharing.into-new');
      await opening.name.fill('The other library');
      if (app.choosePlace) await app.choosePlace(folder);
      await opening.button(app.choosePlace ? 'sharing.make-ask' : 'sharing.make').click();
      await opening.done.waitFor();
      await opening.button('sharing.open-made').click();
      await opening.dialog.waitFor({ state: 'detached' });
      await appFrame(page).waitSaved();
      const other = join(app.choosePlace ? folder : join(libraryDir, '..'), 'The other library');
      expect(await readdir(join(other, 'evidence'))).toHaveLength(2);
      await rename(page, seed, 'Their title');
      await handOver(app, back);

      // The first again, where the same was changed meanwhile.
      const kind = hosts.find(({ name }) => name === app.host);
      const first = await kind?.start({
        libraryDir,
        settingsDir: join(libraryDir, '..', 'settings'),
        onContext: () => undefined,
      });
      if (!first) throw new Error('the host did not start again');
      await rename(first.page, seed, 'Our title');
      const merging = shareDialog(first.page);
      await merging.open(back);
      const conflict = merging.dialog.getByRole('radiogroup').last();
      expect(await conflict.innerText()).toMatch(/Our title[^]*Their title/);
      await conflict.getByText('Their title').click();
      await merging.button('sharing.start').click();
      await merging.done.waitFor();
      await merging.button('sharing.show').click();
      const board = boardPage(first.page);
      await board.heading.getByText('Their title', { exact: true }).waitFor();
      await appFrame(first.page).undo.click();
      await board.heading.getByText('Our title', { exact: true }).waitFor();
      await appFrame(first.page).redo.click();
      await board.heading.getByText('Their title', { exact: true }).waitFor();
      await appFrame(first.page).waitSaved();
      expect(await first.stop()).toBe(0);
      expect(await dump(libraryDir)).toContain('Their title');
      expect(await carrel(['verify', '--library', libraryDir])).toMatchObject({ code: 0 });
    },
  );
});
