import type { Page } from 'playwright-core';
import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import { words } from '../words.ts';

/** The command palette: every action by its name, whatever the size of the window. */
export const palettePage = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: words('app.palette'), exact: true });
  return {
    dialog,
    /** Runs the action of this name. */
    run: async (label: MessageKey, values: MessageValues = {}) => {
      await page.keyboard.press('Control+k');
      await dialog.getByRole('combobox').fill(words(label, values));
      await dialog
        .getByRole('option')
        .filter({ has: page.getByText(words(label, values), { exact: true }) })
        .first()
        .click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
};
