import { describe, expect } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { words } from '#tests/support/words.ts';

const seed = 'Partnerships & Collaboration';

describe('two windows on one library', () => {
  journey(
    'show each other’s changes',
    { library: 'sample', needs: 'openWindow' },
    async ({ page, openWindow }) => {
      const other = await openWindow?.();
      if (!other) throw new Error('no second window');
      const [here, there] = [boardPage(page), boardPage(other)];
      for (const each of [page, other]) await navigatorPage(each).open(seed);
      await here.heading.getByRole('button', { name: seed }).click();
      await here.titleField.fill('Partners');
      await page.keyboard.press('Enter');
      await there.heading.getByText('Partners', { exact: true }).waitFor();
      await navigatorPage(other).row('Partners').waitFor();
      // And the other way round, undo included: there is one history.
      await appFrame(other).undo.click();
      await here.heading.getByText(seed, { exact: true }).waitFor();
    },
  );

  journey(
    'say so when the core is gone, and go on when it is back',
    { library: 'sample', needs: 'crash', expectedErrors: /^console: Failed to load resource/ },
    async ({ page, crash }) => {
      const board = boardPage(page);
      const bar = appFrame(page).bar;
      const title = async (from: string, to: string) => {
        await board.heading.getByRole('button', { name: from }).click();
        await board.titleField.fill(to);
        await page.keyboard.press('Enter');
      };
      await navigatorPage(page).open(seed);
      await title(seed, 'Kept');
      await board.heading.getByText('Kept', { exact: true }).waitFor();
      await appFrame(page).waitSaved();
      const { restart } = (await crash?.()) ?? {};
      await bar.getByText(words('save.problem')).waitFor();
      await title('Kept', 'Never saved');
      await appFrame(page).notices.getByText(words('error.connection')).waitFor();
      expect(await bar.getByText(words('save.saved'), { exact: true }).count()).toBe(0);
      await restart?.();
      await appFrame(page).waitSaved();
      await board.heading.getByText('Kept', { exact: true }).waitFor();
      await title('Kept', 'Saved again');
      await board.heading.getByText('Saved again', { exact: true }).waitFor();
      await page.reload();
      await navigatorPage(page).row('Saved again').waitFor();
    },
  );
});
