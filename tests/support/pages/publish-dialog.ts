import type { Page } from 'playwright-core';
import type { ExportFormat } from '#shared/contract/export-formats.ts';
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
    toFile: button(words('publish.to-file')),
    downloadFile: button(words('publish.to-download-file')),
    /** Chooses another format than the site. */
    choose: async (format: ExportFormat) => {
      await dialog.getByRole('button', { name: words('publish.format') }).click();
      await page.getByRole('option', { name: words(`export-format.${format}`), exact: true }).click();
    },
    blocked: dialog.getByRole('region', { name: words('gate.blocked') }),
    answer: (name: string) => dialog.getByText(name, { exact: true }).click(),
    /** Records why what is open may go out all the same. */
    publishAnyway: async (reason: string) => {
      await button(words('gate.anyway')).click();
      const asked = page.getByRole('dialog', { name: words('rights.decide-title', { count: 1 }) });
      await asked.getByRole('textbox', { name: words('rights.reason') }).fill(reason);
      await asked.getByRole('button', { name: words('rights.decide-record') }).click();
      await asked.waitFor({ state: 'detached' });
    },
    done: dialog.getByRole('status'),
    close: dialog.getByRole('button', { name: words('dialog.close'), exact: true }).last(),
  };
};
