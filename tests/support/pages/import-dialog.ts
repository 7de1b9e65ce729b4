import type { FileChooser, Page } from 'playwright-core';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { words } from '../words.ts';
import { palettePage } from './palette.ts';

/** The dialog that brings things in, from choosing to the report. */
export const importDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: words('import.title'), exact: true });
  const report = page.getByRole('dialog', { name: words('import.report'), exact: true });
  const button = (key: MessageKey) => dialog.getByRole('button', { name: words(key), exact: true });
  /** A group below the plan, which folds. */
  const group = (name: string | RegExp) => dialog.getByRole('button', { name, expanded: false });
  const choosing = async (press: () => Promise<void>): Promise<FileChooser> => {
    const coming = page.waitForEvent('filechooser');
    await press();
    return coming;
  };
  return {
    dialog,
    report,
    open: () => palettePage(page).run('import.action'),
    chooseFiles: button('import.choose'),
    chooseFolder: button('import.choose-folder'),
    choosing,
    paste: dialog.getByRole('textbox', { name: words('import.paste') }),
    readPasted: button('import.read-pasted'),
    sources: dialog.getByRole('list', { name: words('import.sources') }),
    plan: dialog.getByRole('region', { name: words('import.plan') }),
    group,
    columns: group(/columns: what each is taken for/),
    meaning: (name: string) =>
      dialog.getByRole('button', { name: new RegExp(words('import.column-means', { name })) }),
    option: (key: MessageKey) => page.getByRole('option', { name: words(key), exact: true }),
    start: button('import.start'),
    stop: button('import.stop'),
    saveReport: report.getByRole('button', { name: words('import.save-report') }),
    openBoard: report.getByRole('button', { name: words('import.open-topic') }),
  };
};
