import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { importDialog } from '#tests/support/pages/import-dialog.ts';
import { keyboardUser, watchPointer } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { palettePage } from '#tests/support/pages/palette.ts';
import { words } from '#tests/support/words.ts';

const table = `Title,URL,Kind of thing,Date
River maps,https://maps.example.org/rivers,Report,03/04/2018
River gauges,https://gauges.example.org/,Dataset,05/06/2019
,,Video,
River maps,https://maps.example.org/rivers,Report,03/04/2018
`;

describe('bringing in', () => {
  journey(
    'a table by keys alone: looked at, put right, brought in, reported, taken back, and remembered',
    { library: 'empty' },
    async ({ page, libraryDir }) => {
      const file = join(libraryDir, '..', 'river-links.csv');
      await writeFile(file, table);
      const [flow, frame, keys] = [importDialog(page), appFrame(page), keyboardUser(page)];
      const [navigator, palette] = [navigatorPage(page), palettePage(page)];
      await navigator.newTopic.waitFor();
      const pointerEvents = await watchPointer(page);

      const begin = async () => {
        await keys.press('Control+k');
        await palette.dialog.getByRole('combobox').waitFor();
        await keys.type(words('import.action').slice(0, 15));
        await palette.dialog.getByRole('option', { name: words('import.action') }).waitFor();
        await keys.press('Enter');
        await flow.dialog.waitFor();
        await keys.tabTo(flow.chooseFiles);
        const chooser = await flow.choosing(() => keys.press('Enter'));
        await chooser.setFiles(file);
        await frame.hear(words('import.understood', { count: 3 }));
      };
      const choose = async (label: Parameters<typeof flow.option>[0]) => {
        await keys.press('Enter');
        await flow.option(label).waitFor();
        await keys.press('Home');
        for (let steps = 0; steps < 60 && !(await keys.hasFocus(flow.option(label))); steps += 1)
          await keys.press('ArrowDown');
        await keys.press('Enter');
      };

      await begin();
      // What is read is told where the focus is; nothing is written yet.
      await expect.poll(() => keys.hasFocus(flow.sources)).toBe(true);
      expect(await flow.plan.innerText()).toContain(words('import.plan-added', { count: 2 }));
      await expect.poll(() => flow.dialog.innerText()).toContain(words('import-report.row-without-title'));
      expect(await axeViolations(page)).toEqual([]);

      // Day or month is asked once for the column.
      const question = flow.dialog.getByRole('button', { name: /Which comes first/ });
      await keys.tabTo(question);
      await choose('import-answer.day-first');
      await expect
        .poll(() => flow.dialog.innerText())
        .not.toContain('is not an exact date. It is kept under');

      await keys.tabTo(flow.columns);
      await keys.press('Enter');
      await keys.tabTo(flow.meaning('Kind of thing'));
      await choose('import-column.type');
      await expect
        .poll(() => flow.meaning('Kind of thing').innerText())
        .toContain(words('import-column.type'));

      await keys.tabTo(flow.start);
      await keys.press('Enter');
      await flow.report.waitFor();
      expect(await flow.report.innerText()).toContain(words('import-report.row-without-title'));
      expect(await axeViolations(page)).toEqual([]);

      const coming = page.waitForEvent('download');
      await keys.chooseInMenu(flow.saveReport, words('import.save-text'));
      const saved = await readFile(await (await coming).path(), 'utf8');
      expect(saved).toContain(words('import-report.row-without-title'));

      await keys.tabTo(flow.openBoard);
      await keys.press('Enter');
      const board = boardPage(page);
      await board.entry('Resources', 'River maps').waitFor();
      expect(await board.entry('Resources', 'River gauges').innerText()).toContain('June 5, 2019');

      // One step takes all of it back.
      await frame.waitSaved();
      await keys.press('Control+z');
      await navigator.row('river links').waitFor({ state: 'detached' });

      // The same columns mean the same the next time.
      await begin();
      await keys.tabTo(flow.columns);
      await keys.press('Enter');
      expect(await flow.meaning('Kind of thing').innerText()).toContain(words('import-column.type'));
      await keys.press('Escape');
      await flow.dialog.waitFor({ state: 'detached' });
      expect(await pointerEvents()).toBe(0);
    },
  );
});
