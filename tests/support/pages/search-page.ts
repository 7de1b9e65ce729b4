import type { Page } from 'playwright-core';
import { words } from '../words.ts';

/** The search box, the lists below the topics, and what was found. */
export const searchPage = (page: Page) => {
  const pane = page.getByRole('navigation', { name: words('pane.navigator'), exact: true });
  const results = page.getByRole('grid', { name: words('search.results'), exact: true });
  return {
    box: pane.getByRole('searchbox', { name: words('search.box') }),
    results,
    rows: results.getByRole('row'),
    row: (title: string | RegExp) => results.getByRole('row', { name: title }),
    list: (title: string) => pane.getByRole('button', { name: title }),
    marked: results.locator('mark'),
  };
};
