import type { Page } from 'playwright-core';
import { words } from '../words.ts';

/** The preview: the exporter's own page in a frame. */
export const previewPage = (page: Page, title: string) => {
  const frame = page.frameLocator(`iframe[title="${words('preview.frame', { title })}"]`);
  const main = frame.getByRole('main');
  return {
    main,
    frame,
    /** Titles of the entries below a heading, in the order shown. */
    titles: async (section: string) => {
      await main.getByRole('heading', { level: 1 }).waitFor();
      return main
        .locator('section')
        .filter({ has: frame.getByRole('heading', { level: 2, name: section, exact: true }) })
        .getByRole('heading', { level: 3 })
        .allInnerTexts();
    },
    text: () => main.innerText(),
    credit: () => main.locator('figcaption').first().innerText(),
  };
};
