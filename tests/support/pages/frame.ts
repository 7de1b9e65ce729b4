import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { words } from '../words.ts';

/** What surrounds the board: the top bar, what is said aloud, the ways to the other views. */
export const appFrame = (page: Page) => {
  const bar = page.getByRole('banner');
  const undo = bar.getByRole('button', { name: words('history.undo') });
  const redo = bar.getByRole('button', { name: words('history.redo') });
  const saved = bar.getByText(words('save.saved'), { exact: true });

  // Words that recur come with another invisible space, so that every step can be told from the one before.
  const said = () => page.locator('[role="status"][aria-live="polite"]').last().textContent();
  /** Waits until everything is on the disk and the window shows it. */
  const waitSaved = () => saved.waitFor();
  /** Presses one of the history buttons until there is nothing left to do; answers how often. */
  const pressAll = async (button: typeof undo) => {
    let count = 0;
    while (await button.isEnabled()) {
      const spoken = await said();
      await button.click();
      await expect.poll(said).not.toBe(spoken);
      await waitSaved();
      count += 1;
      if (count > 500) throw new Error('the history does not end');
    }
    return count;
  };

  return {
    bar,
    undo,
    redo,
    waitSaved,
    undoAll: () => pressAll(undo),
    redoAll: () => pressAll(redo),
    button: (name: string) => bar.getByRole('button', { name, exact: true }),
    /** Waits for words to be spoken to screen readers. */
    hear: (text: string) =>
      page.locator('[aria-live="polite"]').filter({ hasText: text }).first().waitFor({ state: 'attached' }),
    dialog: (name: string) => page.getByRole('dialog', { name, exact: true }),
    /** Chooses a line of the menu that is open. */
    chooseInMenu: (name: string) => page.getByRole('menuitem', { name }).click(),
    notices: page.getByRole('region', { name: words('notice.region') }),
    /** Opens one of the library's places from the foot of the topics pane. */
    openPlace: (name: string) =>
      page
        .getByRole('navigation', { name: words('pane.navigator') })
        .getByRole('button', { name })
        .click(),
  };
};
