import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { keyboardUser } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { words } from '#tests/support/words.ts';

const narrow = { width: 360, height: 640 };
const wide = { width: 1366, height: 768 };

/** No violations, and nothing scrolls sideways, in a window of this size and in one of 360 pixels. */
const expectSound = async (page: Page, name: string) => {
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size);
    expect(await axeViolations(page), `${name} at ${size.width}`).toEqual([]);
    expect(await sidewaysScroll(page), `${name} scrolls sideways at ${size.width}`).toBe(0);
  }
};

const screen = { reducedMotion: 'reduce' } as const;

describe('looking after a library', () => {
  journey(
    'by keys: a template, duplicates, the history and the backups',
    { library: 'sample', screen, isAboutWindow: true },
    async ({ page }) => {
      const [frame, board, keys] = [appFrame(page), boardPage(page), keyboardUser(page)];
      const navigator = navigatorPage(page);
      const command = async (name: string) => {
        await keys.press('Control+k');
        await page.getByRole('dialog').getByRole('combobox').waitFor();
        await keys.type(name);
        await keys.press('Enter');
        await page.getByRole('dialog', { name: words('app.palette') }).waitFor({ state: 'detached' });
      };
      await navigator.newTopic.waitFor();

      await command(words('topic.create'));
      await navigator.newTitle.waitFor();
      await keys.tabTo(navigator.pane.getByRole('button', { name: words('topic.begin-with') }));
      await keys.press('Enter');
      const starters = page.getByRole('listbox', { name: words('topic.begin-with') });
      await starters.getByRole('option', { name: words('template.starter.guide.title') }).waitFor();
      expect(
        await starters.getByRole('option', { name: words('template.empty') }).getAttribute('aria-selected'),
      ).toBe('true');
      await keys.press('ArrowDown', 'Enter');
      await expect.poll(() => keys.hasFocus(navigator.newTitle)).toBe(true);
      await keys.type('Rivers');
      expect(await axeViolations(page)).toEqual([]);
      await keys.press('Enter');
      await board.heading.getByText('Rivers').waitFor();
      const startHere = words('template.section.start-here.title');
      for (const title of ['The rivers of our county', 'The rivers of our County']) {
        await keys.tabTo(board.addField(startHere));
        await keys.type(title);
        await keys.press('Enter');
        await board.entry(startHere, title).first().waitFor();
      }
      await frame.waitSaved();

      await command(words('view.duplicates'));
      const view = page.getByRole('main');
      await keys.tabTo(view.getByRole('button', { name: words('duplicates.start') }));
      await expectSound(page, 'the duplicates');
      await keys.press('Enter');
      await view.getByRole('table').waitFor();
      await expectSound(page, 'duplicates side by side');
      // What is said not to be the same is remembered, told, and compared again.
      await keys.tabTo(view.getByRole('button', { name: words('duplicates.not-same'), exact: true }));
      await keys.press('Enter');
      await frame.hear(words('duplicates.kept-apart', { count: 2 }));
      await view.getByText(words('duplicates.none'), { exact: true }).waitFor();
      const apart = view.getByRole('button', { name: new RegExp(`^${words('duplicates.apart')}`) });
      await keys.tabTo(apart);
      await keys.press('Enter');
      await view
        .getByRole('list', { name: words('duplicates.apart') })
        .getByRole('listitem')
        .waitFor();
      await expectSound(page, 'what was told apart');
      const title = 'The rivers of our county';
      await keys.tabTo(view.getByRole('button', { name: words('duplicates.compare-again-what', { title }) }));
      await keys.press('Enter');
      await frame.hear(words('duplicates.compared-again'));
      await keys.tabTo(view.getByRole('button', { name: words('duplicates.start') }));
      await keys.press('Enter');
      // Rows and columns by their names, each choice by its field, its value and whose it is.
      const table = view.getByRole('table');
      await table.getByRole('columnheader', { name: words('duplicates.candidate', { number: 2 }) }).waitFor();
      await table.getByRole('rowheader', { name: words('duplicates.keep') }).waitFor();
      await table
        .getByRole('radio', {
          name: new RegExp(`^${words('duplicates.keep')} ${words('duplicates.candidate', { number: 1 })}$`),
        })
        .waitFor();
      await keys.tabTo(view.getByRole('radio').nth(2));
      await keys.press('ArrowRight');
      await keys.tabTo(view.getByRole('button', { name: words('duplicates.merge') }));
      await keys.press('Enter');
      await view.getByText(words('duplicates.none'), { exact: true }).waitFor();

      await keys.press('Control+Alt+z');
      const history = page.getByRole('dialog', { name: words('history.open') });
      const steps = history.getByRole('option');
      await steps.first().waitFor();
      await expectSound(page, 'the history');
      // One list of named steps, of which the last one made is marked as where the library is.
      const list = history.getByRole('listbox');
      expect(await list.getAttribute('aria-label')).toBe(words('history.steps'));
      const kept = words('change.resource.keep-apart', { title: 'The rivers of our county', count: 2 });
      expect(await steps.filter({ hasText: kept }).getAttribute('aria-selected')).toBe('false');
      expect(await steps.first().getAttribute('aria-selected')).toBe('true');
      expect(await steps.first().textContent()).toContain(words('history.now'));
      await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      const change = words('change.resource.create', { title: 'The rivers of our County' });
      await frame.hear(words('history.went', { change }));
      await keys.press('Escape');
      await history.waitFor({ state: 'detached' });
      await view.getByRole('button', { name: words('duplicates.start') }).waitFor();

      await command(words('view.backups'));
      await keys.tabTo(view.getByRole('button', { name: words('backups.take') }));
      await keys.press('Enter');
      await frame.notices.getByText(/^A backup was taken/).waitFor();
      const compare = view.getByRole('button', { name: /^Compare the backup/ }).first();
      await keys.tabTo(compare);
      await keys.press('Enter');
      await view.getByText(words('backups.same')).waitFor();
      await keys.press('Control+z');
      const topics = view.getByRole('list', { name: words('backups.topics') });
      await topics.getByText('Rivers').waitFor();
      await expectSound(page, 'the backups');
      await keys.tabTo(
        view.getByRole('button', { name: words('backups.restore-what', { title: 'Rivers' }) }),
      );
      await keys.press('Enter');
      await view.getByText(words('backups.same')).waitFor();
      await frame.notices.getByText(/^“Rivers” is as it was on/).waitFor();
    },
  );
});
