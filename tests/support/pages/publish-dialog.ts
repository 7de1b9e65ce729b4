import type { Page } from 'playwright-core';
import { words } from '../words.ts';

/** The dialog that hands the boards over. */
export const publishDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: words('publish.title'), exact: true });
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  return {
    dialog,
    open: () =>
      page
        .getByRole('banner')
        .getByRole('button', { name: words('export.publish') })
        .click(),
    only: (title: string) => dialog.getByRole('radio', { name: words('publish.this-topic', { title }) }),
    problems: dialog.getByRole('region', { name: words('publish.problems') }),
    toFolder: button(words('publish.to-folder')),
    download: button(words('publish.to-download')),
    done: dialog.getByRole('status'),
    close: dialog.getByRole('button', { name: words('dialog.close'), exact: true }).last(),
  };
};
