import type { Page } from 'playwright-core';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { words } from '../words.ts';
import { palettePage } from './palette.ts';

/** The dialog that takes a share file in. */
export const shareDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: words('sharing.title'), exact: true });
  return {
    dialog,
    open: async (file: string) => {
      const chooser = page.waitForEvent('filechooser');
      await palettePage(page).run('sharing.action');
      await (await chooser).setFiles(file);
      await dialog.getByRole('radiogroup', { name: words('sharing.where') }).waitFor();
    },
    /** The radio buttons themselves are covered by what is drawn for them. */
    choose: (label: MessageKey) => dialog.getByText(words(label), { exact: true }).click(),
    name: dialog.getByRole('textbox', { name: words('sharing.new-name') }),
    button: (label: MessageKey) => dialog.getByRole('button', { name: words(label), exact: true }),
    done: dialog.getByRole('status'),
  };
};
